using System.Globalization;
using EcsPlatform.Networking;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.CloudWatch;

namespace EcsPlatform.Clusters;

/// <summary>The Auto Scaling group of a group of instances, and who hears of it.</summary>
internal static class InstanceGroup
{
    /// <summary>Adds the Auto Scaling group.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="capacity">How many instances.</param>
    /// <param name="network">Where they run.</param>
    /// <param name="template">What they are.</param>
    /// <param name="forceDelete">Whether deleting the group takes its instances with it.</param>
    /// <param name="options">The parent, and what must be there before.</param>
    /// <returns>The group.</returns>
    public static AutoScaling.Group Add(
        string name, InstanceCapacity capacity, BaseNetwork network, Ec2.LaunchTemplate template, bool forceDelete, CustomResourceOptions options)
    {
        // A number: instance refresh rolls back only to a version that it can name.
        var version = template.LatestVersion.Apply(latest => latest.ToString(CultureInfo.InvariantCulture));
        var mixed = capacity.Mix is { } mix ? Policy(capacity, mix, template, version) : null;
        return new AutoScaling.Group(
            name,
            new AutoScaling.GroupArgs
            {
                MinSize = capacity.MinSize,
                MaxSize = capacity.MaxSize,
                DesiredCapacity = capacity.DesiredCapacity,
                VpcZoneIdentifiers = Subnets(capacity, network),
                LaunchTemplate = mixed is null ? new GroupLaunchTemplateArgs { Id = template.Id, Version = version } : (Input<GroupLaunchTemplateArgs>?)null,
                MixedInstancesPolicy = mixed ?? (Input<GroupMixedInstancesPolicyArgs>?)null,
                ProtectFromScaleIn = capacity.ProtectRunningTasks,
                ForceDelete = forceDelete,
                HealthCheckType = "EC2",
                HealthCheckGracePeriod = capacity.HealthCheckGraceSeconds,
                TerminationPolicies = capacity.TerminationPolicies.Select(policy => policy.ToString()).ToArray(),
                MaxInstanceLifetime = capacity.MaxInstanceLifetimeSeconds is { } lifetime ? lifetime : (Input<int>?)null,
                AvailabilityZoneDistribution = new GroupAvailabilityZoneDistributionArgs
                {
                    CapacityDistributionStrategy = capacity.ZoneDistribution == ZoneDistribution.BalancedOnly ? "balanced-only" : "balanced-best-effort",
                },
                EnabledMetrics = capacity.Metrics,
                MetricsGranularity = AutoScaling.MetricsGranularity.OneMinute,
                InstanceRefresh = new GroupInstanceRefreshArgs { Strategy = "Rolling", Preferences = Preferences(capacity.Refresh) },
                InstanceMaintenancePolicy = capacity.Maintenance is { } healthy
                    ? new GroupInstanceMaintenancePolicyArgs { MinHealthyPercentage = healthy.Minimum, MaxHealthyPercentage = healthy.Maximum }
                    : (Input<GroupInstanceMaintenancePolicyArgs>?)null,
                Tags =
                [
                    Tag("Name", name),
                    // ECS looks for this tag; without it the next update would take managed scaling away.
                    Tag("AmazonECSManaged", "true"),
                    .. capacity.InstanceTags.Select(tag => Tag(tag.Key, tag.Value)),
                ],
            },
            options);
    }

    /// <summary>Adds the alarm and the notifications that were asked for.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="capacity">Who hears of what.</param>
    /// <param name="group">The group.</param>
    /// <param name="options">The parent.</param>
    public static void Watch(string name, InstanceCapacity capacity, AutoScaling.Group group, CustomResourceOptions options)
    {
        if (capacity.LowInstanceAlarm is { } alarm)
        {
            AddAlarm($"{name}-low-instances", alarm, capacity.MinSize, group, options);
        }

        if (capacity.NotificationTopicArn is { } topicArn)
        {
            _ = new AutoScaling.Notification(
                name,
                new AutoScaling.NotificationArgs
                {
                    GroupNames = { group.Name },
                    Notifications =
                    {
                        AutoScaling.NotificationType.InstanceLaunch,
                        AutoScaling.NotificationType.InstanceTerminate,
                        AutoScaling.NotificationType.InstanceLaunchError,
                        AutoScaling.NotificationType.InstanceTerminateError,
                    },
                    TopicArn = topicArn,
                },
                options);
        }
    }

    private static void AddAlarm(string name, LowInstanceAlarm alarm, int minSize, AutoScaling.Group group, CustomResourceOptions options)
    {
        var atLeast = alarm.AtLeast ?? Math.Max(1, minSize);
        _ = new MetricAlarm(
            name,
            new MetricAlarmArgs
            {
                AlarmDescription = string.Create(CultureInfo.InvariantCulture, $"Fewer than {atLeast} instances in service for {alarm.Minutes} minutes"),
                Namespace = "AWS/AutoScaling",
                MetricName = AutoScaling.Metric.GroupInServiceInstances.ToString(),
                Dimensions = { ["AutoScalingGroupName"] = group.Name },
                Statistic = "Minimum",
                Period = 60,
                EvaluationPeriods = alarm.Minutes,
                ComparisonOperator = "LessThanThreshold",
                Threshold = atLeast,
                TreatMissingData = "breaching",
                AlarmActions = alarm.TopicArns,
                OkActions = alarm.TopicArns,
            },
            options);
    }

    private static Output<ImmutableArray<string>> Subnets(InstanceCapacity capacity, BaseNetwork network)
    {
        if (capacity.Zones is not { } zones)
        {
            return network.PrivateSubnetIds;
        }

        ImmutableArray<int> places = [.. zones.Select(zone => network.AvailabilityZones.IndexOf(zone)).Distinct().Order()];
        return network.PrivateSubnetIds.Apply(ids => places.Select(place => ids[place]).ToImmutableArray());
    }

    private static GroupMixedInstancesPolicyArgs Policy(
        InstanceCapacity capacity, InstanceMix mix, Ec2.LaunchTemplate template, Output<string> version) => new()
        {
            InstancesDistribution = new GroupMixedInstancesPolicyInstancesDistributionArgs
            {
                OnDemandAllocationStrategy = "prioritized",
                OnDemandBaseCapacity = mix.OnDemandBase,
                OnDemandPercentageAboveBaseCapacity = 100 - mix.SpotPercent,
                SpotAllocationStrategy = "price-capacity-optimized",
            },
            LaunchTemplate = new GroupMixedInstancesPolicyLaunchTemplateArgs
            {
                LaunchTemplateSpecification = new GroupMixedInstancesPolicyLaunchTemplateLaunchTemplateSpecificationArgs
                {
                    LaunchTemplateId = template.Id,
                    Version = version,
                },
                Overrides = capacity.InstanceTypes.Select(type => new GroupMixedInstancesPolicyLaunchTemplateOverrideArgs { InstanceType = type }).ToArray(),
            },
        };

    private static GroupInstanceRefreshPreferencesArgs Preferences(InstanceRefresh refresh)
    {
        var preferences = new GroupInstanceRefreshPreferencesArgs
        {
            MinHealthyPercentage = refresh.Healthy.Minimum,
            MaxHealthyPercentage = refresh.Healthy.Maximum,
            InstanceWarmup = refresh.WarmupSeconds?.ToString(CultureInfo.InvariantCulture) is { } warmup ? warmup : (Input<string>?)null,
            AlarmSpecification = refresh.AlarmNames.IsEmpty
                ? (Input<GroupInstanceRefreshPreferencesAlarmSpecificationArgs>?)null
                : new GroupInstanceRefreshPreferencesAlarmSpecificationArgs { Alarms = refresh.AlarmNames },
            AutoRollback = true,
            SkipMatching = true,
            // The provider's own default leaves instances that run tasks on the old launch template without a word.
            ScaleInProtectedInstances = "Refresh",
        };
        if (!refresh.CheckpointPercentages.IsEmpty)
        {
            preferences.CheckpointPercentages = refresh.CheckpointPercentages;
            preferences.CheckpointDelay = refresh.CheckpointDelaySeconds.ToString(CultureInfo.InvariantCulture);
        }

        return preferences;
    }

    private static GroupTagArgs Tag(string key, string value) => new() { Key = key, Value = value, PropagateAtLaunch = true };
}
