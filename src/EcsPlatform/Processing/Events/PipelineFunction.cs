using EcsPlatform.Functions;

namespace EcsPlatform.Processing;

/// <summary>A function of a pipeline, with its queue and what it may touch.</summary>
public sealed record PipelineFunction
{
    /// <summary>Its name in the pipeline, 1 to 40 lower-case letters, digits and inner hyphens; its resources' names bear it.</summary>
    public required string Name { get; init; }

    /// <summary>The function itself. What it needs for its queue and its places comes on top.</summary>
    public required LambdaFunctionArgs Function { get; init; }

    /// <summary>The queue from which it takes its events. Default: see <see cref="EventQueueArgs"/>.</summary>
    public EventQueueArgs Queue { get; init; } = new();

    /// <summary>The objects that it may read, and list. Default: none.</summary>
    public ImmutableArray<ObjectPlace> Reads { get; init; } = [];

    /// <summary>The objects that it may write. Default: none.</summary>
    public ImmutableArray<ObjectPlace> Writes { get; init; } = [];

    /// <summary>The objects that it may delete. Default: none.</summary>
    public ImmutableArray<ObjectPlace> Deletes { get; init; } = [];

    /// <summary>The rights to its places.</summary>
    /// <param name="buckets">The pipeline's buckets.</param>
    /// <returns>The grants.</returns>
    internal IEnumerable<Grant> Grants(ImmutableSortedDictionary<string, PipelineBucket> buckets) =>
    [
        .. Reads.Select(place => buckets[place.Bucket].Grants.Read(place.Prefix)),
        .. Writes.Select(place => buckets[place.Bucket].Grants.Write(place.Prefix)),
        .. Deletes.Select(place => buckets[place.Bucket].Grants.Delete(place.Prefix)),
    ];
}
