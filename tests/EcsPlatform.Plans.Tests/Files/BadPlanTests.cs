using System.Text;
using EcsPlatform.Plans.Files;

namespace EcsPlatform.Plans.Tests.Files;

public sealed class BadPlanTests : IDisposable
{
    private const string Allowed = "it must be a plan or the output of 'pulumi stack export'";
    private const string A = """{"urn":"urn:pulumi:s::p::a:b:C::a","type":"a:b:C"}""";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("", "is empty; it must hold a plan; write it anew, or get it back from version control")]
    [InlineData(" \r\n\t", "is empty; it must hold a plan; write it anew, or get it back from version control")]
    [InlineData("{\n\"version\": 3,\n", "ends in the middle of a value, in line 2; the file was cut off: write it anew")]
    [InlineData("{\"version\": 3, \"deployment\": {\"resources\": [{\"urn\": \"urn:pulu", "ends in the middle of a value, in line 1; the file was cut off: write it anew")]
    [InlineData("version: 3\n", "line 1, column 1 is no JSON; it must be; write the file anew with 'pulumi stack export --file' or 'accept'")]
    [InlineData("{\n  \"version\": 3,,\n}", "line 2, column 16 is no JSON; it must be; write the file anew with 'pulumi stack export --file' or 'accept'")]
    [InlineData("{}\n{}", "line 2, column 1 is no JSON; it must be; write the file anew with 'pulumi stack export --file' or 'accept'")]
    [InlineData("{\n<<<<<<< HEAD\n", "line 2 is a merge conflict's mark; it must be one plan; resolve the conflict by writing the plan anew with 'accept'")]
    [InlineData("<<<<<<< HEAD\n", "line 1 is a merge conflict's mark; it must be one plan; resolve the conflict by writing the plan anew with 'accept'")]
    [InlineData("[]", $"holds a list, no object; {Allowed}")]
    [InlineData("null", $"holds null, no object; {Allowed}")]
    [InlineData("{}", $"is an object with nothing, but without 'deployment'; {Allowed}")]
    [InlineData("""{"config":{},"steps":[],"duration":1}""", $"is an object with 'config', 'steps', 'duration', but without 'deployment'; {Allowed}")]
    [InlineData("""{"a":1,"b":1,"c":1,"d":1,"e":1}""", $"is an object with 'a', 'b', 'c', 'd', …, but without 'deployment'; {Allowed}")]
    [InlineData("""{"version":3,"checkpoint":{}}""", "is a checkpoint of a state backend; it must be an export; write one with 'pulumi stack export --file'")]
    [InlineData("""{"deployment":{}}""", "has no version number; 3 is read; write the file anew with 'pulumi stack export --file'")]
    [InlineData("""{"version":"3","deployment":{}}""", "has no version number; 3 is read; write the file anew with 'pulumi stack export --file'")]
    [InlineData("""{"version":4,"deployment":{}}""", "has format version 4; only 3 is read; write the file anew with a Pulumi CLI of that version")]
    [InlineData("""{"version":3,"deployment":[]}""", $"deployment: found a list; it must be an object; {Allowed}")]
    [InlineData("""{"version":3,"deployment":{"resources":{}}}""", "resources: found an object; it must be a list")]
    [InlineData("""{"version":3,"deployment":{"resources":[]}}""", "has no resources, so it is of no stack; compare with none instead")]
    [InlineData("""{"version":3,"deployment":{}}""", "has no resources, so it is of no stack; compare with none instead")]
    public void A_text_that_is_no_plan_is_refused_with_one_clear_line(string text, string reason) =>
        Should.Throw<PlanFileException>(() => PlanFile.Read(text, "x.json")).Message.ShouldBe($"x.json: {reason}");

    [Theory]
    [InlineData("1", "resources[0]: found a number; it must be an object")]
    [InlineData("""{"type":"a:b:C"}""", "resources[0]: has no urn; it must have one")]
    [InlineData("""{"urn":"","type":"a:b:C"}""", "resources[0]: has no urn; it must have one")]
    [InlineData("""{"urn":7,"type":"a:b:C"}""", "resources[0].urn: found a number; it must be a text")]
    [InlineData("""{"urn":"urn:pulumi:s::p::a:b:C::a"}""", "resources[0]: has no type; it must have one")]
    [InlineData("""{"urn":"viewer","type":"a:b:C"}""", "resources[0]: has the URN 'viewer'; it must be urn:pulumi:<stack>::<project>::<type>::<name>")]
    [InlineData("""{"urn":"urn:pulumi:s::p::a:b:C","type":"a:b:C"}""", "resources[0]: has the URN 'urn:pulumi:s::p::a:b:C'; it must be urn:pulumi:<stack>::<project>::<type>::<name>")]
    [InlineData("""{"urn":"urn:pulumi:::p::a:b:C::a","type":"a:b:C"}""", "resources[0]: has the URN 'urn:pulumi:::p::a:b:C::a'; it must be urn:pulumi:<stack>::<project>::<type>::<name>")]
    [InlineData(A + "," + A, "resources[1]: has the URN of resources[0], urn:pulumi:s::p::a:b:C::a; a URN must be given once; remove one of the two")]
    [InlineData(A + """,{"urn":"urn:pulumi:t::p::a:b:C::a","type":"a:b:C"}""",
        "has resources of 2 stacks: s of p (resources[0]), t of p (resources[1]); they must be of one; give the export of one stack")]
    public void A_resource_that_cannot_be_told_is_refused(string resources, string reason) => Refused(resources, reason);

    [Theory]
    [InlineData("\"inputs\":[]", "inputs: found a list; it must be an object")]
    [InlineData("\"outputs\":\"x\"", "outputs: found a text; it must be an object")]
    [InlineData("\"dependencies\":\"x\"", "dependencies: found a text; it must be a list of texts")]
    [InlineData("\"dependencies\":[1]", "dependencies: found a number in the list; it must be a list of texts")]
    [InlineData("\"propertyDependencies\":{\"a\":{}}", "propertyDependencies.a: found an object; it must be a list of texts")]
    [InlineData("\"protect\":\"true\"", "protect: found a text; it must be true or false")]
    [InlineData("\"parent\":true", "parent: found a boolean; it must be a text")]
    [InlineData("\"customTimeouts\":{\"create\":\"5m\"}", "customTimeouts.create: found a text; it must be a number of seconds")]
    [InlineData("\"customTimeouts\":{\"create\":-1}", "customTimeouts.create: found -1; it must be seconds from 0 to 1000000000")]
    [InlineData("\"customTimeouts\":{\"create\":1e300}", "customTimeouts.create: found 1e300; it must be seconds from 0 to 1000000000")]
    [InlineData("\"inputs\":{\"n\":[1e400]}", "inputs.n: found 1e400; it must be a number of 64 bits")]
    [InlineData("\"inputs\":{\"n\":1,\"n\":2}", "inputs.n: is given twice; it must be given once")]
    [InlineData("\"inputs\":{\"n\":{\"a\":1,\"a\":2}}", "inputs.n: found a twice in an object; it must be given once")]
    [InlineData("\"inputs\":{\"n\":{\"4dabf18193072939515e22adb298388d\":\"77\"}}",
        "inputs.n: found a value of the unknown kind '77'; write the file anew with the Pulumi CLI that is in use")]
    [InlineData("\"inputs\":{\"n\":{\"4dabf18193072939515e22adb298388d\":7}}",
        "inputs.n: found a value of the unknown kind '7'; write the file anew with the Pulumi CLI that is in use")]
    [InlineData("\"inputs\":{\"n\":{\"4dabf18193072939515e22adb298388d\":\"json\"}}", "inputs.n: found a laid out JSON without value; write the file anew")]
    [InlineData("\"inputs\":{\"n\":{\"4dabf18193072939515e22adb298388d\":\"5cf8f73096256a8f31e491e813e4eb8e\"}}",
        "inputs.n: found a resource reference without urn or id; write the file anew")]
    public void A_value_of_the_wrong_kind_is_named_with_its_place(string field, string reason) =>
        Refused($$"""{"urn":"urn:pulumi:s::p::a:b:C::a","type":"a:b:C",{{field}}}""", $"resources[0].{reason}");

    [Fact]
    public void Every_problem_is_named_at_once() =>
        Should.Throw<PlanFileException>(() => PlanFile.Read(Export($$"""{"urn":"x","type":"y"},{{A}},{"type":"y","protect":1}"""), "x.json")).Reasons.ShouldBe(
        [
            "x.json: resources[0]: has the URN 'x'; it must be urn:pulumi:<stack>::<project>::<type>::<name>",
            "x.json: resources[2]: has no urn; it must have one",
        ]);

    [Fact]
    public void A_reason_has_one_line_whatever_the_file_holds()
    {
        var urn = "a\\nb" + new string('c', 1000);
        var reason = Should.Throw<PlanFileException>(() => PlanFile.Read(Export($$"""{"urn":"{{urn}}","type":"y"}"""), "x.json")).Message;
        reason.ShouldStartWith("x.json: resources[0]: has the URN 'a bccc");
        reason.Length.ShouldBe(501);
    }

    [Fact]
    public void Of_many_problems_the_first_twenty_are_named()
    {
        var reasons = Should.Throw<PlanFileException>(() => PlanFile.Read(Export(string.Join(',', Enumerable.Repeat("1", 1000))), "x.json")).Reasons;
        reasons.Length.ShouldBe(21);
        reasons[^1].ShouldBe("x.json: and 980 more problems of this kind; write the file anew");
    }

    [Theory]
    [InlineData("{\n\"\\ud800\":1}")]
    [InlineData("{\n\"a\":\"\\uDC00\"}")]
    [InlineData("{\n\"a\":[\"\\ud83d\\ude00\",\"\\ud83d\"]}")]
    public void Half_a_character_is_refused_with_its_line(string text) =>
        Should.Throw<PlanFileException>(() => PlanFile.Read(text, "x.json")).Message
            .ShouldBe("x.json: line 2 spells half a character (a lone surrogate, \\ud800 to \\udfff); it must be a whole one; correct or remove it");

    [Theory]
    [InlineData(126, null)]
    [InlineData(127, "line 2 nests deeper than 128 levels; that is the most that is read; give a plan or the output of 'pulumi stack export'")]
    [InlineData(1_000_000, "line 2 nests deeper than 128 levels; that is the most that is read; give a plan or the output of 'pulumi stack export'")]
    public void What_nests_too_deep_is_refused(int depth, string? reason)
    {
        var text = "{\"manifest\":{},\"resources\":[" + A + "],\n\"metadata\":{\"x\":" + new string('[', depth) + new string(']', depth) + "}}";
        if (reason is null)
        {
            PlanFile.Read(text).Resources.Length.ShouldBe(1);
        }
        else
        {
            Should.Throw<PlanFileException>(() => PlanFile.Read(text, "x.json")).Message.ShouldBe($"x.json: {reason}");
        }
    }

    [Fact]
    public void A_missing_file_is_named() => Unloadable(
        _folder["missing.json"], "there is no such file; give a plan, or what 'pulumi stack export --file' wrote");

    [Fact]
    public void A_file_in_a_missing_folder_is_named() => Unloadable(
        Path.Combine(_folder["missing"], "plan.json"), "there is no such file; give a plan, or what 'pulumi stack export --file' wrote");

    [Fact]
    public void A_folder_is_no_plan() => Unloadable(_folder["."], "is a folder; give a plan's file");

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    public void What_is_no_path_is_refused(string path) => Should.Throw<PlanFileException>(() => PlanFile.Load(path)).Message.ShouldContain(": cannot be read: ");

    [Fact]
    public void A_file_above_the_limit_is_refused_before_it_is_read()
    {
        using (var file = File.Create(_folder["large.json"]))
        {
            file.SetLength(PlanFile.MaxBytes + 1L);
        }

        Unloadable(_folder["large.json"], "has 100.0 MB or more; 100 MB are read at most, to bound the memory; give the export of one stack");
    }

    [Fact]
    public void UTF_16_is_refused_with_and_without_a_mark()
    {
        const string reason = "is UTF-16; it must be UTF-8; let 'pulumi stack export --file' write it, not the shell";
        byte[][] texts = [[0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}")], [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("{}")],
            Encoding.Unicode.GetBytes("{}"), Encoding.BigEndianUnicode.GetBytes("{}")];
        foreach (var text in texts)
        {
            File.WriteAllBytes(_folder["plan.json"], text);
            Unloadable(_folder["plan.json"], reason);
        }
    }

    [Fact]
    public void Text_in_another_encoding_is_refused_with_its_line()
    {
        File.WriteAllBytes(_folder["plan.json"], [.. "{\n\"ü\": "u8, .. Encoding.Latin1.GetBytes("\"ü\"}")]);
        Unloadable(_folder["plan.json"], "line 2 is not UTF-8; it must be; save the file as UTF-8");
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm()
    {
        File.WriteAllBytes(_folder["plan.json"], [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Export(A))]);
        PlanFile.Load(_folder["plan.json"]).Resources.Length.ShouldBe(1);
    }

    [Fact]
    public void A_bare_deployment_is_read() =>
        PlanFile.Read($$"""{"manifest":{},"resources":[{{A}}]}""").Resources.Length.ShouldBe(1);

    public void Dispose() => _folder.Dispose();

    private static string Export(string resources) => $$$"""{"version":3,"deployment":{"resources":[{{{resources}}}]}}""";

    private static void Refused(string resources, string reason) =>
        Should.Throw<PlanFileException>(() => PlanFile.Read(Export(resources), "x.json")).Message.ShouldBe($"x.json: {reason}");

    private static void Unloadable(string path, string reason) =>
        Should.Throw<PlanFileException>(() => PlanFile.Load(path)).Message.ShouldBe($"{path}: {reason}");
}
