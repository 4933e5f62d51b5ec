using System.Collections.Immutable;
using System.Text;
using EcsPlatform.Clusters;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Pulumi.Aws.AutoScaling;

namespace EcsPlatform.Tests.Clusters;

public class InstanceGroupTests
{
    private const string Topic = "arn:aws:sns:eu-west-1:111111111111:alarms";
    private const string Key = "arn:aws:kms:eu-west-1:111111111111:key/5e0a6b1c-8d2f-4c39-9a57-3f1e7d64b210";

    [Fact]
    public async Task What_nobody_asked_for_is_absent()
    {
        var plan = await ClusterPlans.Of();
        var group = plan.Only(ClusterPlans.Group);
        foreach (var path in (IEnumerable<string>)["mixedInstancesPolicy", "maxInstanceLifetime", "instanceMaintenancePolicy", "instanceRefresh.preferences.instanceWarmup",
            "instanceRefresh.preferences.checkpointDelay", "instanceRefresh.preferences.checkpointPercentages", "instanceRefresh.preferences.alarmSpecification"])
        {
            group.Input(path).ShouldBeNull(path);
        }

        plan.Only(ClusterPlans.Template).Input("blockDeviceMappings.0.ebs.kmsKeyId").ShouldBeNull();
        plan.Only(ClusterPlans.Template).Input("keyName").ShouldBeNull();
        plan.All("aws:cloudwatch/metricAlarm:MetricAlarm").ShouldBeEmpty();
        plan.All("aws:autoscaling/notification:Notification").ShouldBeEmpty();
        plan.All("aws:ecs/accountSettingDefault:AccountSettingDefault").ShouldBeEmpty();
        plan.All("aws:iam/rolePolicy:RolePolicy").Select(policy => policy.Name).Order(StringComparer.Ordinal).ShouldBe(["net-flow-logs", "test-instance-ecs"]);
    }

    [Fact]
    public async Task Spot_and_further_types_have_shares_but_no_weights()
    {
        var plan = await ClusterPlans.Of(Valid.Capacity with
        {
            InstanceType = "m7i.large",
            Mix = new InstanceMix { FurtherTypes = ["m6i.large", "m5.large"], SpotPercent = 70, OnDemandBase = 1 },
        });
        var group = plan.Only(ClusterPlans.Group);
        group.Input("launchTemplate").ShouldBeNull();
        group.Number("mixedInstancesPolicy.instancesDistribution.onDemandBaseCapacity").ShouldBe(1);
        group.Number("mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity").ShouldBe(30);
        group.Text("mixedInstancesPolicy.instancesDistribution.spotAllocationStrategy").ShouldBe("price-capacity-optimized");
        var specification = "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification";
        group.Text($"{specification}.launchTemplateId").ShouldBe(plan.Only(ClusterPlans.Template).Id);
        group.Text($"{specification}.version").ShouldMatch("^[0-9]+$");
        ((IEnumerable<int>)[0, 1, 2]).Select(i => group.Text($"mixedInstancesPolicy.launchTemplate.overrides.{i}.instanceType"))
            .ShouldBe(["m7i.large", "m6i.large", "m5.large"]);
        group.Input("mixedInstancesPolicy.launchTemplate.overrides.0.weightedCapacity").ShouldBeNull();
        group.Input("mixedInstancesPolicy.launchTemplate.overrides.3").ShouldBeNull();
        UserDataOf(plan).ShouldContain("\nECS_ENABLE_SPOT_INSTANCE_DRAINING=true\n");
    }

    [Fact]
    public async Task Sizes_zones_and_lifetime_are_those_asked_for()
    {
        var plan = await ClusterPlans.Of(Valid.Capacity with
        {
            MinSize = 2,
            DesiredCapacity = 3,
            MaxSize = 7,
            Zones = ["eu-west-1b"],
            HealthCheckGraceSeconds = 120,
            TerminationPolicies = [TerminationPolicy.AllocationStrategy, TerminationPolicy.OldestInstance],
            Metrics = [Metric.GroupInServiceInstances],
            MaxInstanceLifetimeSeconds = 604_800,
            Maintenance = new HealthyPercentages(90, 120),
            ZoneDistribution = ZoneDistribution.BalancedOnly,
        });
        var group = plan.Only(ClusterPlans.Group);
        (group.Number("minSize"), group.Number("desiredCapacity"), group.Number("maxSize")).ShouldBe((2, 3, 7));
        group.Texts("vpcZoneIdentifiers").ShouldBe([plan.Only("aws:ec2/subnet:Subnet", "net-private-2").Id!]);
        group.Text("healthCheckType").ShouldBe("EC2");
        group.Number("healthCheckGracePeriod").ShouldBe(120);
        group.Texts("terminationPolicies").ShouldBe(["AllocationStrategy", "OldestInstance"]);
        group.Texts("enabledMetrics").ShouldBe(["GroupInServiceInstances"]);
        group.Text("metricsGranularity").ShouldBe("1Minute");
        group.Number("maxInstanceLifetime").ShouldBe(604_800);
        group.Number("instanceMaintenancePolicy.minHealthyPercentage").ShouldBe(90);
        group.Number("instanceMaintenancePolicy.maxHealthyPercentage").ShouldBe(120);
        group.Text("availabilityZoneDistribution.capacityDistributionStrategy").ShouldBe("balanced-only");
        (await ClusterPlans.Of()).Only(ClusterPlans.Group).Text("availabilityZoneDistribution.capacityDistributionStrategy").ShouldBe("balanced-best-effort");
    }

    [Fact]
    public async Task A_refresh_rests_at_checkpoints_and_heeds_alarms()
    {
        var group = (await ClusterPlans.Of(Valid.Capacity with
        {
            Refresh = new InstanceRefresh
            {
                Healthy = new HealthyPercentages(90, 110),
                WarmupSeconds = 60,
                CheckpointPercentages = [50, 100],
                CheckpointDelaySeconds = 600,
                AlarmNames = ["web-5xx"],
            },
        })).Only(ClusterPlans.Group);
        group.Text("instanceRefresh.strategy").ShouldBe("Rolling");
        group.Number("instanceRefresh.preferences.minHealthyPercentage").ShouldBe(90);
        group.Number("instanceRefresh.preferences.maxHealthyPercentage").ShouldBe(110);
        group.Text("instanceRefresh.preferences.instanceWarmup").ShouldBe("60");
        group.Number("instanceRefresh.preferences.checkpointPercentages.0").ShouldBe(50);
        group.Number("instanceRefresh.preferences.checkpointPercentages.1").ShouldBe(100);
        group.Text("instanceRefresh.preferences.checkpointDelay").ShouldBe("600");
        group.Texts("instanceRefresh.preferences.alarmSpecification.alarms").ShouldBe(["web-5xx"]);
        group.Flag("instanceRefresh.preferences.autoRollback").ShouldBeTrue();
        group.Flag("instanceRefresh.preferences.skipMatching").ShouldBeTrue();
        group.Text("instanceRefresh.preferences.scaleInProtectedInstances").ShouldBe("Refresh");
    }

    [Fact]
    public async Task Volumes_tags_and_monitoring_are_those_asked_for()
    {
        var plan = await ClusterPlans.Of(Valid.Capacity with
        {
            RootVolumeGiB = 60,
            RootVolumeKeyArn = Key,
            DetailedMonitoring = false,
            InstanceTags = ImmutableSortedDictionary<string, string>.Empty.Add("team", "library").Add("cost", "42"),
        });
        var template = plan.Only(ClusterPlans.Template);
        template.Number("blockDeviceMappings.0.ebs.volumeSize").ShouldBe(60);
        template.Text("blockDeviceMappings.0.ebs.kmsKeyId").ShouldBe(Key);
        template.Flag("monitoring.enabled").ShouldBeFalse();
        foreach (var i in (IEnumerable<int>)[0, 1])
        {
            template.Text($"tagSpecifications.{i}.tags.Name").ShouldBe("test");
            template.Text($"tagSpecifications.{i}.tags.team").ShouldBe("library");
            template.Text($"tagSpecifications.{i}.tags.cost").ShouldBe("42");
        }

        var group = plan.Only(ClusterPlans.Group);
        ((IEnumerable<int>)[0, 1, 2, 3]).Select(i => group.Text($"tags.{i}.key")).ShouldBe(["Name", "AmazonECSManaged", "cost", "team"]);
        group.Flag("tags.3.propagateAtLaunch").ShouldBeTrue();
    }

    [Fact]
    public async Task The_agent_is_told_what_was_asked_for()
    {
        var plan = await ClusterPlans.Of(Valid.Capacity with
        {
            ReservedMemoryMiB = 256,
            Agent = new AgentOptions { ImageCleanup = new ImageCleanup { IntervalMinutes = 10 }, Script = "echo ready" },
        });
        UserDataOf(plan).ShouldContain("\nECS_RESERVED_MEMORY=256\n");
        UserDataOf(plan).ShouldContain("\nECS_IMAGE_CLEANUP_INTERVAL=10m\n");
        UserDataOf(plan).ShouldEndWith("EOF\necho ready\n");
    }

    [Fact]
    public async Task The_capacity_provider_scales_in_steps()
    {
        var provider = (await ClusterPlans.Of(Valid.Capacity with { MinimumScalingStep = 2, MaximumScalingStep = 4, InstanceWarmupSeconds = 90 }))
            .Only(ClusterPlans.Provider);
        provider.Number("autoScalingGroupProvider.managedScaling.minimumScalingStepSize").ShouldBe(2);
        provider.Number("autoScalingGroupProvider.managedScaling.maximumScalingStepSize").ShouldBe(4);
        provider.Number("autoScalingGroupProvider.managedScaling.instanceWarmupPeriod").ShouldBe(90);
        provider.Input("name").ShouldBeNull();
    }

    [Theory]
    [InlineData(2, null, 2)]
    [InlineData(0, null, 1)]
    [InlineData(1, 2, 2)]
    public async Task Too_few_instances_are_told(int minSize, int? atLeast, int expected)
    {
        var plan = await ClusterPlans.Of(Valid.Capacity with
        {
            MinSize = minSize,
            DesiredCapacity = 2,
            LowInstanceAlarm = new LowInstanceAlarm { TopicArns = [Topic], AtLeast = atLeast, Minutes = 3 },
        });
        var alarm = plan.Only("aws:cloudwatch/metricAlarm:MetricAlarm", "test-low-instances");
        alarm.Text("namespace").ShouldBe("AWS/AutoScaling");
        alarm.Text("metricName").ShouldBe("GroupInServiceInstances");
        plan.Only(ClusterPlans.Group).Texts("enabledMetrics").ShouldContain(alarm.Text("metricName"));
        alarm.Text("dimensions.AutoScalingGroupName").ShouldBe(plan.Only(ClusterPlans.Group).OutputText("name"));
        alarm.Text("statistic").ShouldBe("Minimum");
        (alarm.Number("period"), alarm.Number("evaluationPeriods"), alarm.Number("threshold")).ShouldBe((60, 3, expected));
        alarm.Text("comparisonOperator").ShouldBe("LessThanThreshold");
        alarm.Text("treatMissingData").ShouldBe("breaching");
        alarm.Texts("alarmActions").ShouldBe([Topic]);
        alarm.Texts("okActions").ShouldBe([Topic]);
    }

    [Fact]
    public async Task A_topic_hears_of_launches_and_terminations()
    {
        var plan = await ClusterPlans.Of(Valid.Capacity with { NotificationTopicArn = Topic });
        var notification = plan.Only("aws:autoscaling/notification:Notification");
        notification.Text("topicArn").ShouldBe(Topic);
        notification.Texts("groupNames").ShouldBe([plan.Only(ClusterPlans.Group).OutputText("name")]);
        notification.Texts("notifications").ShouldBe([
            "autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_TERMINATE",
            "autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "autoscaling:EC2_INSTANCE_TERMINATE_ERROR",
        ]);
    }

    private static string UserDataOf(Plan plan) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(plan.Only(ClusterPlans.Template).Text("userData")));
}
