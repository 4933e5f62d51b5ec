using System.Collections.Immutable;
using EcsPlatform.Shared;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Cli.Pins;

/// <summary>What moves when the pins of one stack become those of another.</summary>
/// <param name="Edits">The changes to the other one, those that change nothing included.</param>
/// <param name="Notes">What does not move, and why.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record Promotion(ImmutableArray<PinEdit> Edits, ImmutableArray<string> Notes, ImmutableArray<string> Problems)
{
    /// <summary>Finds out what moves.</summary>
    /// <param name="from">The stack whose pins move.</param>
    /// <param name="source">Its pins.</param>
    /// <param name="to">The stack that gets them.</param>
    /// <param name="used">The names that its program pins.</param>
    /// <param name="target">Its pins.</param>
    /// <param name="names">The names that move; empty for all that it uses.</param>
    /// <param name="prune">Whether pins go that would be left over.</param>
    public static Promotion Of(
        string from, StackPins source, string to, PinNames used, StackPins target, IReadOnlyCollection<string> names, bool prune)
    {
        if (source.Pins.IsEmpty || !source.Problems.IsEmpty)
        {
            var nothing = $"'{from}' pins nothing: there is nothing to promote. Pin something there first: pin {from}";
            return new Promotion([], [], source.Problems.IsEmpty ? [nothing] : source.Problems);
        }

        var problems = names.Distinct(StringComparer.Ordinal).SelectMany(name => Refusals(from, source, to, used, name)).ToImmutableArray();
        var moved = source.Pins.Where(pin => IsUsed(used, pin.Key) && (names.Count == 0 || names.Contains(pin.Key.Name))).ToImmutableArray();
        var unused = source.Names.Where(name => !IsUsed(used, name)).ToImmutableArray();
        var extra = target.Names.Where(name => !IsUsed(used, name) || !source.Names.Contains(name)).ToImmutableArray();
        var removed = prune ? extra : [];
        return new Promotion(
            [.. moved.Select(pin => new PinEdit.Set(pin.Key.Name, pin.Value)), .. removed.Select(name => new PinEdit.Remove(name))],
            names.Count > 0 ? [] : [.. Note($"not used by {to}", unused), .. prune ? [] : Note($"only in {to}, kept (--prune removes them)", extra)],
            problems);
    }

    private static IEnumerable<string> Refusals(string from, StackPins source, string to, PinNames used, string name)
    {
        var found = source.Names.Where(pin => pin.Name == name).ToList();
        if (found.Count == 0)
        {
            string[] known = [.. source.Names.Select(pin => pin.Name)];
            yield return $"'{name}': no name that '{from}' pins. Allowed: {string.Join(", ", known)}. {Nearest.Advice(name, known, "Name one of these.")}";
        }
        else if (!found.Exists(pin => IsUsed(used, pin)))
        {
            yield return $"'{name}': not used by {to}. Allowed: {string.Join(", ", [.. used.Images, .. used.Jars])}. Leave it out.";
        }
    }

    private static bool IsUsed(PinNames used, PinName name) => (name.Map == PinMap.Images ? used.Images : used.Jars).Contains(name.Name);

    private static IEnumerable<string> Note(string what, ImmutableArray<PinName> names) => names.IsEmpty ? [] : [$"{what}: {string.Join(", ", names)}"];
}
