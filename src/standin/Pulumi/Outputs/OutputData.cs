using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output carries. <paramref name="Value"/> means nothing while <paramref name="IsKnown"/> is false.</summary>
internal readonly record struct OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret);
