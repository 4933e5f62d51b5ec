using EcsPlatform.Plans.Files;

namespace EcsPlatform.Plans.Tests.Files;

public class SpecialValueTests
{
    private const string Key = "4dabf18193072939515e22adb298388d";
    private const string Secret = "1b47061264138c4ac30d75fd1eb44270";
    private const string Reference = "5cf8f73096256a8f31e491e813e4eb8e";
    private const string Output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    private const string Asset = "c44067f5952c0a294b673a41bacd8c17";
    private const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";

    [Fact]
    public void A_ciphertext_is_a_secret_of_which_nothing_is_known()
    {
        Value(Secret, "\"ciphertext\":\"AAABACAZm7Yw==\"").ShouldBe(new PropertyValue.Secret("[secret]"));
        Value(Secret, "\"ciphertext\":\"[secret] \"").ShouldBe(new PropertyValue.Secret("[secret]"));
        Value(Secret, "\"other\":1").ShouldBe(new PropertyValue.Secret("[secret]"));
    }

    [Fact]
    public void A_plaintext_becomes_a_mark_that_differs_with_the_secret_and_does_not_hold_it()
    {
        var marks = new[] { "\"\\\"hunter2\\\"\"", "\"\\\"hunter3\\\"\"", "\"{\\\"a\\\":\\\"hunter2\\\"}\"", "\"\\\"\\\"\"" }
            .Select(text => Value(Secret, $"\"plaintext\":{text}").ShouldBeOfType<PropertyValue.Secret>().Mark).ToList();
        marks.ShouldBeUnique();
        marks.ShouldAllBe(mark => System.Text.RegularExpressions.Regex.IsMatch(mark, @"^\[secret [0-9a-f]{8}\]$"));
        Value(Secret, "\"plaintext\":\"\\\"hunter2\\\"\"").ShouldBe(new PropertyValue.Secret(marks[0]));
    }

    [Fact]
    public void A_plaintext_is_nowhere_in_what_is_written()
    {
        var plan = Read($$"""{"{{Key}}":"{{Secret}}","plaintext":"\"hunter2\"","ciphertext":"AAAB"}""");
        foreach (var text in new[] { PlanFile.Write(plan), AcceptedPlan.Write(plan), plan.Resources[0].ToString() })
        {
            text.ShouldNotContain("hunter2");
        }

        PlanFile.Read(PlanFile.Write(plan)).Resources[0].Inputs.ShouldBe(plan.Resources[0].Inputs);
    }

    [Theory]
    [InlineData("\"urn\":\"urn:pulumi:s::p::a:b:C::x\",\"id\":\"x-1\",\"packageVersion\":\"7.48.0\"", "urn:pulumi:s::p::a:b:C::x")]
    [InlineData("\"id\":\"x-1\"", "x-1")]
    public void A_resource_reference_is_the_text_that_names_the_resource(string members, string text) =>
        Value(Reference, members).ShouldBe(new PropertyValue.Text(text));

    [Fact]
    public void An_output_is_its_value_unknown_or_secret()
    {
        Value(Output, "\"value\":[1],\"dependencies\":[]").ShouldBe(new PropertyValue.List([new PropertyValue.Number(1)]));
        Value(Output, "\"dependencies\":[]").ShouldBe(PropertyValue.Unknown.Value);
        Value(Output, "\"secret\":true").ShouldBe(new PropertyValue.Secret("[secret]"));
        Value(Output, "\"secret\":true,\"value\":\"hunter2\"").ShouldBe(Value(Secret, "\"plaintext\":\"\\\"hunter2\\\"\""));
    }

    [Theory]
    [InlineData(Asset, "\"text\":\"x\",\"hash\":\"77\"", "StringAsset")]
    [InlineData(Asset, "\"path\":\"x\"", "FileAsset")]
    [InlineData(Asset, "\"uri\":\"https://x\"", "RemoteAsset")]
    [InlineData(Archive, "\"assets\":{}", "AssetArchive")]
    [InlineData(Archive, "\"path\":\"x\"", "FileArchive")]
    [InlineData(Archive, "\"uri\":\"https://x\"", "RemoteArchive")]
    [InlineData(Asset, "\"kind\":\"FileArchive\"", "FileArchive")]
    public void An_asset_has_the_class_that_a_program_gives(string signature, string members, string kind) =>
        Value(signature, members).ShouldBe(new PropertyValue.Asset(kind));

    [Fact]
    public void The_text_that_stands_for_an_unknown_value_is_one() =>
        Read("\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"").Resources[0].Inputs.Entries["x"].ShouldBe(PropertyValue.Unknown.Value);

    [Fact]
    public void A_name_may_hold_the_separator()
    {
        var plan = PlanFile.Read("""{"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:s::p::a:b:D$a:b:C::x::y","type":"a:b:C"}]}}""");
        plan.Project.ShouldBe("p");
        plan.Stack.ShouldBe("s");
        plan.Resources[0].Name.ShouldBe("x::y");
    }

    private static PropertyValue Value(string signature, string members) => Read($$"""{"{{Key}}":"{{signature}}",{{members}}}""").Resources[0].Inputs.Entries["x"];

    private static Plan Read(string value) => PlanFile.Read(
        $$$"""{"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:s::p::a:b:C::a","type":"a:b:C","inputs":{"x":{{{value}}}}}]}}""");
}
