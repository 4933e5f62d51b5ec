using System.Text.Json;
using EcsPlatform.Plans;

namespace EcsPlatform.Testing.Rules;

/// <summary>Rules for topics, queues and the notifications of buckets.</summary>
public static class MessageRules
{
    private const string Topic = "aws:sns/topic:Topic";
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Notification = "aws:s3/bucketNotification:BucketNotification";
    private const double LongestRetention = 1_209_600;

    /// <summary>The rules.</summary>
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        PlanRule.Each("MSG-01", Topic, (topic, plan) => topic.Value("kmsMasterKeyId") is not null
            && (!plan.All(Notification).SelectMany(Ways).Any(way => IsArn(topic, way.Destination)) || BucketsMayEncrypt(topic, plan))),
        new("MSG-02", plan =>
        [
            .. plan.All(Queue).Where(queue => !KeepsStrangersOut(PoliciesOf(queue, plan))).Select(queue => $"MSG-02: {queue.Urn}"),
            .. plan.All(Topic).Where(topic => !KeepsStrangersOut(PoliciesOf(topic, plan))).Select(topic => $"MSG-02: {topic.Urn}"),
        ]),
        PlanRule.Each("MSG-03", Queue, queue => queue.IsOn("sqsManagedSseEnabled") || queue.Value("kmsMasterKeyId") is not null),
        PlanRule.Each("MSG-04", Queue, (queue, plan) => TakesDeadLetters(queue, plan)
            ? queue.Amount("messageRetentionSeconds") == LongestRetention
                && plan.All("aws:cloudwatch/metricAlarm:MetricAlarm").Any(alarm => alarm.Names("dimensions.QueueName", queue, "name"))
            : Redrive(queue) is { } redrive && redrive.GetProperty("maxReceiveCount").GetInt32() >= 3),
        new("S3-07", plan =>
        [
            .. plan.All(Notification).GroupBy(notification => notification.Value("bucket")).Where(same => same.Count() > 1)
                .Select(same => $"S3-07: {same.Key}"),
            .. plan.All(Notification)
                .Where(notification => !ComesAfterItsPolicies(notification, plan) || Overlaps(notification) || CallsItself(notification, plan))
                .Select(notification => $"S3-07: {notification.Urn}"),
        ]),
    ];

    private static bool IsArn(PlannedResource resource, string? arn) => arn is not null && resource.Output("arn") == new PropertyValue.Text(arn);

    private static bool BucketsMayEncrypt(PlannedResource topic, Plan plan) => plan.All("aws:kms/key:Key")
        .Where(key => topic.Names("kmsMasterKeyId", key) || topic.Names("kmsMasterKeyId", key, "arn"))
        .Any(key => key.Statements().Any(statement => statement.Allows()
            && statement.Principals("Service").Contains("s3.amazonaws.com")
            && statement.Texts("Action").Contains("kms:GenerateDataKey")));

    private static IReadOnlyList<PlannedResource> PoliciesOf(PlannedResource target, Plan plan) => target.Type == Queue
        ? [.. plan.All("aws:sqs/queuePolicy:QueuePolicy").Where(policy => policy.Names("queueUrl", target) || policy.Names("queueUrl", target, "url"))]
        : [.. plan.All("aws:sns/topicPolicy:TopicPolicy").Where(policy => policy.Names("arn", target, "arn"))];

    private static bool KeepsStrangersOut(IReadOnlyList<PlannedResource> policies) =>
        policies.Any(policy => policy.Demands("aws:SecureTransport"))
        && policies.SelectMany(policy => policy.Statements())
            .Where(statement => statement.Allows() && (statement.IsForEverybody() || statement.Principals("Service").Count > 0))
            .All(statement => statement.Compared("aws:SourceArn").Count > 0 || statement.Compared("aws:SourceAccount").Count > 0);

    private static JsonElement? Redrive(PlannedResource queue) =>
        queue.Value("redrivePolicy") is { } policy ? JsonDocument.Parse(policy).RootElement : null;

    private static bool TakesDeadLetters(PlannedResource queue, Plan plan) =>
        plan.All(Queue).Any(other => Redrive(other) is { } redrive && IsArn(queue, redrive.GetProperty("deadLetterTargetArn").GetString()));

    private static IReadOnlyList<Way> Ways(PlannedResource notification) =>
    [
        .. new[] { ("queues", "queueArn"), ("topics", "topicArn"), ("lambdaFunctions", "lambdaFunctionArn") }.SelectMany(
            kind => Enumerable.Range(0, notification.Items(kind.Item1).Count).Select(i => $"{kind.Item1}.{i}").Select(path => new Way(
                notification.Value($"{path}.{kind.Item2}"),
                notification.Value($"{path}.filterPrefix") ?? "",
                notification.Value($"{path}.filterSuffix") ?? "",
                [.. notification.Items($"{path}.events").OfType<PropertyValue.Text>().Select(text => text.Value)]))),
    ];

    private static bool ComesAfterItsPolicies(PlannedResource notification, Plan plan) => Ways(notification).All(way =>
    {
        var policies = plan.FunctionOf(way.Destination) is { } function
            ? plan.All(FunctionPlan.Permission).Where(permission => plan.FunctionOf(permission.Value("function")) == function)
            : plan.All(Queue).Concat(plan.All(Topic)).Where(target => IsArn(target, way.Destination)).SelectMany(target => PoliciesOf(target, plan));
        return policies.Any() && policies.All(policy => notification.Dependencies.Contains(policy.Urn));
    });

    private static bool Overlaps(PlannedResource notification)
    {
        var ways = Ways(notification);
        return ways.Where((way, i) => ways.Skip(i + 1).Any(other => way.Events.Intersect(other.Events).Any()
            && Nested(way.Prefix, other.Prefix, (text, start) => text.StartsWith(start, StringComparison.Ordinal))
            && Nested(way.Suffix, other.Suffix, (text, end) => text.EndsWith(end, StringComparison.Ordinal)))).Any();
    }

    private static bool Nested(string text, string other, Func<string, string, bool> holds) => holds(text, other) || holds(other, text);

    // Where a suffix is asked for, what a function writes may differ by it, which rights do not tell.
    private static bool CallsItself(PlannedResource notification, Plan plan) => Ways(notification).Where(way => way.Suffix.Length == 0).Any(way =>
    {
        var filter = $"arn:aws:s3:::{notification.Value("bucket")}/{way.Prefix}";
        return Listeners(way.Destination, plan).SelectMany(plan.PoliciesOf).SelectMany(policy => policy.Statements())
            .Where(statement => statement.Allows() && statement.Texts("Action").Contains("s3:PutObject"))
            .SelectMany(statement => statement.Texts("Resource"))
            .Any(written => Nested(written.TrimEnd('*'), filter, (text, start) => text.StartsWith(start, StringComparison.Ordinal)));
    });

    private static IEnumerable<PlannedResource> Listeners(string? destination, Plan plan) =>
    [
        .. plan.All(FunctionPlan.Mapping).Where(mapping => mapping.Value("eventSourceArn") == destination)
            .Select(mapping => plan.FunctionOf(mapping.Value("functionName"))).OfType<PlannedResource>(),
        .. plan.All("aws:sns/topicSubscription:TopicSubscription").Where(subscription => subscription.Value("topic") == destination)
            .SelectMany(subscription => Listeners(subscription.Value("endpoint"), plan)),
        .. plan.FunctionOf(destination) is { } function ? new[] { function } : [],
    ];

    private sealed record Way(string? Destination, string Prefix, string Suffix, IReadOnlyList<string> Events);
}
