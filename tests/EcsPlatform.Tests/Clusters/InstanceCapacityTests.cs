using System.Collections.Immutable;
using EcsPlatform.Clusters;
using Pulumi.Aws.AutoScaling;

namespace EcsPlatform.Tests.Clusters;

public class InstanceCapacityTests
{
    private static readonly MachineImage Arm = new("ami-0b6d9f4e2c81a7350", "al2023-ami-ecs-hvm-2023.0.20261028-kernel-6.1-arm64");

    [Fact]
    public void Defaults()
    {
        var capacity = Valid.Capacity;
        capacity.Mix.ShouldBeNull();
        capacity.Zones.ShouldBeNull();
        capacity.ReservedMemoryMiB.ShouldBe(128);
        capacity.Agent.ShouldBe(new AgentOptions { Settings = capacity.Agent.Settings });
        capacity.RootVolumeGiB.ShouldBe(30);
        capacity.RootVolumeKeyArn.ShouldBeNull();
        capacity.DetailedMonitoring.ShouldBeTrue();
        capacity.InstanceTags.ShouldBeEmpty();
        capacity.TargetCapacityPercent.ShouldBe(100);
        (capacity.MinimumScalingStep, capacity.MaximumScalingStep, capacity.InstanceWarmupSeconds).ShouldBe((1, 10_000, 300));
        capacity.ProtectRunningTasks.ShouldBeTrue();
        capacity.HealthCheckGraceSeconds.ShouldBe(600);
        capacity.TerminationPolicies.ShouldBe([TerminationPolicy.OldestLaunchTemplate]);
        capacity.Metrics.ShouldBe([Metric.GroupInServiceInstances, Metric.GroupTotalInstances]);
        capacity.MaxInstanceLifetimeSeconds.ShouldBeNull();
        capacity.Maintenance.ShouldBeNull();
        capacity.ZoneDistribution.ShouldBe(ZoneDistribution.BalancedBestEffort);
        capacity.LowInstanceAlarm.ShouldBeNull();
        capacity.NotificationTopicArn.ShouldBeNull();
        capacity.Problems("cluster").ShouldBeEmpty();

        var refresh = capacity.Refresh;
        refresh.Healthy.ShouldBe(new HealthyPercentages(100, 150));
        refresh.WarmupSeconds.ShouldBeNull();
        refresh.CheckpointPercentages.ShouldBeEmpty();
        refresh.CheckpointDelaySeconds.ShouldBe(3600);
        refresh.AlarmNames.ShouldBeEmpty();

        var mix = new InstanceMix();
        (mix.FurtherTypes.Length, mix.SpotPercent, mix.OnDemandBase).ShouldBe((0, 0, 0));
        var alarm = new LowInstanceAlarm { TopicArns = ["arn:aws:sns:eu-west-1:111111111111:alarms"] };
        (alarm.AtLeast, alarm.Minutes).ShouldBe((null, 5));
    }

    [Fact]
    public void Every_problem_is_reported() => Problems(new InstanceCapacity
    {
        InstanceType = "medium",
        Image = new MachineImage("ami-1", " "),
        MinSize = 3,
        MaxSize = 2,
        DesiredCapacity = 9,
        Mix = new InstanceMix { FurtherTypes = ["medium"], SpotPercent = 101, OnDemandBase = -1 },
        Zones = [],
        ReservedMemoryMiB = -1,
        RootVolumeGiB = 8,
        InstanceTags = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("Name", "x").Add("aws:team", "x").Add("team", "x"),
        TargetCapacityPercent = 101,
        MinimumScalingStep = 5,
        MaximumScalingStep = 4,
        InstanceWarmupSeconds = 10_001,
        HealthCheckGraceSeconds = -1,
        TerminationPolicies = [],
        Metrics = [],
        MaxInstanceLifetimeSeconds = 86_399,
        Refresh = new InstanceRefresh { Healthy = new(101, 150), WarmupSeconds = -1, CheckpointPercentages = [50, 20, 100], CheckpointDelaySeconds = 172_801 },
        Maintenance = new HealthyPercentages(50, 200),
        LowInstanceAlarm = new LowInstanceAlarm { TopicArns = [], AtLeast = 3, Minutes = 0 },
    }).ShouldBe([
        "cluster.instanceType: 'medium'. Allowed: a type such as t3.medium. Name an EC2 instance type.",
        "cluster.instanceType: 'medium'. Allowed: a type such as t3.medium. Name an EC2 instance type.",
        "cluster.instanceType: 'medium' 2 times. Allowed: each type once. Name a type once.",
        "cluster.image.id: 'ami-1'. Allowed: ami- and 8 or 17 hexadecimal digits. Give the id of an ECS-optimised AMI of the region.",
        "cluster.image.name: nothing. Allowed: the AMI's name. Give the name that belongs to the id, so that people can tell its age.",
        "cluster.mix.spotPercent: 101 %. Allowed: 0 to 100 %. Say which share of the instances may be spot instances.",
        "cluster.mix.onDemandBase: -1. Allowed: 0 or more instances. Say how many instances are on demand first.",
        "cluster.minSize: 3 with a maxSize of 2. Allowed: 0 to maxSize, and a maxSize of at least 1. Lower minSize or raise maxSize.",
        "cluster.reservedMemory: -1 MiB. Allowed: 0 or more MiB. Give what the agent and the system need.",
        "cluster.rootVolume: 8 GiB. Allowed: 30 GiB or more. Give the AMI the room that it needs.",
        "cluster.instanceTags.Name: 'Name'. Allowed: tags other than AmazonECSManaged, Name and aws:. " +
            "Choose another key: these are set already, or AWS's own.",
        "cluster.instanceTags.aws:team: 'aws:team'. Allowed: tags other than AmazonECSManaged, Name and aws:. " +
            "Choose another key: these are set already, or AWS's own.",
        "cluster.targetCapacity: 101 %. Allowed: 1 to 100 %. Use 100 for no spare instances.",
        "cluster.scalingStep: 5 to 4 instances. Allowed: 1 to 10000, the smaller one first. Say how many instances come at a time.",
        "cluster.instanceWarmup: 10001 s. Allowed: 0 to 10000 s. Choose a time that ECS allows.",
        "cluster.zones: none. Allowed: one or more zones of the network. Name zones, or leave them out for all.",
        "cluster.healthCheckGrace: -1 s. Allowed: 0 or more s. Give the time that an instance needs to register.",
        "cluster.terminationPolicies: none. Allowed: one or more. Name a policy: Default is EC2 Auto Scaling's own order.",
        "cluster.metrics: none. Allowed: one or more. Name the metrics that the group records.",
        "cluster.maxInstanceLifetime: 86399 s. Allowed: 86400 to 31536000 s. Choose a day to a year, or leave it out.",
        "cluster.refresh.healthy.minimum: 101 %. Allowed: 0 to 100 %. Say how many instances must stay healthy.",
        "cluster.refresh.warmup: -1 s. Allowed: 0 or more s. Give the time that an instance needs.",
        "cluster.refresh.checkpointPercentages: [50, 20, 100]. Allowed: ascending percentages from 1 to 100 that end with 100. " +
            "Order them and end with 100, such as [50, 100].",
        "cluster.refresh.checkpointDelay: 172801 s. Allowed: 0 to 172800 s. Choose a time that EC2 Auto Scaling allows.",
        "cluster.maintenance: 50 % to 200 %. Allowed: a difference of at most 100. Raise the minimum or lower the maximum.",
        "cluster.lowInstanceAlarm.topics: none. Allowed: one or more. Name who hears of it, or leave the alarm out.",
        "cluster.lowInstanceAlarm.atLeast: 3. Allowed: 1 to the maxSize of 2. Ask for a number that the group can have.",
        "cluster.lowInstanceAlarm.minutes: 0 min. Allowed: 1 to 60 min. Choose how long there must be too few.",
    ]);

    [Fact]
    public void The_desired_capacity_lies_between_the_limits() => Problems(Valid.Capacity with { DesiredCapacity = 9 }).ShouldBe([
        "cluster.desiredCapacity: 9. Allowed: 1 to 2. Choose a value between minSize and maxSize.",
    ]);

    [Fact]
    public void The_image_is_made_for_every_type()
    {
        Problems(Valid.Capacity with { InstanceType = "t4g.medium" }).ShouldBe([
            "cluster.image: 'al2023-ami-ecs-hvm-2023.0.20261028-kernel-6.1-x86_64' for t4g.medium. Allowed: an AMI for arm64. " +
                "Pin the AMI that /aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id names, or choose another type.",
        ]);
        Problems(Valid.Capacity with { InstanceType = "m7g.large", Image = Arm, Mix = new InstanceMix { FurtherTypes = ["m6g.large", "m7i.large"] } }).ShouldBe([
            "cluster.image: 'al2023-ami-ecs-hvm-2023.0.20261028-kernel-6.1-arm64' for m7i.large. Allowed: an AMI for x86_64. " +
                "Pin the AMI that /aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id names, or choose another type.",
        ]);
        Problems(Valid.Capacity with { InstanceType = "m7g.large", Image = Arm }).ShouldBeEmpty();
    }

    [Fact]
    public void A_mix_mixes_something() => Problems(Valid.Capacity with { Mix = new InstanceMix { OnDemandBase = 1 } }).ShouldBe([
        "cluster.mix: one type and no spot instances. Allowed: further types, a spot share, or both. Leave the mix out, or say what is mixed.",
    ]);

    [Fact]
    public void The_alarm_needs_its_metric() => Problems(Valid.Capacity with
    {
        Metrics = [Metric.GroupTotalInstances],
        LowInstanceAlarm = new LowInstanceAlarm { TopicArns = ["arn:aws:sns:eu-west-1:111111111111:alarms"] },
    }).ShouldBe([
        "cluster.metrics: no GroupInServiceInstances. Allowed: GroupInServiceInstances, which the alarm reads. Add it, or leave the alarm out.",
    ]);

    [Theory]
    [InlineData(86_399, false)]
    [InlineData(86_400, true)]
    [InlineData(31_536_000, true)]
    [InlineData(31_536_001, false)]
    public void An_instance_lives_a_day_to_a_year(int seconds, bool allowed) =>
        Problems(Valid.Capacity with { MaxInstanceLifetimeSeconds = seconds }).Any().ShouldBe(!allowed);

    [Theory]
    [InlineData(true)]
    [InlineData(true, 100)]
    [InlineData(true, 1, 50, 100)]
    [InlineData(false, 0, 100)]
    [InlineData(false, 50)]
    [InlineData(false, 50, 50, 100)]
    [InlineData(false, 100, 50)]
    [InlineData(false, 50, 101)]
    public void Checkpoints_ascend_to_100(bool allowed, params int[] percentages) =>
        Problems(Valid.Capacity with { Refresh = new InstanceRefresh { CheckpointPercentages = [.. percentages] } }).Any().ShouldBe(!allowed);

    [Theory]
    [InlineData(100, 150, null)]
    [InlineData(0, 100, null)]
    [InlineData(100, 200, null)]
    [InlineData(-1, 100, "x.minimum: -1 %. Allowed: 0 to 100 %. Say how many instances must stay healthy.")]
    [InlineData(90, 99, "x.maximum: 99 %. Allowed: 100 to 200 %. Say how many instances there may be in the meantime.")]
    [InlineData(100, 201, "x.maximum: 201 %. Allowed: 100 to 200 %. Say how many instances there may be in the meantime.")]
    [InlineData(90, 191, "x: 90 % to 191 %. Allowed: a difference of at most 100. Raise the minimum or lower the maximum.")]
    public void Healthy_percentages_are_those_of_EC2_Auto_Scaling(int minimum, int maximum, string? expected) =>
        new HealthyPercentages(minimum, maximum).Problems("x").SingleOrDefault()?.ToString().ShouldBe(expected);

    private static IEnumerable<string> Problems(InstanceCapacity capacity) => capacity.Problems("cluster").Select(problem => problem.ToString());
}
