using System.Text.Json;

namespace EcsPlatform.Cli.Tests;

/// <summary>The plan as data.</summary>
public sealed class JsonTests : IDisposable
{
    private const string Digest = "sha256:3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";
    private const string OtherDigest = "sha256:91bc9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";
    private readonly TestProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void JSON_is_a_stack_export()
    {
        using var json = JsonDocument.Parse(Export());
        json.RootElement.GetProperty("version").GetInt32().ShouldBe(3);
        var resources = json.RootElement.GetProperty("deployment").GetProperty("resources").EnumerateArray().ToList();
        resources.Count(resource => resource.GetProperty("type").GetString() == "pulumi:pulumi:Stack").ShouldBe(1);
        var urns = resources.Select(resource => resource.GetProperty("urn").GetString()!).ToList();
        urns.ShouldBeUnique();
        urns.ShouldAllBe(urn => urn.StartsWith("urn:pulumi:staging::ecs-platform::", StringComparison.Ordinal));
        resources.Where(resource => resource.TryGetProperty("parent", out _))
            .ShouldAllBe(resource => urns.Contains(resource.GetProperty("parent").GetString()!));
    }

    [Fact]
    public void JSON_is_the_same_bytes_every_time() => Export().ShouldBe(Export());

    [Fact]
    public void Another_digest_moves_the_task_definition_and_what_names_its_ARN_and_nothing_else()
    {
        var before = Resources(Export());
        _project.Replace(Digest, OtherDigest);
        var after = Resources(Export());
        after.Keys.ShouldBe(before.Keys);
        before.SelectMany(resource => Differences(resource.Value, after[resource.Key], Name(resource.Value))).ShouldBe([
            "ecs-platform:workloads:EcsWorkload staging-viewer/outputs/taskDefinitionArn",
            "aws:ecs/service:Service staging-viewer/inputs/taskDefinition",
            "aws:ecs/service:Service staging-viewer/outputs/taskDefinition",
            "aws:ecs/taskDefinition:TaskDefinition staging-viewer/inputs/containerDefinitions",
            "aws:ecs/taskDefinition:TaskDefinition staging-viewer/outputs/arn",
            "aws:ecs/taskDefinition:TaskDefinition staging-viewer/outputs/containerDefinitions",
            "aws:ecs/taskDefinition:TaskDefinition staging-viewer/outputs/revision",
            "pulumi:pulumi:Stack ecs-platform-staging/outputs/services/viewer/taskDefinition",
        ], ignoreOrder: true);
    }

    private string Export() => _project.Preview("staging", "--format", "json").ShouldSucceed().Output;

    private static SortedDictionary<string, JsonElement> Resources(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new SortedDictionary<string, JsonElement>(
            document.RootElement.GetProperty("deployment").GetProperty("resources").EnumerateArray()
                .ToDictionary(resource => resource.GetProperty("urn").GetString()!, resource => resource.Clone()),
            StringComparer.Ordinal);
    }

    private static string Name(JsonElement resource) =>
        $"{resource.GetProperty("type").GetString()} {resource.GetProperty("urn").GetString()!.Split("::")[^1]}";

    private static IEnumerable<string> Differences(JsonElement before, JsonElement after, string path)
    {
        if (before.ValueKind != JsonValueKind.Object || after.ValueKind != JsonValueKind.Object)
        {
            return JsonElement.DeepEquals(before, after) ? [] : [path];
        }

        return before.EnumerateObject().Select(property => property.Name).Union(after.EnumerateObject().Select(property => property.Name))
            .SelectMany(name => before.TryGetProperty(name, out var old) && after.TryGetProperty(name, out var current)
                ? Differences(old, current, $"{path}/{name}")
                : [$"{path}/{name}"]);
    }
}
