using EcsPlatform.Tests;
using YamlDotNet.RepresentationModel;

namespace EcsPlatform.Workflows.Tests;

/// <summary>A file of <c>.github/workflows</c>.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Text">What it says.</param>
internal sealed record Workflow(string Name, string Text)
{
    /// <summary>Where they are, from the repository's root.</summary>
    public const string Folder = ".github/workflows";

    /// <summary>The repository's workflows.</summary>
    public static IReadOnlyList<Workflow> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, Folder)).Order(StringComparer.Ordinal)
            .Select(file => new Workflow(Path.GetFileName(file), File.ReadAllText(file))),
    ];

    /// <summary>The whole file.</summary>
    public YamlMappingNode Root => Read(Text);

    /// <summary>Its lines, as written.</summary>
    public string[] Lines => Text.Split('\n');

    /// <summary>What starts it, by the event's name.</summary>
    public IEnumerable<string> Triggers => Root.At("on") switch
    {
        YamlMappingNode map => map.Children.Keys.Select(key => key.Text()),
        YamlSequenceNode list => list.Select(item => item.Text()),
        var one => [one.Text()],
    };

    /// <summary>Its jobs.</summary>
    public IReadOnlyList<Job> Jobs => [.. ((YamlMappingNode)Root.At("jobs")!).Children.Select(pair => new Job(this, pair.Key.Text(), (YamlMappingNode)pair.Value))];

    /// <summary>The inputs of a reusable workflow or of a run by hand.</summary>
    public IEnumerable<string> Inputs => new[] { "workflow_call", "workflow_dispatch" }.SelectMany(trigger => Root.At("on").At(trigger).At("inputs").Keys());

    /// <summary>A job by its id.</summary>
    public Job Job(string id) => Jobs.Single(job => job.Id == id);

    private static YamlMappingNode Read(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}

/// <summary>A job of a workflow.</summary>
internal sealed record Job(Workflow Workflow, string Id, YamlMappingNode Node)
{
    /// <summary>Where it stands, <c>file:line</c>.</summary>
    public string Where => $"{Workflow.Name}:{Node.Start.Line}: job {Id}";

    /// <summary>Its steps; none when it calls a reusable workflow.</summary>
    public IReadOnlyList<Step> Steps => Node.At("steps") is YamlSequenceNode steps ? [.. steps.Select((step, index) => new Step(this, index, (YamlMappingNode)step))] : [];

    /// <summary>The jobs that it waits for.</summary>
    public IEnumerable<string> Needs => Node.At("needs") switch
    {
        null => [],
        YamlSequenceNode list => list.Select(item => item.Text()),
        var one => [one.Text()],
    };

    /// <summary>The step of a name.</summary>
    public Step Step(string name) => Steps.Single(step => step.Node.At("name")?.Text() == name);
}

/// <summary>A step of a job.</summary>
internal sealed record Step(Job Job, int Index, YamlMappingNode Node)
{
    /// <summary>Where it stands, <c>file:line</c>.</summary>
    public string Where => $"{Job.Workflow.Name}:{Node.Start.Line}";

    /// <summary>The action that it uses, without its version; null for a script.</summary>
    public string? Action => Node.At("uses")?.Text().Split('@')[0];

    /// <summary>The script that it runs; null for an action.</summary>
    public string? Script => Node.At("run")?.Text();

    /// <summary>Its id.</summary>
    public string? Id => Node.At("id")?.Text();
}

/// <summary>Reading YAML without knowing what is there.</summary>
internal static class YamlNodes
{
    /// <summary>What a key leads to; null where there is none.</summary>
    public static YamlNode? At(this YamlNode? node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    /// <summary>The keys of a mapping; none of anything else.</summary>
    public static IEnumerable<string> Keys(this YamlNode? node) => node is YamlMappingNode map ? map.Children.Keys.Select(key => key.Text()) : [];

    /// <summary>A scalar's text.</summary>
    public static string Text(this YamlNode? node) => (node as YamlScalarNode)?.Value ?? "";

    /// <summary>All scalars below, each with the key that leads to it.</summary>
    public static IEnumerable<(string Key, YamlScalarNode Value)> Scalars(this YamlNode? node, string key = "") => node switch
    {
        YamlScalarNode scalar => [(key, scalar)],
        YamlMappingNode map => map.Children.SelectMany(pair => Scalars(pair.Value, pair.Key.Text())),
        YamlSequenceNode list => list.SelectMany(item => Scalars(item, key)),
        _ => [],
    };
}
