using YamlDotNet.RepresentationModel;

namespace EcsPlatform.Preview.Configuration;

/// <summary>Refuses what YAML allows and a stack's config cannot be: keys that are no text, merged mappings, anchors without an end.</summary>
internal sealed class YamlLimits(string shownAs)
{
    // A few aliases can unfold into billions of values; no stack has this many.
    private const int MostValues = 10_000;

    private readonly HashSet<YamlNode> _around = new(ReferenceEqualityComparer.Instance);
    private int _values;

    /// <summary>Checks a value and everything in it.</summary>
    /// <exception cref="PreviewException">There is something of that kind, in this line.</exception>
    public void Check(YamlNode node)
    {
        if (++_values > MostValues)
        {
            throw Wrong(node, $"the file unfolds into more than {MostValues} values. Write fewer aliases (*name).");
        }

        if (node is YamlScalarNode)
        {
            return;
        }

        if (!_around.Add(node))
        {
            throw Wrong(node, $"the value marked '&{node.Anchor}' contains itself. Write it without the alias '*{node.Anchor}'.");
        }

        foreach (var child in Children(node))
        {
            Check(child);
        }

        _around.Remove(node);
    }

    private IEnumerable<YamlNode> Children(YamlNode node)
    {
        if (node is YamlSequenceNode sequence)
        {
            return sequence.Children;
        }

        var entries = ((YamlMappingNode)node).Children;
        foreach (var key in entries.Keys)
        {
            if (key is not YamlScalarNode text)
            {
                // What a template left unfilled looks like: {{ name }}.
                throw Wrong(key, "a list or a mapping stands where a key must be text. Quote it, or fill in the template it comes from.");
            }

            if (text.Value == "<<")
            {
                throw Wrong(key, "mappings are not merged (<<) here. Write the fields out.");
            }
        }

        return entries.Values;
    }

    private PreviewException Wrong(YamlNode node, string reason) => new($"{shownAs}:{node.Start.Line}: {reason}");
}
