using Pulumi.Aws.AppAutoScaling.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>What changes the number of a service's tasks.</summary>
internal static class ServiceScaling
{
    /// <summary>Adds the target, its policies and its schedules.</summary>
    /// <param name="name">The workload's name.</param>
    /// <param name="scaled">What to follow.</param>
    /// <param name="service">The service.</param>
    /// <param name="clusterName">Its cluster's name in ECS.</param>
    /// <param name="resourceLabel">The load balancer and the target group whose requests count; null without a route.</param>
    /// <param name="options">The parent.</param>
    public static void Add(
        string name,
        ServiceCount.Scaled scaled,
        Ecs.Service service,
        Output<string> clusterName,
        Output<string>? resourceLabel,
        CustomResourceOptions options)
    {
        var target = new AppAutoScaling.Target(
            name,
            new AppAutoScaling.TargetArgs
            {
                ServiceNamespace = "ecs",
                ScalableDimension = "ecs:service:DesiredCount",
                ResourceId = Output.Format($"service/{clusterName}/{service.Name}"),
                MinCapacity = scaled.Minimum,
                MaxCapacity = scaled.Maximum,
            },
            options);
        foreach (var policy in scaled.Policies.OrderBy(policy => policy.Suffix, StringComparer.Ordinal))
        {
            AddPolicy($"{name}-{policy.Suffix}", policy, target, resourceLabel, options);
        }

        foreach (var schedule in scaled.Schedules.OrderBy(schedule => schedule.Name, StringComparer.Ordinal))
        {
            AddSchedule($"{name}-{schedule.Name}", schedule, target, options);
        }
    }

    private static void AddPolicy(
        string name, ScalingPolicy policy, AppAutoScaling.Target target, Output<string>? resourceLabel, CustomResourceOptions options) =>
        _ = new AppAutoScaling.Policy(
            name,
            new AppAutoScaling.PolicyArgs
            {
                PolicyType = "TargetTrackingScaling",
                ServiceNamespace = target.ServiceNamespace,
                ScalableDimension = target.ScalableDimension,
                ResourceId = target.ResourceId,
                TargetTrackingScalingPolicyConfiguration = new PolicyTargetTrackingScalingPolicyConfigurationArgs
                {
                    PredefinedMetricSpecification = new PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                    {
                        PredefinedMetricType = policy.Metric,
                        ResourceLabel = policy is ScalingPolicy.RequestsPerTarget ? resourceLabel! : (Input<string>?)null,
                    },
                    TargetValue = policy.Target,
                    ScaleInCooldown = policy.ScaleInCooldownSeconds,
                    ScaleOutCooldown = policy.ScaleOutCooldownSeconds,
                    DisableScaleIn = !policy.ScaleIn,
                },
            },
            options);

    private static void AddSchedule(string name, ScheduledScaling schedule, AppAutoScaling.Target target, CustomResourceOptions options) =>
        _ = new AppAutoScaling.ScheduledAction(
            name,
            new AppAutoScaling.ScheduledActionArgs
            {
                ServiceNamespace = target.ServiceNamespace,
                ScalableDimension = target.ScalableDimension,
                ResourceId = target.ResourceId,
                Schedule = schedule.At.Expression,
                Timezone = schedule.TimeZone,
                ScalableTargetAction = new ScheduledActionScalableTargetActionArgs
                {
                    MinCapacity = schedule.Minimum is { } minimum ? minimum : (Input<int>?)null,
                    MaxCapacity = schedule.Maximum is { } maximum ? maximum : (Input<int>?)null,
                },
            },
            options);
}
