namespace EcsPlatform.Processing;

/// <summary>What happens to some objects of a bucket, and which functions hear of it.</summary>
public sealed record ObjectEvents
{
    /// <summary>The bucket's name in the pipeline.</summary>
    public required string Bucket { get; init; }

    /// <summary>What the objects' keys begin with. Default: an empty text, any do.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What the objects' keys end with. Default: an empty text, any do.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>
    /// The functions that hear of it, by their names in the pipeline, one or more: one through its queue, several through a topic and the queue
    /// of each.
    /// </summary>
    public required ImmutableArray<string> Consumers { get; init; }

    /// <summary>Of what they hear. Default: both kinds of change.</summary>
    public ImmutableArray<ObjectChange> Changes { get; init; } = [ObjectChange.Created, ObjectChange.Removed];

    /// <summary>The objects, as people write them.</summary>
    /// <returns>For example <c>source/items/*.xml</c>.</returns>
    public override string ToString() => $"{Bucket}/{Prefix}*{Suffix}";

    /// <summary>
    /// Whether S3 refuses both in one bucket: some change, of an object whose key matches both filters
    /// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html).
    /// </summary>
    /// <param name="other">The other events.</param>
    /// <returns>True when they overlap.</returns>
    internal bool Overlaps(ObjectEvents other) =>
        Bucket == other.Bucket && Changes.Intersect(other.Changes).Any() && Keys.Overlap(Prefix, Suffix, other.Prefix, other.Suffix);
}
