using EcsPlatform.Functions;
using EcsPlatform.Networking;

namespace EcsPlatform.Processing;

/// <summary>
/// Functions that work on objects as they are written and deleted: a queue for each function, a topic where several hear of the same objects,
/// and one notification for each bucket.
/// </summary>
public sealed class EventPipeline : ComponentResource
{
    /// <summary>Creates the pipeline.</summary>
    /// <param name="name">The name, which its resources' names begin with.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public EventPipeline(string name, EventPipelineArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:processing:EventPipeline", name, options)
    {
        InvalidArgsException.ThrowIfAny($"EventPipeline '{name}'", args.Problems(name));
        Queues = args.Functions.ToImmutableSortedDictionary(
            function => function.Name,
            function => new EventQueue($"{name}-{function.Name}", function.Queue, function.Function.TimeoutSeconds, new ComponentResourceOptions { Parent = this }),
            StringComparer.Ordinal);
        Functions = args.Functions.ToImmutableSortedDictionary(
            function => function.Name, function => AddFunction(name, function, args), StringComparer.Ordinal);
        AddWays(name, args);
        if (args.AlarmTopicArns is { } topics)
        {
            foreach (var function in args.Functions)
            {
                PipelineAlarms.Add(
                    $"{name}-{function.Name}", function, Functions[function.Name], Queues[function.Name], topics, new CustomResourceOptions { Parent = this });
            }
        }

        RegisterOutputs();
    }

    /// <summary>The functions' queues, by the functions' names.</summary>
    public ImmutableSortedDictionary<string, EventQueue> Queues { get; }

    /// <summary>The functions, by their names.</summary>
    public ImmutableSortedDictionary<string, LambdaFunction> Functions { get; }

    private LambdaFunction AddFunction(string name, PipelineFunction function, EventPipelineArgs args)
    {
        ImmutableArray<EventDetour> sends = [.. args.Detours.Where(detour => detour.Through == function.Name)];
        var own = Queues[function.Name];
        var made = new LambdaFunction(
            $"{name}-{function.Name}",
            function.Function with
            {
                Environment = function.Function.Environment.AddRange(sends.Select(detour =>
                    KeyValuePair.Create(detour.QueueVariable, FunctionVariable.FromOutput(Queues[detour.Consumer].Url)))),
                Grants =
                [
                    .. function.Function.Grants,
                    own.Grants.Receive(),
                    .. function.Grants(args.Buckets),
                    .. sends.Select(detour => Queues[detour.Consumer].Grants.Send()),
                ],
            },
            new ComponentResourceOptions { Parent = this });
        EventMapping.Add($"{name}-{function.Name}", function.Queue, own, made, new CustomResourceOptions { Parent = this });
        return made;
    }

    private void AddWays(string name, EventPipelineArgs args)
    {
        var routes = args.Routes;
        var children = new CustomResourceOptions { Parent = this };
        var topics = AddTopics(name, args, [.. routes.Where(route => route.Queue is null)], children);
        var admissions = args.Functions.ToDictionary(
            function => function.Name, function => Queues[function.Name].Admit(Senders(function.Name, routes, topics, args.Buckets), args.Account.Id));
        var subscriptions = routes.Where(route => route.Queue is null).ToDictionary(
            route => route.Name,
            route => route.Events.Consumers.Select(consumer => topics[route.Name].Subscribe(consumer, Queues[consumer], admissions[consumer])).ToImmutableArray());
        foreach (var bucket in routes.GroupBy(route => route.Events.Bucket, StringComparer.Ordinal).OrderBy(bucket => bucket.Key, StringComparer.Ordinal))
        {
            BucketNotifications.Add(
                $"{name}-{bucket.Key}",
                args.Buckets[bucket.Key],
                bucket,
                Queues,
                topics,
                new CustomResourceOptions
                {
                    Parent = this,
                    DependsOn =
                    [
                        .. bucket.SelectMany(route => route.Events.Consumers).Distinct().Order(StringComparer.Ordinal).Select(consumer => admissions[consumer]),
                        .. bucket.Where(route => route.Queue is null).SelectMany(route => subscriptions[route.Name].Append(topics[route.Name].Policy)),
                    ],
                });
        }
    }

    private Dictionary<string, EventTopic> AddTopics(string name, EventPipelineArgs args, ImmutableArray<EventRoute> routes, CustomResourceOptions children)
    {
        if (routes.IsEmpty)
        {
            return [];
        }

        // S3 cannot publish to a topic that AWS's own key of SNS encrypts, for nobody can change that key's policy
        // (https://docs.aws.amazon.com/AmazonS3/latest/userguide/ways-to-add-notification-config-to-bucket.html).
        var key = new KmsKey(
            $"{name}-topics",
            new KmsKeyArgs { Account = args.Account, Description = $"Topics of {name}", Publishers = [EventSender.Bucket] },
            new ComponentResourceOptions { Parent = this });
        return routes.ToDictionary(
            route => route.Name,
            route => new EventTopic($"{name}-{route.Name}", key.Arn, args.Buckets[route.Events.Bucket].Arn, args.Account.Id, children));
    }

    private static ImmutableArray<EventSender> Senders(
        string function, ImmutableArray<EventRoute> routes, Dictionary<string, EventTopic> topics, ImmutableSortedDictionary<string, PipelineBucket> buckets) =>
    [
        .. routes.Where(route => route.Queue == function).Select(route => route.Events.Bucket).Distinct().Order(StringComparer.Ordinal)
            .Select(bucket => new EventSender(EventSender.Bucket, buckets[bucket].Arn)),
        .. routes.Where(route => route.Queue is null && route.Events.Consumers.Contains(function))
            .Select(route => new EventSender(EventSender.Topic, topics[route.Name].Arn)),
    ];
}
