using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output carries. <paramref name="Value"/> means nothing while <paramref name="IsKnown"/> is false.</summary>
/// <remarks>A class: all that waits for it is compiled once then, and not for each <typeparamref name="T"/>.</remarks>
internal sealed record OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret);
