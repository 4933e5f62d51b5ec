using System.Text.Json;
using EcsPlatform.Cli.Views;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Tests;
using static EcsPlatform.Cli.Tests.Views.Make;

namespace EcsPlatform.Cli.Tests.Views;

public class DifferenceJsonTests
{
    private static readonly string Documentation = File.ReadAllText(System.IO.Path.Combine(RepositoryFolder.Path, "docs", "diff.md"));

    [Fact]
    public void Every_field_is_documented() =>
        new[] { Cases.DigestChanged, Cases.SubnetReplaced, Cases.ProtectedDeleted, Cases.CreatedMovedAndOptions, Cases.Pending, Cases.OutsideScope, Cases.InstanceTypeChanged }
            .SelectMany(report => Fields(JsonDocument.Parse(DifferenceJson.Write(report)).RootElement)).Distinct()
            .Where(field => !Documentation.Contains($"`{field}`", StringComparison.Ordinal) && !Documentation.Contains($"\"{field}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Values_have_the_documented_forms()
    {
        var value = Map(
            ("$key", PropertyValue.Null.Value),
            ("asset", new PropertyValue.Asset("FileArchive")),
            ("flag", new PropertyValue.Boolean(true)),
            ("json", new PropertyValue.Json(List(Number(1.5)))),
            ("secret", new PropertyValue.Secret("[secret 0badcafe]")),
            ("unknown", PropertyValue.Unknown.Value));
        var json = DifferenceJson.Write(Report(Changed(Operation.Update, Resource("a:b:C", "x"), Change("value", null, value))));
        JsonDocument.Parse(json).RootElement.GetProperty("changes")[0].GetProperty("inputs")[0].GetProperty("new").GetRawText()
            .ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe("""{"$$key":null,"asset":{"$asset":"FileArchive"},"flag":true,"json":{"$json":[1.5]},"secret":{"$secret":true},"unknown":{"$unknown":true}}""");
    }

    // Below old and new there are the plan's own fields.
    private static IEnumerable<string> Fields(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Fields),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => (field.Name is "old" or "new" ? [] : Fields(field.Value)).Prepend(field.Name)),
        _ => [],
    };
}
