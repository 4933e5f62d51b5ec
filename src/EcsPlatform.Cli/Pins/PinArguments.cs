using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Shared;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Cli.Pins;

/// <summary>What somebody asks to be pinned.</summary>
/// <param name="Words">Names and pins in turns.</param>
/// <param name="Removed">The names whose pins go.</param>
/// <param name="Emptied">The maps whose pins all go, except for those that are given anew.</param>
internal sealed record PinArguments(ImmutableArray<string> Words, ImmutableArray<string> Removed, ImmutableArray<PinMap> Emptied)
{
    /// <summary>Reads what is asked as changes.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="names">The names that its program pins; null when it has none.</param>
    /// <param name="pins">Its pins now; null when they are not known.</param>
    /// <returns>The changes, and all that is wrong.</returns>
    public (ImmutableArray<PinEdit> Edits, ImmutableArray<string> Problems) Read(string stack, PinNames? names, StackPins? pins)
    {
        var edits = ImmutableArray.CreateBuilder<PinEdit>();
        var problems = new List<Problem>();
        foreach (var pair in Words.Chunk(2))
        {
            problems.AddRange(pair.Length == 2
                ? Pinned(stack, pair[0], pair[1], names, pins, edits)
                : [new Problem($"'{pair[0]}'", "nothing after it", "a name and its pin, or several of them in turns", "Give what it is pinned to")]);
        }

        edits.AddRange(Removals(stack, pins, [.. edits.Select(edit => edit.Name)], problems));
        if (Words.IsEmpty && Removed.IsEmpty && Emptied.IsEmpty)
        {
            problems.Add(new Problem("pin", "nothing to change", "names with their pins, --remove or --remove-all", "Give one of them"));
        }

        var twice = Words.Chunk(2).Select(pair => pair[0]).Concat(Removed).GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1);
        problems.AddRange(twice.Select(name => new Problem($"'{name.Key}'", "named more than once", "each name once", "Keep one of them")));
        return (edits.ToImmutable(), [.. problems.Select(problem => problem.ToString())]);
    }

    private static List<Problem> Pinned(
        string stack, string name, string text, PinNames? names, StackPins? pins, ImmutableArray<PinEdit>.Builder edits)
    {
        var isImage = names?.Images.Contains(name) == true;
        var isJar = names?.Jars.Contains(name) == true;
        List<Problem> problems = [];
        if (names is not null && !isImage && !isJar)
        {
            string[] known = [.. names.Images, .. names.Jars];
            problems.Add(new Problem($"'{name}'", $"no name that the program of '{stack}' pins", string.Join(", ", known), Nearest.Advice(name, known, "Name one of these")));
        }

        // A name may stand in both maps; then the pin says which is meant. So it does where the name says nothing.
        var jar = text.Contains(Pin.Jar.VersionMark, StringComparison.Ordinal) ? isJar || !isImage : isJar && !isImage;
        var map = jar ? PinMap.Jars : PinMap.Images;
        var current = (pins?.Find(new PinName(map, name)) as Pin.Image)?.Reference;
        var (pin, wrong) = jar ? PinText.Jar(name, text) : PinText.Image(name, text, current);
        if (pin is not null && problems.Count == 0)
        {
            edits.Add(new PinEdit.Set(name, pin));
        }

        // A digest alone is right as long as nobody knows what it could keep.
        problems.AddRange(wrong.Where(_ => !PinText.IsDigest(text) || (pins is not null && problems.Count == 0)));
        return problems;
    }

    private IEnumerable<PinEdit> Removals(string stack, StackPins? pins, ImmutableArray<PinName> given, List<Problem> problems)
    {
        if (pins is null)
        {
            return [];
        }

        string[] known = [.. pins.Names.Select(name => name.Name).Distinct(StringComparer.Ordinal)];
        problems.AddRange(Removed.Where(name => !known.Contains(name)).Select(name => new Problem(
            $"--remove {name}", $"no name that '{stack}' pins", known.Length == 0 ? "none: nothing is pinned" : string.Join(", ", known), Nearest.Advice(name, known, "Name one of these"))));
        return pins.Names
            .Where(name => (Removed.Contains(name.Name) || Emptied.Contains(name.Map)) && !given.Contains(name))
            .Select(name => new PinEdit.Remove(name));
    }
}
