namespace EcsPlatform.Processing;

/// <summary>The ways that events take from buckets to functions.</summary>
internal static class EventRoutes
{
    /// <summary>Decides the ways.</summary>
    /// <param name="events">The declared events, in order.</param>
    /// <param name="detours">The detours.</param>
    /// <returns>The ways, in the order of the events.</returns>
    public static ImmutableArray<EventRoute> Of(ImmutableArray<ObjectEvents> events, ImmutableArray<EventDetour> detours) =>
        [.. events.Select(one => new EventRoute(one with { Consumers = [.. one.Consumers.Select(consumer => Through(consumer, detours)).Distinct()] }))];

    // A step may have a step before it. Steps in a circle lead back: EventLoops tells of them.
    private static string Through(string consumer, ImmutableArray<EventDetour> detours)
    {
        var first = consumer;
        foreach (var _ in detours)
        {
            first = detours.FirstOrDefault(detour => detour.Consumer == first)?.Through ?? first;
        }

        return first;
    }
}

/// <summary>The way of some events, to the functions that really hear of them.</summary>
/// <param name="Events">The events, with those functions as consumers.</param>
internal sealed record EventRoute(ObjectEvents Events)
{
    // The topic's name begins with the pipeline's.
    private const int LongestName = 100;

    /// <summary>
    /// The function whose queue hears at once; null when several do, through a topic: S3 refuses the same filter twice
    /// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html).
    /// </summary>
    public string? Queue => Events.Consumers is [var only] ? only : null;

    /// <summary>A name that stays as long as the filter does: the bucket, the prefix and the suffix.</summary>
    public string Name => ResourceName.Fit($"{Events.Bucket}-{Events.Prefix}-{Events.Suffix}", ResourceNameKind.Topic, LongestName);
}
