using EcsPlatform.Tests;
using YamlDotNet.RepresentationModel;

namespace EcsPlatform.Workflows.Tests;

/// <summary>The templates of <c>bootstrap</c>, as written.</summary>
internal static class Template
{
    /// <summary>Where a template is.</summary>
    public static string PathOf(string template) => Path.Combine(RepositoryFolder.Path, "bootstrap", template);

    /// <summary>A template's resources, in their order.</summary>
    public static IEnumerable<(string Name, YamlNode Node)> Resources(string template) => Section(template, "Resources");

    /// <summary>A resource by its name.</summary>
    public static YamlNode Resource(string template, string name) => Resources(template).Single(resource => resource.Name == name).Node;

    /// <summary>What a section of a template has, in its order.</summary>
    public static IEnumerable<(string Name, YamlNode Node)> Section(string template, string section)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(PathOf(template))));
        return ((YamlMappingNode)yaml.Documents[0].RootNode.At(section)!).Children.Select(pair => (pair.Key.Text(), pair.Value));
    }

    /// <summary>The statements of all inline policies of a template's roles.</summary>
    public static IEnumerable<YamlNode> Statements(string template) => Resources(template).SelectMany(resource => Statements(resource.Node));

    /// <summary>The statements of a role's inline policies.</summary>
    public static IEnumerable<YamlNode> Statements(YamlNode role) =>
        from policy in role.At("Properties").At("Policies") as YamlSequenceNode ?? []
        from statement in (YamlSequenceNode)policy.At("PolicyDocument").At("Statement")!
        select statement;

    /// <summary>The first of a list.</summary>
    public static YamlNode First(YamlNode? list) => ((YamlSequenceNode)list!).Children[0];
}
