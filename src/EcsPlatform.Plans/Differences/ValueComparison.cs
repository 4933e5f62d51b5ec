using System.Collections.Immutable;
using System.Text;

namespace EcsPlatform.Plans.Differences;

/// <summary>Finds what differs between two canonical values, and leaves out what only looks different.</summary>
internal sealed class ValueComparison(Translation translation)
{
    private const string Defaults = "__defaults";

    // A mark of which nothing is known: the secret behind it may be any.
    private const string AnySecret = "[secret]";

    /// <summary>What differs between a resource's properties.</summary>
    public ImmutableArray<PropertyChange> Properties(PropertyValue.Map old, PropertyValue.Map @new) =>
        [.. Fields(null, old, @new).OrderBy(change => change.Path.ToString(), StringComparer.Ordinal)];

    private IEnumerable<PropertyChange> Fields(PropertyPath? path, PropertyValue.Map old, PropertyValue.Map @new)
    {
        var oldDefaults = DefaultsOf(old);
        var newDefaults = DefaultsOf(@new);
        foreach (var name in old.Entries.Keys.Union(@new.Entries.Keys).Where(name => name != Defaults))
        {
            var (before, after) = (old.Entries.GetValueOrDefault(name), @new.Entries.GetValueOrDefault(name));
            // What the provider filled in on one side is no change where the other says nothing.
            if ((after is null && oldDefaults.Contains(name)) || (before is null && newDefaults.Contains(name)))
            {
                continue;
            }

            var at = path is null ? PropertyPath.Of(name) : path.Then(new PathSegment.Field(name));
            foreach (var change in Values(at, before, after))
            {
                yield return change;
            }
        }
    }

    private IEnumerable<PropertyChange> Values(PropertyPath path, PropertyValue? old, PropertyValue? @new) => (old, @new) switch
    {
        (PropertyValue.Map before, PropertyValue.Map after) => Fields(path, before, after),
        (PropertyValue.Json before, PropertyValue.Json after) => Values(path, before.Content, after.Content),
        (PropertyValue.List before, PropertyValue.List after) => Lists(path, before, after),
        _ => Same(old, @new) ? [] : [Change(path, old, @new)],
    };

    private IEnumerable<PropertyChange> Lists(PropertyPath path, PropertyValue.List old, PropertyValue.List @new)
    {
        if (ItemKeys.Of(old) is { } before && ItemKeys.Of(@new) is { } after)
        {
            return before.Keys.Union(after.Keys).SelectMany(key => Values(
                path.Then(new PathSegment.Item(key)), before.GetValueOrDefault(key), after.GetValueOrDefault(key)));
        }

        if (PolicyForm.IsSet(path))
        {
            return SameSet(old, @new) ? [] : [Change(path, old, @new)];
        }

        return Enumerable.Range(0, Math.Max(old.Items.Length, @new.Items.Length)).SelectMany(i => Values(
            path.Then(new PathSegment.Index(i)), i < old.Items.Length ? old.Items[i] : null, i < @new.Items.Length ? @new.Items[i] : null));
    }

    private PropertyChange Change(PropertyPath path, PropertyValue? old, PropertyValue? @new) => new(path, old, @new)
    {
        FollowsFrom = @new is null ? null : Scalar.Texts(Plain(@new)).Select(text => translation.Source(text.Text)).FirstOrDefault(urn => urn is not null),
    };

    private static PropertyValue Plain(PropertyValue value) => value is PropertyValue.Json json ? json.Content : value;

    private static ImmutableHashSet<string> DefaultsOf(PropertyValue.Map map) => map.Entries.GetValueOrDefault(Defaults) is PropertyValue.List names
        ? [.. names.Items.OfType<PropertyValue.Text>().Select(name => name.Value)]
        : [];

    private bool SameSet(PropertyValue.List old, PropertyValue.List @new)
    {
        var left = old.Items.ToList();
        return old.Items.Length == @new.Items.Length && @new.Items.All(item => left.FindIndex(other => SameWhole(other, item)) is >= 0 and var i && RemoveAt(left, i));
    }

    private static bool RemoveAt(List<PropertyValue> list, int index)
    {
        list.RemoveAt(index);
        return true;
    }

    private bool SameWhole(PropertyValue old, PropertyValue @new) => !Values(PropertyPath.Of("item"), old, @new).Any();

    private bool Same(PropertyValue? old, PropertyValue? @new)
    {
        if (old is PropertyValue.Secret || @new is PropertyValue.Secret)
        {
            return IsAny(old) || IsAny(@new) || (old?.Equals(@new) ?? false);
        }

        return Scalar.Text(old) is { } before && Scalar.Text(@new) is { } after ? SameText(before, after)
            : old is null ? @new is null
            : old.Equals(@new);
    }

    private bool SameText(string old, string @new) =>
        translation.Same(old, @new)
        // User data is a script in Base64, with names of other resources in it.
        || (Decoded(old) is { } before && Decoded(@new) is { } after && translation.Same(before, after));

    private static bool IsAny(PropertyValue? value) => value is PropertyValue.Secret { Mark: AnySecret };

    private static string? Decoded(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return text.Length >= 16 && Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }
}
