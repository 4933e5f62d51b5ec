namespace EcsPlatform.Processing;

/// <summary>Some objects of a bucket, as what a function reads or writes.</summary>
/// <param name="Bucket">The bucket's name in the pipeline.</param>
/// <param name="Prefix">What the objects' keys begin with. Default: an empty text, any do.</param>
public sealed record ObjectPlace(string Bucket, string Prefix = "")
{
    /// <summary>
    /// What the keys end with, where that tells objects apart that a function writes from those that it hears of; rights cover the whole
    /// prefix. Default: an empty text, any do.
    /// </summary>
    public string Suffix { get; init; } = "";

    /// <summary>The objects, as people write them.</summary>
    /// <returns>For example <c>releases/html/*</c>.</returns>
    public override string ToString() => $"{Bucket}/{Prefix}*{Suffix}";

    /// <summary>Whether an object written here is one of those events.</summary>
    /// <param name="events">The events.</param>
    /// <returns>True when it may be.</returns>
    internal bool Meets(ObjectEvents events) => Bucket == events.Bucket && Keys.Overlap(Prefix, Suffix, events.Prefix, events.Suffix);
}
