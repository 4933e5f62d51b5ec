using Pulumi.Aws.S3.Inputs;

namespace EcsPlatform.Processing;

/// <summary>Tells a bucket where its events go. S3 keeps one such configuration per bucket, and a second one would take the first's place.</summary>
internal static class BucketNotifications
{
    /// <summary>Adds a bucket's only notification.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="routes">The ways of the bucket's events.</param>
    /// <param name="queues">The functions' queues.</param>
    /// <param name="topics">The topics, by their names.</param>
    /// <param name="options">The parent, and the policies that must be there: S3 tries each destination when it is told.</param>
    public static void Add(
        string name,
        PipelineBucket bucket,
        IEnumerable<EventRoute> routes,
        IReadOnlyDictionary<string, EventQueue> queues,
        IReadOnlyDictionary<string, EventTopic> topics,
        CustomResourceOptions options)
    {
        var args = new S3.BucketNotificationArgs { Bucket = bucket.BucketName };
        foreach (var route in routes.OrderBy(route => route.Name, StringComparer.Ordinal))
        {
            var events = route.Events;
            InputList<string> changes = [.. events.Changes.Order().Select(Event)];
            if (route.Queue is { } consumer)
            {
                args.Queues.Add(new BucketNotificationQueueArgs
                {
                    Id = route.Name,
                    QueueArn = queues[consumer].Arn,
                    Events = changes,
                    FilterPrefix = OrNull(events.Prefix),
                    FilterSuffix = OrNull(events.Suffix),
                });
            }
            else
            {
                args.Topics.Add(new BucketNotificationTopicArgs
                {
                    Id = route.Name,
                    TopicArn = topics[route.Name].Arn,
                    Events = changes,
                    FilterPrefix = OrNull(events.Prefix),
                    FilterSuffix = OrNull(events.Suffix),
                });
            }
        }

        _ = new S3.BucketNotification(name, args, options);
    }

    private static string Event(ObjectChange change) => change == ObjectChange.Created ? "s3:ObjectCreated:*" : "s3:ObjectRemoved:*";

    private static Input<string>? OrNull(string text) => text.Length == 0 ? (Input<string>?)null : text;
}
