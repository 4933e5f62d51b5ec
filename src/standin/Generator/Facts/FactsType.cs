namespace Pulumi.Facts;

/// <summary>A type as the facts write it.</summary>
internal sealed class FactsType
{
    private static readonly string[] Plain = { "string", "bool", "int", "double", "any", "Archive", "Asset", "AssetOrArchive" };
    private static readonly string[] Marked = { "enum", "class" };

    private FactsType(string kind, string name, FactsType? item, IReadOnlyList<FactsType> cases)
    {
        Kind = kind;
        Name = name;
        Item = item;
        Cases = cases;
    }

    /// <summary>One of: list, map, input, type, enum, class, union, or a plain type's own name.</summary>
    public string Kind { get; }

    /// <summary>The name behind <c>#</c>, <c>enum:</c> or <c>class:</c>; else the kind.</summary>
    public string Name { get; }

    /// <summary>What a list, a map or an input holds.</summary>
    public FactsType? Item { get; }

    /// <summary>The alternatives of a union.</summary>
    public IReadOnlyList<FactsType> Cases { get; }

    /// <exception cref="FormatException">The text is no type.</exception>
    public static FactsType Parse(string text)
    {
        if (text.Length == 0)
        {
            throw new FormatException("A type is missing.");
        }

        var cases = Split(text);
        if (cases.Count > 1)
        {
            return new FactsType("union", text, null, cases.ConvertAll(Parse));
        }

        foreach (var collection in new[] { "list", "map", "input" })
        {
            if (text.StartsWith(collection + "<", StringComparison.Ordinal) && text[text.Length - 1] == '>')
            {
                var item = Parse(text.Substring(collection.Length + 1, text.Length - collection.Length - 2));
                return new FactsType(collection, collection, item, Array.Empty<FactsType>());
            }
        }

        if (text[0] == '#')
        {
            return Named("type", text.Substring(1));
        }

        var colon = text.IndexOf(':');
        var kind = colon < 0 ? text : text.Substring(0, colon);
        return Array.IndexOf(colon < 0 ? Plain : Marked, kind) >= 0
            ? Named(kind, text.Substring(colon + 1))
            : throw new FormatException($"Unknown type '{text}'.");
    }

    private static FactsType Named(string kind, string name) => new FactsType(kind, name, null, Array.Empty<FactsType>());

    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '<' ? 1 : text[i] == '>' ? -1 : 0;
            if (text[i] == '|' && depth == 0)
            {
                parts.Add(text.Substring(start, i - start));
                start = i + 1;
            }
        }

        parts.Add(text.Substring(start));
        return parts;
    }
}
