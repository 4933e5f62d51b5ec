using EcsPlatform.Networking;

namespace EcsPlatform.Clusters;

/// <summary>
/// Keeps in a log group what ECS tells of a cluster: tasks that stopped and why, deployments, and what keeps services from running. ECS
/// itself shows stopped tasks for about an hour. Nothing is stopped or terminated on account of it: it is for people to read.
/// </summary>
public sealed class ClusterEvents : ComponentResource
{
    private static readonly ImmutableArray<string> Writers = ["delivery.logs.amazonaws.com", "events.amazonaws.com"];

    /// <summary>Creates the log group and the rules.</summary>
    /// <param name="name">The name, which its resources' names begin with, and after <c>/aws/events/</c> the log group's.</param>
    /// <param name="args">Whose events are kept.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public ClusterEvents(string name, ClusterEventsArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:clusters:ClusterEvents", name, options)
    {
        InvalidArgsException.ThrowIfAny($"ClusterEvents '{name}'", args.Problems(name));
        var account = args.Cluster.Network.Account;
        var children = new CustomResourceOptions { Parent = this };

        // Groups for events are known by this beginning (https://repost.aws/knowledge-center/cloudwatch-log-group-eventbridge).
        var logs = LogGroups.Add(
            name,
            new LogGroup.Create { NamePrefix = $"/aws/events/{name}-", RetentionDays = args.RetentionDays, KmsKeyArn = args.KmsKeyArn },
            account,
            children);
        (string Suffix, CloudWatch.EventRule Rule)[] rules =
        [
            ("stopped-tasks", AddRule($"{name}-stopped-tasks", "Tasks that stopped", args.Cluster.ClusterArn.Apply(EventPatterns.StoppedTasks))),
            ("deployments", AddRule(
                $"{name}-deployments", "Deployments", args.Cluster.ClusterName.Apply(cluster => EventPatterns.Deployments(account, cluster)))),
            ("service-problems", AddRule(
                $"{name}-service-problems", "What keeps services from running", args.Cluster.ClusterArn.Apply(EventPatterns.ServiceProblems))),
        ];
        var policy = LetWrite(name, logs, rules.Select(rule => rule.Rule), children);
        foreach (var (suffix, rule) in rules)
        {
            // No role: EventBridge takes none for a log group (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html).
            _ = new CloudWatch.EventTarget(
                $"{name}-{suffix}",
                new CloudWatch.EventTargetArgs { Rule = rule.Name, Arn = logs.Arn },
                new CustomResourceOptions { Parent = this, DependsOn = { policy } });
        }

        LogGroupName = logs.Name;
        LogGroupArn = logs.Arn;
        RegisterOutputs();

        CloudWatch.EventRule AddRule(string rule, string description, Output<string> pattern) => new(
            ResourceName.AutoNamed(rule, ResourceNameKind.EventRule),
            new CloudWatch.EventRuleArgs { Description = $"{description} of {name}", EventPattern = pattern },
            children);
    }

    /// <summary>The log group in which the events are, one JSON object each.</summary>
    [Output("logGroupName")]
    public Output<string> LogGroupName { get; private set; }

    /// <summary>Its ARN, without <c>:*</c> at its end, for the right to read it.</summary>
    [Output("logGroupArn")]
    public Output<string> LogGroupArn { get; private set; }

    // EventBridge makes streams on behalf of no rule, and writes each event on behalf of its own
    // (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html). A region has room for ten such policies
    // (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html).
    private static CloudWatch.LogResourcePolicy LetWrite(
        string name, LogGroupOutputs logs, IEnumerable<CloudWatch.EventRule> rules, CustomResourceOptions options) => new(
        name,
        new CloudWatch.LogResourcePolicyArgs
        {
            PolicyName = $"{name}-events",
            PolicyDocument = PolicyDocument.Json(
                new PolicyStatement
                {
                    Services = Writers,
                    Actions = ["logs:CreateLogStream"],
                    Resources = [Output.Format($"{logs.Arn}:*")],
                },
                new PolicyStatement
                {
                    Services = Writers,
                    Actions = ["logs:PutLogEvents"],
                    Resources = [Output.Format($"{logs.Arn}:*")],
                    Conditions = [.. rules.Select(rule => new PolicyCondition("ArnEquals", "aws:SourceArn", rule.Arn))],
                }),
        },
        options);
}
