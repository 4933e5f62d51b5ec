using System.Text.RegularExpressions;

namespace Pulumi.Facts.Tool;

/// <summary>Turns types of TypeScript into those of the facts.</summary>
internal static partial class TypeScriptType
{
    /// <summary>The type in the facts' words; whether the value may be undefined shows elsewhere.</summary>
    /// <exception cref="ToolException">A type that the facts have no word for.</exception>
    public static string ToFacts(string type)
    {
        var text = Space().Replace(type, " ").Trim();
        var cases = Cases(text).Where(part => part != "undefined").ToList();
        if (cases.Count > 1)
        {
            return Union([.. cases.Select(ToFacts).Distinct()]);
        }

        text = cases[0];
        if (text.StartsWith('(') && text.EndsWith(')'))
        {
            return ToFacts(text[1..^1]);
        }

        if (text.EndsWith("[]", StringComparison.Ordinal))
        {
            return $"list<{ToFacts(text[..^2])}>";
        }

        var wrapped = Wrapper().Match(text);
        if (wrapped.Success)
        {
            return ToFacts(wrapped.Groups["inner"].Value);
        }

        var map = Map().Match(text);
        return map.Success ? $"map<{ToFacts(map.Groups["inner"].Value.TrimEnd(' ', ';'))}>" : Plain(text);
    }

    /// <summary>Whether the value may be undefined.</summary>
    public static bool MayBeAbsent(string type) => Wrapper().Match(Space().Replace(type, " ").Trim()) is { Success: true } match
        ? MayBeAbsent(match.Groups["inner"].Value)
        : Cases(Space().Replace(type, " ").Trim()).Contains("undefined");

    // A resource's class as an alternative to text exists only in TypeScript.
    private static string Union(List<string> cases)
    {
        var kept = cases.Where(part => !part.StartsWith("ts:", StringComparison.Ordinal)).ToList();
        return kept is ["Asset", "Archive"] ? "AssetOrArchive" : string.Join('|', kept);
    }

    private static string Plain(string text) => text switch
    {
        "string" => "string",
        "boolean" => "bool",
        "number" => "int",
        "any" => "any",
        _ when text.StartsWith("inputs.", StringComparison.Ordinal) => $"#{text["inputs.".Length..]}",
        _ when text.StartsWith("outputs.", StringComparison.Ordinal) => $"#{text["outputs.".Length..]}",
        _ when text.StartsWith("enums.", StringComparison.Ordinal) => $"enum:{text["enums.".Length..]}",
        _ when text.StartsWith("pulumi.asset.", StringComparison.Ordinal) => text["pulumi.asset.".Length..],
        _ when text.Length > 0 && char.IsUpper(text[0]) => $"ts:{text}",
        _ => throw new ToolException($"The facts have no word for the type '{text}'."),
    };

    private static List<string> Cases(string text)
    {
        var (parts, depth, start) = (new List<string>(), 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '<' or '(' or '{' or '[' ? 1 : text[i] is '>' or ')' or '}' or ']' ? -1 : 0;
            if (text[i] == '|' && depth == 0)
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
        }

        parts.Add(text[start..].Trim());
        return parts;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\Apulumi\.(?:Input|Output)<(?<inner>.*)>\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Wrapper();

    [GeneratedRegex(@"\A\{ ?\[key: string\]: (?<inner>.*)\}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Map();
}
