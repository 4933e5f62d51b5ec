using System.Globalization;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>Makes lines of changed values: references by name, secrets hidden, long values shortened around what differs.</summary>
internal sealed class PropertyLines
{
    private const string Secret = "[secret]";
    private const string NotShown = "(not shown)";
    private const string KnownLater = "(known after the update)";

    private readonly References _old;
    private readonly References _new;
    private readonly Dictionary<string, string> _oldUrns;

    /// <summary>Prepares for the changes of a difference.</summary>
    public PropertyLines(PlanDifference difference)
    {
        _old = new References(difference.Old);
        _new = new References(difference.New);
        _oldUrns = difference.Changes.Where(change => change is { Old: not null, New: not null })
            .ToDictionary(change => change.Urn, change => change.Old!.Urn, StringComparer.Ordinal);
    }

    /// <summary>The lines of a resource's changes.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="changes">What differs in it.</param>
    /// <returns>A line for each value without parts, in order.</returns>
    public IEnumerable<PropertyLine> Of(ResourceChange resource, IEnumerable<PropertyChange> changes) =>
        changes.SelectMany(change => Joined(
            [.. PropertyLeaves.Of(change).Select(leaf => Secrets.Covers(resource, leaf) ? SecretLine(leaf) : Line(leaf, whole: leaf.Path.Equals(change.Path)))],
            change.FollowsFrom));

    /// <summary>The lines of all inputs of a resource that is created.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>A line for each value without parts, in order; <see cref="PropertyLine.Value"/> has the value.</returns>
    public IEnumerable<PropertyLine> OfNew(ResourceChange resource) => Of(resource, PropertyLeaves.OfNew(resource.Resource));

    private static PropertyLine SecretLine(PropertyChange change)
    {
        var line = new PropertyLine(Path(change), Hidden(change.Old, change.New), Hidden(change.New, change.Old));
        return line is { Old: Secret, New: Secret } ? line with { New = $"{Secret} (secret differs)" } : line;
    }

    // Beside a secret, a value in the clear may well be that secret.
    private static string? Hidden(PropertyValue? value, PropertyValue? other) => value switch
    {
        null => null,
        PropertyValue.Unknown => KnownLater,
        not PropertyValue.Secret when other is PropertyValue.Secret => NotShown,
        _ => Secret,
    };

    // Of a value with parts, only those that name the resource follow from it.
    private PropertyLine Line(PropertyChange change, bool whole)
    {
        var source = change.FollowsFrom;
        var oldSource = source is null ? null : _oldUrns.GetValueOrDefault(source);
        var (old, @new) = (Shown(change.Old, _old, oldSource, whole), Shown(change.New, _new, source, whole));
        var named = source is not null && @new is not null && @new.Contains(References.Named(source), StringComparison.Ordinal);
        if (named && (old is null || old == @new) && (old is not null || @new == References.Named(source!)))
        {
            return Following(Path(change), source!);
        }

        // Two values that have the same name differ as they are.
        if (old == @new)
        {
            (old, @new) = (Plain(change.Old), Plain(change.New));
        }

        var (before, after) = old is not null && @new is not null
            ? LineText.Short(old, @new)
            : (old is null ? null : LineText.Short(old), @new is null ? null : LineText.Short(@new));
        return new PropertyLine(Path(change), before, after) { From = whole && !named && source is not null && @new is not null ? ResourceName.Short(source) : null };
    }

    private static PropertyLine Following(string path, string source) => new(path, null, null) { From = ResourceName.Short(source) };

    // An item that goes and one that comes say the same but for the resource that both name.
    private static IEnumerable<PropertyLine> Joined(IReadOnlyList<PropertyLine> lines, string? source)
    {
        if (source is null || lines.Count < 2)
        {
            return lines;
        }

        var gone = lines.Where(line => line.New is null && line.Old is not null).Select(line => (line.Path, line.Old)).ToHashSet();
        var same = lines.Where(line => line.Old is null && line.New is not null && gone.Contains((line.Path, line.New))).Select(line => (line.Path, line.New)).ToHashSet();
        return lines.Where(line => line.New is not null || !same.Contains((line.Path, line.Old)))
            .Select(line => line.Old is null && same.Contains((line.Path, line.New)) ? Following(line.Path, source) : line);
    }

    private static string Path(PropertyChange change) => LineText.Printable(change.Path.ToString());

    private static string? Shown(PropertyValue? value, References references, string? source, bool whole) => References.Scalar(value) switch
    {
        null => Plain(value),
        var text when whole && source is not null && references.PutsOut(source, text) => References.Named(source),
        var text when references.Owner(text) is { } owner => References.Named(owner),
        var text => source is null ? text : references.Named(text, source),
    };

    private static string? Plain(PropertyValue? value) => value switch
    {
        null => null,
        PropertyValue.Null => "null",
        PropertyValue.Unknown => KnownLater,
        PropertyValue.Asset asset => $"({asset.Kind})",
        PropertyValue.Map { Entries: var entries } => entries.IsEmpty ? "{}" : string.Create(CultureInfo.InvariantCulture, $"({entries.Count} values)"),
        PropertyValue.List { Items: var items } => items.IsEmpty ? "[]" : string.Create(CultureInfo.InvariantCulture, $"({items.Length} values)"),
        PropertyValue.Secret => Secret,
        _ => References.Scalar(value),
    };
}
