namespace EcsPlatform.Cli.Tests;

/// <summary>Reads the tree that the program draws.</summary>
internal static class ResourceTree
{
    private const int Indentation = 4;

    /// <summary>Every line's text with the text of the line above it in the tree, in the order of the lines; the root has none.</summary>
    public static OrderedDictionary<string, string?> Parents(IEnumerable<string> lines)
    {
        var parents = new OrderedDictionary<string, string?>();
        var path = new List<string>();
        foreach (var line in lines)
        {
            var start = line.AsSpan().IndexOfAnyInRange('a', 'z');
            (start % Indentation).ShouldBe(0, line);
            path.RemoveRange(start / Indentation, path.Count - (start / Indentation));
            parents.Add(line[start..], path.LastOrDefault());
            path.Add(line[start..]);
        }

        return parents;
    }
}
