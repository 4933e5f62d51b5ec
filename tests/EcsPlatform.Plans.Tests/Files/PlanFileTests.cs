using System.Collections.Immutable;
using System.Text.Json;
using EcsPlatform.Plans.Files;

namespace EcsPlatform.Plans.Tests.Files;

public class PlanFileTests
{
    private static readonly JsonSerializerOptions OneLine = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const string Urn = "urn:pulumi:test::project::aws:ecs/service:Service::viewer";

    [Fact]
    public void A_plan_has_the_shape_of_a_stack_export()
    {
        var root = JsonDocument.Parse(PlanFile.Write(Plan.Of("project", "test", [Resource(Urn)]))).RootElement;
        root.GetProperty("version").GetInt32().ShouldBe(3);
        root.GetProperty("deployment").GetProperty("manifest").GetProperty("time").GetString().ShouldBe("0001-01-01T00:00:00Z");
        var resource = root.GetProperty("deployment").GetProperty("resources")[0];
        resource.GetProperty("urn").GetString().ShouldBe(Urn);
        resource.GetProperty("custom").GetBoolean().ShouldBeTrue();
        resource.GetProperty("type").GetString().ShouldBe("aws:ecs/service:Service");
    }

    [Fact]
    public void Every_field_is_written_where_the_export_has_it()
    {
        var resource = Resource(Urn) with
        {
            Id = "id",
            External = true,
            Inputs = Map(("in", new PropertyValue.Text("x"))),
            Outputs = Map(("out", new PropertyValue.Number(1))),
            Parent = "parent",
            Dependencies = ["a", "b"],
            PropertyDependencies = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("in", ["a"]),
            Provider = "provider::id",
            Protect = true,
            RetainOnDelete = true,
            DeleteBeforeReplace = true,
            DeletedWith = "with",
            ImportId = "import",
            Aliases = ["alias"],
            IgnoreChanges = ["ignored"],
            ReplaceOnChanges = ["replacing"],
            AdditionalSecretOutputs = ["hidden"],
            CustomTimeouts = new PlannedTimeouts(TimeSpan.FromMinutes(15), null, TimeSpan.FromSeconds(1.5)),
        };
        Written(resource).ShouldBe("""
            {"urn":"urn:pulumi:test::project::aws:ecs/service:Service::viewer","custom":true,"id":"id","type":"aws:ecs/service:Service",
            "inputs":{"in":"x"},"outputs":{"out":1},"parent":"parent","protect":true,"external":true,"dependencies":["a","b"],
            "provider":"provider::id","propertyDependencies":{"in":["a"]},"additionalSecretOutputs":["hidden"],"aliases":["alias"],
            "customTimeouts":{"create":900,"delete":1.5},"importID":"import","retainOnDelete":true,"deletedWith":"with",
            "ignoreChanges":["ignored"],"replaceOnChanges":["replacing"],"deleteBeforeReplace":true}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public void Values_of_every_kind_are_written()
    {
        var values = Map(
            ("text", new PropertyValue.Text("a<b>&\"ü\"")),
            ("number", new PropertyValue.Number(0.5)),
            ("whole", new PropertyValue.Number(80)),
            ("yes", new PropertyValue.Boolean(true)),
            ("nothing", PropertyValue.Null.Value),
            ("unknown", PropertyValue.Unknown.Value),
            ("secret", new PropertyValue.Secret("[secret]")),
            ("asset", new PropertyValue.Asset("FileArchive")),
            ("list", new PropertyValue.List([new PropertyValue.Number(1), Map(("k", new PropertyValue.Text("v")))])));
        Written(Resource(Urn) with { Inputs = values }).ShouldContain("""
            "inputs":{"asset":{"4dabf18193072939515e22adb298388d":"c44067f5952c0a294b673a41bacd8c17","kind":"FileArchive"},
            "list":[1,{"k":"v"}],"nothing":null,"number":0.5,
            "secret":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"[secret]"},
            "text":"a<b>&\"ü\"","unknown":"04da6b54-80e4-46f7-96ec-b56ff0331ba9","whole":80,"yes":true}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public void The_order_of_resources_and_keys_does_not_matter()
    {
        PlannedResource[] resources =
        [
            Resource("urn:pulumi:test::project::a:b:C::z") with { Inputs = Map(("b", new PropertyValue.Number(2)), ("a", new PropertyValue.Number(1))) },
            Resource("urn:pulumi:test::project::a:b:C::a"),
        ];
        PlannedResource[] same =
        [
            Resource("urn:pulumi:test::project::a:b:C::a"),
            Resource("urn:pulumi:test::project::a:b:C::z") with { Inputs = Map(("a", new PropertyValue.Number(1)), ("b", new PropertyValue.Number(2))) },
        ];
        PlanFile.Write(Plan.Of("project", "test", resources)).ShouldBe(PlanFile.Write(Plan.Of("project", "test", same)));
    }

    [Fact]
    public void The_text_ends_in_one_line_feed_and_has_no_carriage_returns()
    {
        var text = PlanFile.Write(Plan.Of("project", "test", [Resource(Urn)]));
        text.ShouldEndWith("}\n");
        text.ShouldNotContain("\r");
    }

    [Fact]
    public void A_plan_refuses_two_resources_with_one_URN() =>
        Should.Throw<ArgumentException>(() => Plan.Of("project", "test", [Resource(Urn), Resource(Urn)])).Message
            .ShouldStartWith($"Two resources have the URN {Urn}.");

    private static string Written(PlannedResource resource)
    {
        var json = JsonDocument.Parse(PlanFile.Write(Plan.Of("project", "test", [resource]))).RootElement;
        var element = json.GetProperty("deployment").GetProperty("resources")[0];
        return JsonSerializer.Serialize(element, OneLine);
    }

    private static PropertyValue.Map Map(params (string Key, PropertyValue Value)[] entries) =>
        PropertyValue.Map.Of(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));

    private static PlannedResource Resource(string urn) => new()
    {
        Urn = urn,
        Type = urn.Split("::")[2],
        Name = urn.Split("::")[3],
    };
}
