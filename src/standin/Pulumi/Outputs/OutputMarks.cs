using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The marks of an output that is made of several: unknown or secret in any part marks the whole.</summary>
internal struct OutputMarks
{
    private ImmutableHashSet<Resource> _resources;
    private bool _isKnown;
    private bool _isSecret;

    public OutputMarks()
    {
        _resources = [];
        _isKnown = true;
    }

    public readonly bool IsKnown => _isKnown;

    public static ImmutableHashSet<Resource> Union(ImmutableHashSet<Resource> left, ImmutableHashSet<Resource> right)
    {
        if (right.IsEmpty || ReferenceEquals(left, right))
        {
            return left;
        }

        return left.IsEmpty ? right : left.Union(right);
    }

    /// <summary>Adds the marks of a part and returns its value.</summary>
    public T Take<T>(OutputData<T> part)
    {
        _resources = Union(_resources, part.Resources);
        _isKnown &= part.IsKnown;
        _isSecret |= part.IsSecret;
        return part.Value;
    }

    public readonly OutputData<T> Mark<T>(T value) => new(_resources, _isKnown ? value : default!, _isKnown, _isSecret);
}
