using EcsPlatform.Plans.Files;
using FsCheck;
using FsCheck.Fluent;

namespace EcsPlatform.Plans.Tests.Files;

public class DamagedPlanTests
{
    private const string Export = """
        {"version":3,"deployment":{"manifest":{"time":"2026-03-02T09:14:26Z"},"resources":[
        {"urn":"urn:pulumi:s::p::a:b:C::a","custom":true,"id":"a-1","type":"a:b:C","inputs":{"x":[1,{"y":null}],
        "s":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"AAAB"},
        "j":{"4dabf18193072939515e22adb298388d":"json","value":{"a":"b"}}},"outputs":{},"dependencies":["b"],
        "propertyDependencies":{"x":["b"],"s":[]},"customTimeouts":{"create":900},"initErrors":["e"]},
        {"urn":"urn:pulumi:s::p::a:b:C::b","type":"a:b:C","delete":true}],
        "pending_operations":[{"resource":{"urn":"urn:pulumi:s::p::a:b:C::c"},"type":"creating"}],"metadata":{}}}
        """;

    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(1500).WithReplay(20261121, 7);

    private static readonly Gen<string> Damage = Gen.Elements(
        "", "\"", "\\", "\\ud800", "{", "}", "[", "]", ",", ":", "0", "-", "e999", "null", "true", "\n", "\0", "é", "\ufeff", "{\"\\ud800\":1}", "\"\\ud800\":1,");

    [Fact]
    public void Whatever_is_damaged_reading_gives_a_plan_or_clear_lines() =>
        Prop.ForAll(Arb.From(
            from start in Gen.Choose(0, Export.Length)
            from length in Gen.Choose(0, Math.Min(6, Export.Length - start))
            from text in Damage
            select Export[..start] + text + Export[(start + length)..]), IsReadOrRefused).Check(Fixed);

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_as_such()
    {
        for (var length = 1; length < Export.Length; length++)
        {
            Should.Throw<PlanFileException>(() => PlanFile.Read(Export[..length])).Message.ShouldContain(": ends in the middle of a value, in line ");
        }
    }

    private static bool IsReadOrRefused(string text)
    {
        try
        {
            return PlanFile.Read(text, "x.json").Resources.Length <= 2;
        }
        catch (PlanFileException exception)
        {
            return exception.Reasons.All(reason => reason.StartsWith("x.json: ", StringComparison.Ordinal) && !reason.Contains('\n', StringComparison.Ordinal));
        }
    }
}
