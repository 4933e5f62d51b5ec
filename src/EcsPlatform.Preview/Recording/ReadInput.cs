using System.Collections.Immutable;
using EcsPlatform.Plans;
using Pulumi;

namespace EcsPlatform.Preview.Recording;

/// <summary>A value that a program gave as an input, with what the mocked engine is not told of it.</summary>
/// <param name="Value">The value; secrets and unknowns are marked.</param>
/// <param name="References">The resources whose outputs it contains.</param>
/// <param name="IsMarked">True when a secret or an unknown is in it.</param>
internal readonly record struct ReadInput(PropertyValue Value, ImmutableHashSet<Resource> References, bool IsMarked)
{
    public static ImmutableHashSet<Resource> NoReferences { get; } =
        ImmutableHashSet.Create<Resource>(ReferenceEqualityComparer.Instance);

    public static ReadInput Plain(PropertyValue value) => new(value, NoReferences, false);
}
