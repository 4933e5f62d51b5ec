namespace Pulumi.Facts.Tool;

/// <summary>Writes the lines of properties, keeping what an earlier block says of them.</summary>
internal sealed class PropertyLines(string[]? earlier)
{
    private static readonly string[] Numbers = ["int", "double"];

    /// <summary>Inputs that are numbers and new: whether they are whole is not to be seen in TypeScript.</summary>
    public List<string> NewNumbers { get; } = [];

    /// <summary>The lines of a resource's inputs and outputs, or of a nested type's where the two sides differ.</summary>
    public IEnumerable<string> Apart(IEnumerable<Declaration> inputs, IEnumerable<Declaration> outputs) =>
        Lines("in", inputs).Concat(Lines("out", outputs));

    /// <summary>The lines of a nested type; one line a property where both sides are alike.</summary>
    public IEnumerable<string> Joined(IReadOnlyList<Declaration> inputs, IReadOnlyList<Declaration> outputs)
    {
        var alike = inputs.Select(Signature).Order(StringComparer.Ordinal).SequenceEqual(outputs.Select(Signature).Order(StringComparer.Ordinal));
        if (!alike)
        {
            return Apart(inputs, outputs);
        }

        var optional = outputs.Where(output => output.Optional).Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        return Sorted(inputs).Select(input => Line($"io{(input.Optional ? "" : "!")}{(optional.Contains(input.Name) ? "?" : "")}", input));
    }

    private static string Signature(Declaration declaration) => $"{declaration.Name} {TypeScriptType.ToFacts(declaration.Type)}";

    private static IEnumerable<Declaration> Sorted(IEnumerable<Declaration> declarations) =>
        declarations.OrderBy(declaration => declaration.Name, StringComparer.Ordinal);

    private IEnumerable<string> Lines(string side, IEnumerable<Declaration> declarations) => Sorted(declarations).Select(declaration => Line(
        side == "in" ? $"in{(declaration.Optional ? "" : "!")}" : $"out{(declaration.Optional || TypeScriptType.MayBeAbsent(declaration.Type) ? "?" : "")}",
        declaration));

    private string Line(string word, Declaration declaration)
    {
        var type = TypeScriptType.ToFacts(declaration.Type);
        var known = earlier?.Select(line => line.Trim().Split(' ', 4))
            .FirstOrDefault(words => words.Length > 2 && words[1] == declaration.Name && words[0].TrimEnd('!', '?') == word.TrimEnd('!', '?'));
        if (known is null)
        {
            if (type.Contains("int", StringComparison.Ordinal) && !type.Contains('#'))
            {
                NewNumbers.Add(declaration.Name);
            }

            return $"  {word} {declaration.Name} {type} {Marks.FromComment(declaration.Comment)}".TrimEnd();
        }

        // Whether a number is whole was decided by a person, and so were the marks.
        var decided = Numbers.Aggregate(known[2], (text, number) => text.Replace(number, "number", StringComparison.Ordinal))
            == Numbers.Aggregate(type, (text, number) => text.Replace(number, "number", StringComparison.Ordinal)) ? known[2] : type;
        return $"  {word} {declaration.Name} {decided} {(known.Length > 3 ? known[3] : "")}".TrimEnd();
    }
}
