namespace Pulumi.Facts.Tool;

/// <summary>A facts file as its blocks of lines, so that a change touches one block and leaves every other byte.</summary>
internal sealed class FactsBlocks
{
    private static readonly string[] Kinds = ["resource", "function", "type", "enum"];
    private readonly List<string> _blocks;

    public FactsBlocks(string text) => _blocks = [.. text.TrimEnd('\n').Split("\n\n")];

    public override string ToString() => string.Join("\n\n", _blocks) + "\n";

    /// <summary>The package's C# namespace, from the line "package aws 7.48.0 Pulumi.Aws".</summary>
    public string RootNamespace => _blocks[0].Split('\n').First(line => line.StartsWith("package ", StringComparison.Ordinal)).Split(' ')[3];

    /// <summary>A block's lines; null when there is none.</summary>
    public string[]? Find(string kind, string token) =>
        _blocks.FirstOrDefault(block => Key(block) == (kind, token)) is { } block ? block.Split('\n') : null;

    /// <summary>The C# namespace of a module, as the file's resources have it; null when there are none.</summary>
    public string? NamespaceOf(string module) => _blocks
        .Select(block => block.Split('\n')[0].Split(' '))
        .Where(heading => heading is ["resource", _, _] && heading[1].Split(':', '/') is [_, var found, ..] && found == module)
        .Select(heading => heading[2][..heading[2].LastIndexOf('.')])
        .FirstOrDefault();

    /// <summary>Puts a block in its place.</summary>
    /// <returns>True when the file changes.</returns>
    public bool Put(IReadOnlyList<string> lines)
    {
        var text = string.Join('\n', lines);
        var key = Key(text);
        var index = _blocks.FindIndex(block => Key(block) == key);
        if (index >= 0)
        {
            var changes = _blocks[index] != text;
            _blocks[index] = text;
            return changes;
        }

        index = _blocks.FindIndex(1, block => Compare(Key(block), key) > 0);
        _blocks.Insert(index < 0 ? _blocks.Count : index, text);
        return true;
    }

    private static (string Kind, string Token) Key(string block) => block.Split(' ', '\n') is [var kind, var token, ..] ? (kind, token) : (block, "");

    private static int Compare((string Kind, string Token) left, (string Kind, string Token) right)
    {
        var kinds = Array.IndexOf(Kinds, left.Kind).CompareTo(Array.IndexOf(Kinds, right.Kind));
        return kinds != 0 ? kinds : string.CompareOrdinal(left.Token, right.Token);
    }
}
