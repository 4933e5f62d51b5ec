using System.Text.Json;

namespace EcsPlatform.Cli.Tests;

public sealed class PreviewTests : IDisposable
{
    private const string Digest = "sha256:3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";
    private const string OtherDigest = "sha256:91bc9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";
    private readonly TestProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Text_shows_stack_packages_tree_outputs_and_tally()
    {
        var outcome = _project.Preview("staging");
        outcome.ExitCode.ShouldBe(0);
        outcome.Errors.ShouldBeEmpty();
        var lines = outcome.Output.Split('\n').Select(line => line.TrimEnd()).ToList();
        lines[0].ShouldBe("Stack     staging (Pulumi.staging.yaml)");
        lines[1].ShouldStartWith("Packages  ");
        lines[3].ShouldBe("pulumi:pulumi:Stack ecs-platform-staging");
        lines.ShouldContain("├── ecs-platform:networking:BaseNetwork staging");
        lines.ShouldContain("│   └── awsx:ec2:Vpc staging");
        lines.ShouldContain("│   ├── aws:efs/fileSystem:FileSystem staging-viewer-data (protected)");
        lines.ShouldContain("  viewerUrl                https://staging-viewer.library.example.org");
        lines.ShouldContain("70 resources under 5 components, 1 protected.");
        outcome.Output.ShouldNotContain("\u001b");
    }

    [Fact]
    public void JSON_is_a_stack_export_and_the_same_bytes_every_time()
    {
        var first = _project.Preview("staging", "--format", "json").Output;
        _project.Preview("staging", "--format", "json").Output.ShouldBe(first);
        JsonDocument.Parse(first).RootElement.GetProperty("version").GetInt32().ShouldBe(3);
        Resources(first).Count.ShouldBe(76);
    }

    [Fact]
    public void Another_digest_moves_the_task_definition_and_what_names_its_ARN()
    {
        var before = Resources(_project.Preview("staging", "--format", "json").Output);
        var after = Resources(_project.Replace(Digest, OtherDigest).Preview("staging", "--format", "json").Output);
        after.Keys.ShouldBe(before.Keys);
        var changed = before.SelectMany(resource => Differences(resource.Value, after[resource.Key], $"{resource.Key.Split("::")[^1]} {resource.Key.Split('$')[^1].Split("::")[0]}"));
        changed.ShouldBe([
            "staging-viewer aws:ecs/service:Service/inputs/taskDefinition",
            "staging-viewer aws:ecs/service:Service/outputs/taskDefinition",
            "staging-viewer aws:ecs/taskDefinition:TaskDefinition/inputs/containerDefinitions",
            "staging-viewer aws:ecs/taskDefinition:TaskDefinition/outputs/arn",
            "staging-viewer aws:ecs/taskDefinition:TaskDefinition/outputs/containerDefinitions",
            "staging-viewer aws:ecs/taskDefinition:TaskDefinition/outputs/revision",
            "staging-viewer urn:pulumi:staging/outputs/taskDefinitionArn",
            "ecs-platform-staging urn:pulumi:staging/outputs/viewerTaskDefinitionArn",
        ]);
    }

    [Fact]
    public void Secrets_of_the_config_are_never_shown()
    {
        _project.Replace("config:\n", "config:\n  aws:token:\n    secure: v1:c2VjcmV0:Y2lwaGVydGV4dA==\n");
        foreach (var format in new[] { "text", "json" })
        {
            var outcome = _project.Preview("staging", "--format", format);
            outcome.ExitCode.ShouldBe(0);
            outcome.Output.ShouldNotContain("Y2lwaGVydGV4dA");
        }
    }

    [Fact]
    public void Several_stacks_are_shown_in_one_run()
    {
        var outcome = _project.Preview("staging", "staging");
        outcome.ExitCode.ShouldBe(0);
        outcome.Output.Split("Stack     staging").Length.ShouldBe(2);
    }

    [Fact]
    public void The_project_is_found_from_a_folder_below_it()
    {
        var folder = Directory.CreateDirectory(_project.At("src/deep")).FullName;
        TestProject.Run(folder, "preview", "staging").ExitCode.ShouldBe(0);
    }

    private static SortedDictionary<string, JsonElement> Resources(string json) => new(
        JsonDocument.Parse(json).RootElement.GetProperty("deployment").GetProperty("resources").EnumerateArray()
            .ToDictionary(resource => resource.GetProperty("urn").GetString()!), StringComparer.Ordinal);

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
