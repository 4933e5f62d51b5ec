using System.Text.Json.Nodes;

namespace EcsPlatform.Tests;

/// <summary>The keys that a project's file declares, as Pulumi takes them.</summary>
internal static class DeclaredKeys
{
    /// <summary>
    /// Finds what Pulumi would refuse: keys of the project that are declared without a value, and that a stack's file lacks
    /// (https://github.com/pulumi/pulumi/issues/21797).
    /// </summary>
    /// <param name="folder">The project's folder.</param>
    /// <returns>A line for each key of each file, sorted; none when Pulumi takes all stacks.</returns>
    public static IEnumerable<string> Missing(string folder)
    {
        var project = Read(Path.Combine(folder, "Pulumi.yaml"));
        var declared = Config(project).Where(key => key.Value is not JsonValue && key.Value?["default"] is null && key.Value?["value"] is null)
            .Select(key => $"{project["name"]}:{key.Key}").ToList();
        return Directory.EnumerateFiles(folder, "Pulumi.*.yaml")
            .SelectMany(file => declared.Except(Config(Read(file)).Select(key => key.Key))
                .Select(key => $"{Path.GetFileName(file)}: no {key}, which Pulumi.yaml declares without a value"))
            .Order(StringComparer.Ordinal);
    }

    private static JsonObject Read(string file) => YamlFile.Parse(File.ReadAllText(file))!.AsObject();

    private static JsonObject Config(JsonObject root) => root["config"] as JsonObject ?? [];
}
