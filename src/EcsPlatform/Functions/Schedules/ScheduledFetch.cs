using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

namespace EcsPlatform.Functions;

/// <summary>
/// Fetches a URL on a schedule and stores the answer in a bucket under the day's date. It tries again with growing pauses; when all was
/// in vain an alarm tells people, and the function's log says what each attempt came to.
/// </summary>
public sealed class ScheduledFetch : ComponentResource
{
    private const int LatestSeconds = 3600;
    private const int Deliveries = 3;

    /// <summary>Creates the function, its schedule and its alarm.</summary>
    /// <param name="name">The name, which its resources' names begin with; AWS's own names are shortened when they are too long.</param>
    /// <param name="args">What it fetches, when, and where it goes.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public ScheduledFetch(string name, ScheduledFetchArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:functions:ScheduledFetch", name, options)
    {
        InvalidArgsException.ThrowIfAny($"ScheduledFetch '{name}'", args.Problems(name));
        var children = new CustomResourceOptions { Parent = this };
        Function = new LambdaFunction(name, FetchFunction.Of(args) with { Grants = [FetchFunction.Store(args)] }, new ComponentResourceOptions { Parent = this });
        AddSchedule(name, args, children);
        AddAlarm(name, args, children);
        RegisterOutputs();
    }

    /// <summary>What fetches and stores; whoever may invoke it may have it done at once, with any payload.</summary>
    public LambdaFunction Function { get; }

    private void AddSchedule(string name, ScheduledFetchArgs args, CustomResourceOptions options)
    {
        var caller = $"{name}-schedule";
        var role = new Iam.Role(
            ResourceName.AutoNamed(caller, ResourceNameKind.Role),
            new Iam.RoleArgs
            {
                Description = $"Invokes the function {name}",
                AssumeRolePolicy = PolicyDocument.Trust("scheduler.amazonaws.com", args.Account.Id),
            },
            options);
        var policy = new Iam.RolePolicy(
            ResourceName.AutoNamed(caller, ResourceNameKind.Policy),
            new Iam.RolePolicyArgs { Role = role.Name, Policy = PolicyDocument.Json(Function.Invoke().Statements) },
            options);
        _ = new Schedule(
            ResourceName.AutoNamed(name, ResourceNameKind.Schedule),
            new ScheduleArgs
            {
                Description = $"Fetches what {name} names",
                ScheduleExpression = args.Schedule.Text,
                ScheduleExpressionTimezone = args.Schedule is ScheduleExpression.Cron cron ? (Input<string>)cron.TimeZone : null,
                FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
                Target = new ScheduleTargetArgs
                {
                    Arn = Function.InvocationArn,
                    RoleArn = role.Arn,
                    RetryPolicy = new ScheduleTargetRetryPolicyArgs { MaximumRetryAttempts = Deliveries, MaximumEventAgeInSeconds = LatestSeconds },
                },
            },
            new CustomResourceOptions { Parent = this, DependsOn = { policy } });
    }

    // The end of this alarm would say no more than that nothing failed since, not that anything was fetched: nobody is told of it.
    private void AddAlarm(string name, ScheduledFetchArgs args, CustomResourceOptions options)
    {
        var host = new Uri(args.Url).Host;
        _ = new CloudWatch.MetricAlarm(
            $"{name}-errors",
            new CloudWatch.MetricAlarmArgs
            {
                AlarmDescription = Output.Format(
                    $"{name} could not fetch or store what {host} serves. The log group {Function.LogGroupName} says why; to try again, invoke the function {Function.FunctionName}."),
                Namespace = "AWS/Lambda",
                MetricName = "Errors",
                Dimensions = { ["FunctionName"] = Function.FunctionName },
                Statistic = "Sum",
                Period = 300,
                EvaluationPeriods = 1,
                ComparisonOperator = "GreaterThanThreshold",
                Threshold = 0,
                TreatMissingData = "notBreaching",
                AlarmActions = args.TopicArns,
            },
            options);
    }
}
