using System.Globalization;
using Pulumi.Aws.CloudWatch.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>Adds alarms on healthy hosts (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html).</summary>
internal static class HealthyHostAlarms
{
    private const string Namespace = "AWS/ApplicationELB";
    private const string Metric = "HealthyHostCount";
    private const int Period = 60;

    /// <summary>Adds the alarm of a workload.</summary>
    /// <param name="name">The workload's name.</param>
    /// <param name="alarm">Who hears of what.</param>
    /// <param name="service">The ECS service's name.</param>
    /// <param name="endpoint">What leads requests to it.</param>
    /// <param name="options">The parent.</param>
    public static void Add(string name, HealthyHostAlarm alarm, Output<string> service, HttpEndpoint endpoint, CustomResourceOptions options)
    {
        var args = new CloudWatch.MetricAlarmArgs
        {
            AlarmDescription = Describe(alarm, service),
            EvaluationPeriods = alarm.Minutes,
            ComparisonOperator = "LessThanThreshold",
            Threshold = alarm.AtLeast,
            TreatMissingData = "breaching",
            AlarmActions = alarm.TopicArns,
            OkActions = alarm.TopicArns,
        };
        if (endpoint.Alternate is { } alternate)
        {
            // ECS moves the tasks from one group to the other and back: those of both count.
            args.MetricQueries =
            [
                Query("first", endpoint, endpoint.TargetGroup),
                Query("other", endpoint, alternate),
                new MetricAlarmMetricQueryArgs { Id = "both", Label = Metric, Expression = "FILL(first, 0) + FILL(other, 0)", ReturnData = true },
            ];
        }
        else
        {
            args.Namespace = Namespace;
            args.MetricName = Metric;
            args.Dimensions = Dimensions(endpoint, endpoint.TargetGroup);
            args.Statistic = "Minimum";
            args.Period = Period;
        }

        _ = new CloudWatch.MetricAlarm($"{name}-healthy-hosts", args, options);
    }

    private static Output<string> Describe(HealthyHostAlarm alarm, Output<string> service)
    {
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"had fewer than {alarm.AtLeast} healthy {(alarm.AtLeast == 1 ? "task" : "tasks")} behind its load balancer for {alarm.Minutes} {(alarm.Minutes == 1 ? "minute" : "minutes")}");
        return alarm.EventLogGroupName is { } events
            ? Output.Format($"The service {service} {found}. The log group {events} says why its tasks stopped; verify says whether a deployment went back.")
            : Output.Format($"The service {service} {found}. Its events and stopped tasks say why; verify says whether a deployment went back.");
    }

    private static MetricAlarmMetricQueryArgs Query(string id, HttpEndpoint endpoint, LB.TargetGroup group) => new()
    {
        Id = id,
        Metric = new MetricAlarmMetricQueryMetricArgs
        {
            Namespace = Namespace,
            MetricName = Metric,
            Dimensions = Dimensions(endpoint, group),
            Stat = "Minimum",
            Period = Period,
        },
    };

    private static InputMap<string> Dimensions(HttpEndpoint endpoint, LB.TargetGroup group) =>
        new() { ["LoadBalancer"] = endpoint.LoadBalancer.ArnSuffix, ["TargetGroup"] = group.ArnSuffix };
}
