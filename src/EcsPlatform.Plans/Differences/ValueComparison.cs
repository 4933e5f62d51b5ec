using System.Collections.Immutable;
using System.Text;

namespace EcsPlatform.Plans.Differences;

/// <summary>Finds what differs between two canonical values, and leaves out what only looks different.</summary>
/// <param name="references">The outputs that the new value may refer to.</param>
/// <param name="changed">The first changed resource among those that it refers to: the reason for what is not yet known; null for none.</param>
internal sealed class ValueComparison(References references, string? changed)
{
    private const string Defaults = "__defaults";

    // A mark of which nothing is known: the secret behind it may be any.
    private const string AnySecret = "[secret]";

    /// <summary>What differs between a resource's properties, by path.</summary>
    /// <param name="old">The canonical properties as they were.</param>
    /// <param name="new">As they are to be.</param>
    /// <param name="comparisonOf">The comparison for a property.</param>
    public static ImmutableArray<PropertyChange> Properties(PropertyValue.Map old, PropertyValue.Map @new, Func<string, ValueComparison> comparisonOf) =>
    [
        .. Entries(old, @new)
            .SelectMany(entry => comparisonOf(entry.Name).Values(PropertyPath.Of(entry.Name), entry.Old, entry.New, Coercion.Any))
            .OrderBy(change => change.Path, PathOrder.Instance),
    ];

    private IEnumerable<PropertyChange> Values(PropertyPath path, PropertyValue? old, PropertyValue? @new, Coercion coercion) => (old, @new) switch
    {
        _ when !references.HasAnew && Equals(old, @new) => [],
        (PropertyValue.Map before, PropertyValue.Map after) => Entries(before, after)
            .SelectMany(entry => Values(path.Then(new PathSegment.Field(entry.Name)), entry.Old, entry.New, coercion)),
        (PropertyValue.Json before, PropertyValue.Json after) =>
            Values(path, before.Content, after.Content, PolicyForm.Is(before.Content) && PolicyForm.Is(after.Content) ? Coercion.Any : Coercion.None),
        (PropertyValue.List before, PropertyValue.List after) => Lists(path, before, after, coercion),
        _ => Same(old, @new, coercion) ? [] : [Change(path, old, @new)],
    };

    // What the provider filled in on one side is no change where the other says nothing.
    private static IEnumerable<(string Name, PropertyValue? Old, PropertyValue? New)> Entries(PropertyValue.Map old, PropertyValue.Map @new)
    {
        var oldDefaults = DefaultsOf(old);
        var newDefaults = DefaultsOf(@new);
        return old.Entries.Keys.Union(@new.Entries.Keys)
            .Where(name => name != Defaults)
            .Select(name => (Name: name, Old: old.Entries.GetValueOrDefault(name), New: @new.Entries.GetValueOrDefault(name)))
            .Where(entry => !(entry.New is null && oldDefaults.Contains(entry.Name)) && !(entry.Old is null && newDefaults.Contains(entry.Name)));
    }

    private static ImmutableHashSet<string> DefaultsOf(PropertyValue.Map map) => map.Entries.GetValueOrDefault(Defaults) is PropertyValue.List names
        ? [.. names.Items.OfType<PropertyValue.Text>().Select(name => name.Value)]
        : [];

    private IEnumerable<PropertyChange> Lists(PropertyPath path, PropertyValue.List old, PropertyValue.List @new, Coercion coercion)
    {
        if (ItemKeys.Of(old, @new) is var (before, after))
        {
            var oldKeys = OldKeys(before, after);
            return before.Keys.Except(oldKeys.Values).Select(key => (Key: key, Old: (PropertyValue?)before[key], New: default(PropertyValue)))
                .Concat(after.Select(item => (item.Key, Old: before.GetValueOrDefault(oldKeys.GetValueOrDefault(item.Key, "")), New: (PropertyValue?)item.Value)))
                .SelectMany(item => Values(path.Then(new PathSegment.Item(item.Key)), item.Old, item.New, coercion));
        }

        if (PolicyForm.IsSet(path))
        {
            return SameSet(old, @new, coercion) ? []
                : PolicyForm.IsStatements(path) ? Items(path, old, @new, coercion)
                : [Change(path, old, @new)];
        }

        return Items(path, old, @new, coercion);
    }

    private IEnumerable<PropertyChange> Items(PropertyPath path, PropertyValue.List old, PropertyValue.List @new, Coercion coercion) =>
        Enumerable.Range(0, Math.Max(old.Items.Length, @new.Items.Length)).SelectMany(i => Values(
            path.Then(new PathSegment.Index(i)), old.Items.ElementAtOrDefault(i), @new.Items.ElementAtOrDefault(i), coercion));

    // The old key of each new one. A key may itself refer to an output and be another in either plan.
    private Dictionary<string, string> OldKeys(ImmutableSortedDictionary<string, PropertyValue> old, ImmutableSortedDictionary<string, PropertyValue> @new)
    {
        var left = old.Keys.Except(@new.Keys).ToList();
        var keys = @new.Keys.Where(old.ContainsKey).ToDictionary(key => key, StringComparer.Ordinal);
        foreach (var key in @new.Keys.Where(key => !old.ContainsKey(key)))
        {
            if (left.Find(other => references.Same(other, key)) is { } found)
            {
                left.Remove(found);
                keys[key] = found;
            }
        }

        return keys;
    }

    private bool SameSet(PropertyValue.List old, PropertyValue.List @new, Coercion coercion)
    {
        var left = old.Items.ToList();
        return old.Items.Length == @new.Items.Length
            && @new.Items.All(item => left.Remove(left.Find(other => !Values(PropertyPath.Of("item"), other, item, coercion).Any())!));
    }

    private PropertyChange Change(PropertyPath path, PropertyValue? old, PropertyValue? @new) => new(path, old, @new)
    {
        FollowsFrom = @new switch
        {
            null => null,
            PropertyValue.Unknown => changed,
            PropertyValue.Json json => Source(json.Content),
            _ => Source(@new),
        },
    };

    private string? Source(PropertyValue value) => Scalar.Texts(value)
        .Select(text => references.Source(text.Text) ?? (Decoded(text.Text) is { } decoded ? references.Source(decoded) : null))
        .FirstOrDefault(urn => urn is not null);

    // The preview cannot know a secret's value: a mark that says nothing of it is the same as any value, but not as none.
    private bool Same(PropertyValue? old, PropertyValue? @new, Coercion coercion) => (old, @new) switch
    {
        (null, _) or (_, null) => old is null && @new is null,
        (PropertyValue.Secret { Mark: AnySecret }, not PropertyValue.Unknown) or (_, PropertyValue.Secret { Mark: AnySecret }) => true,
        (PropertyValue.Text before, PropertyValue.Text after) => SameText(before.Value, after.Value),
        _ when coercion == Coercion.None => old.Equals(@new),
        _ => Scalar.Text(old) is { } before && Scalar.Text(@new) is { } after ? references.Same(before, after) : old.Equals(@new),
    };

    // What is looked up may be any value: only AWS knows. User data is a script in Base64, with names of other resources in it.
    private bool SameText(string old, string @new) =>
        references.Same(old, @new)
        || LookedUp.MayBe(@new, old)
        || LookedUp.MayBe(old, @new)
        || (Decoded(old) is { } before && Decoded(@new) is { } after && references.Same(before, after));

    private static string? Decoded(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return text.Length >= 16 && Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }

    /// <summary>Whether 80 and true are the same as "80" and "true".</summary>
    private enum Coercion
    {
        /// <summary>They are not: in JSON.</summary>
        None,

        /// <summary>They are: the provider turns inputs into the type that it wants, and IAM the values of a policy.</summary>
        Any,
    }
}
