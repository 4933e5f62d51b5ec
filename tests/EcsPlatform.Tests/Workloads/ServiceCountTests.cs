using EcsPlatform.Plans;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class ServiceCountTests
{
    private const string Target = "aws:appautoscaling/target:Target";
    private const string Policy = "aws:appautoscaling/policy:Policy";
    private const string Action = "aws:appautoscaling/scheduledAction:ScheduledAction";

    private static readonly DeploymentStrategy Rolling = new DeploymentStrategy.Rolling();

    [Fact]
    public void Defaults()
    {
        var scaled = new ServiceCount.Scaled();
        (scaled.Minimum, scaled.Maximum, scaled.Initial).ShouldBe((1, 2, null));
        scaled.Policies.ShouldBe([new ScalingPolicy.Cpu(70)]);
        scaled.Schedules.ShouldBeEmpty();
        scaled.Problems("web", Rolling).ShouldBeEmpty();
        ScalingPolicy policy = new ScalingPolicy.Memory();
        policy.ShouldBe(new ScalingPolicy.Memory(70) { ScaleInCooldownSeconds = 300, ScaleOutCooldownSeconds = 300, ScaleIn = true });
        var schedule = new ScheduledScaling { Name = "night", At = new ScalingTime.Cron("0 20 ? * MON-FRI *") };
        (schedule.TimeZone, schedule.Minimum, schedule.Maximum).ShouldBe(("UTC", null, null));
    }

    [Fact]
    public async Task A_number_is_managed()
    {
        var plan = await WorkloadPlans.Of(args => args with { DesiredCount = 3 });
        var service = plan.Only(WorkloadPlans.Service);
        service.Number("desiredCount").ShouldBe(3);
        service.Text("schedulingStrategy").ShouldBe("REPLICA");
        service.IgnoreChanges.ShouldBeEmpty();
        plan.All(Target).ShouldBeEmpty();
        plan.All(Policy).ShouldBeEmpty();
        plan.All(Action).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_count_that_scales_belongs_to_its_scaling()
    {
        var plan = await WorkloadPlans.Of(args => args with { DesiredCount = new ServiceCount.Scaled { Minimum = 2, Maximum = 6 } });
        var service = plan.Only(WorkloadPlans.Service);
        service.Number("desiredCount").ShouldBe(2);
        service.IgnoreChanges.ShouldBe(["desiredCount"]);
        var target = plan.Only(Target, "web");
        target.Text("serviceNamespace").ShouldBe("ecs");
        target.Text("scalableDimension").ShouldBe("ecs:service:DesiredCount");
        target.Text("resourceId").ShouldBe($"service/{plan.Only("aws:ecs/cluster:Cluster").OutputText("name")}/{service.OutputText("name")}");
        (target.Number("minCapacity"), target.Number("maxCapacity")).ShouldBe((2, 6));
        target.Dependencies.ShouldContain(service.Urn);
        var policy = plan.Only(Policy, "web-cpu");
        policy.Text("policyType").ShouldBe("TargetTrackingScaling");
        policy.Text("resourceId").ShouldBe(target.Text("resourceId"));
        policy.Text("serviceNamespace").ShouldBe("ecs");
        policy.Text("scalableDimension").ShouldBe("ecs:service:DesiredCount");
        policy.Dependencies.ShouldContain(target.Urn);
        const string Configuration = "targetTrackingScalingPolicyConfiguration";
        policy.Text($"{Configuration}.predefinedMetricSpecification.predefinedMetricType").ShouldBe("ECSServiceAverageCPUUtilization");
        policy.Input($"{Configuration}.predefinedMetricSpecification.resourceLabel").ShouldBeNull();
        policy.Number($"{Configuration}.targetValue").ShouldBe(70);
        policy.Number($"{Configuration}.scaleInCooldown").ShouldBe(300);
        policy.Number($"{Configuration}.scaleOutCooldown").ShouldBe(300);
        policy.Flag($"{Configuration}.disableScaleIn").ShouldBeFalse();
        plan.All(Action).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_policies_and_schedules_move_one_target()
    {
        var plan = await WorkloadPlans.Of(
            args => args with
            {
                DesiredCount = new ServiceCount.Scaled
                {
                    Minimum = 1,
                    Maximum = 8,
                    Initial = 4,
                    Policies =
                    [
                        new ScalingPolicy.RequestsPerTarget(1000) { ScaleInCooldownSeconds = 600, ScaleOutCooldownSeconds = 60, ScaleIn = false },
                        new ScalingPolicy.Memory(80),
                    ],
                    Schedules =
                    [
                        new ScheduledScaling { Name = "night", At = new ScalingTime.Cron("0 20 ? * MON-FRI *"), TimeZone = "Europe/London", Maximum = 1 },
                        new ScheduledScaling { Name = "launch", At = new ScalingTime.Once(new DateTime(2027, 3, 1, 8, 30, 0)), Minimum = 5 },
                    ],
                },
            },
            routed: true);
        plan.Only(WorkloadPlans.Service).Number("desiredCount").ShouldBe(4);
        plan.All(Target).Count.ShouldBe(1);
        plan.All(Policy).Select(policy => policy.Name).ShouldBe(["web-memory", "web-requests"], ignoreOrder: true);
        const string Configuration = "targetTrackingScalingPolicyConfiguration";
        plan.Only(Policy, "web-memory").Text($"{Configuration}.predefinedMetricSpecification.predefinedMetricType")
            .ShouldBe("ECSServiceAverageMemoryUtilization");
        var requests = plan.Only(Policy, "web-requests");
        requests.Text($"{Configuration}.predefinedMetricSpecification.predefinedMetricType").ShouldBe("ALBRequestCountPerTarget");
        requests.Text($"{Configuration}.predefinedMetricSpecification.resourceLabel").ShouldBe(
            $"{plan.Only("aws:lb/loadBalancer:LoadBalancer").OutputText("arnSuffix")}/{plan.Only("aws:lb/targetGroup:TargetGroup").OutputText("arnSuffix")}");
        requests.Number($"{Configuration}.targetValue").ShouldBe(1000);
        requests.Number($"{Configuration}.scaleInCooldown").ShouldBe(600);
        requests.Number($"{Configuration}.scaleOutCooldown").ShouldBe(60);
        requests.Flag($"{Configuration}.disableScaleIn").ShouldBeTrue();
        var night = plan.Only(Action, "web-night");
        (night.Text("schedule"), night.Text("timezone")).ShouldBe(("cron(0 20 ? * MON-FRI *)", "Europe/London"));
        night.Text("resourceId").ShouldBe(plan.Only(Target).Text("resourceId"));
        night.Number("scalableTargetAction.maxCapacity").ShouldBe(1);
        night.Input("scalableTargetAction.minCapacity").ShouldBeNull();
        var launch = plan.Only(Action, "web-launch");
        (launch.Text("schedule"), launch.Text("timezone")).ShouldBe(("at(2027-03-01T08:30:00)", "UTC"));
        launch.Number("scalableTargetAction.minCapacity").ShouldBe(5);
        launch.Input("scalableTargetAction.maxCapacity").ShouldBeNull();
    }

    [Fact]
    public async Task A_daemon_runs_on_every_instance()
    {
        var plan = await WorkloadPlans.Of(args => args with { DesiredCount = new ServiceCount.Daemon(), Deployment = new DeploymentStrategy.Rolling(0, 100) });
        var service = plan.Only(WorkloadPlans.Service);
        service.Text("schedulingStrategy").ShouldBe("DAEMON");
        service.Text("launchType").ShouldBe("EC2");
        service.Input("desiredCount").ShouldBeNull();
        service.Input("capacityProviderStrategies").ShouldBeNull();
        service.Input("orderedPlacementStrategies").ShouldBe(new PropertyValue.List([]));
        service.Number("deploymentMinimumHealthyPercent").ShouldBe(0);
        service.Input("deploymentMaximumPercent").ShouldBeNull();
        service.Input("deploymentConfiguration").ShouldBeNull();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        Texts(-1).ShouldBe(["web.desiredCount: -1. Allowed: 0 to 5000 tasks. Use 0 to stop the service."]);
        Texts(5001).ShouldBe(["web.desiredCount: 5001. Allowed: 0 to 5000 tasks. Use 0 to stop the service."]);
        Texts(new ServiceCount.Daemon()).ShouldBe([
            "web.deployment: 100 % to 200 % of a daemon. Allowed: a minimum of 0 to 99 % and a maximum of 100 %. Let its tasks stop first: an instance runs one at a time.",
        ]);
        Texts(new ServiceCount.Scaled
        {
            Minimum = 5,
            Maximum = 3,
            Initial = 9,
            Policies =
            [
                new ScalingPolicy.Cpu(0) { ScaleInCooldownSeconds = -1, ScaleOutCooldownSeconds = -2 },
                new ScalingPolicy.Cpu(),
                new ScalingPolicy.Memory(101),
                new ScalingPolicy.RequestsPerTarget(0),
            ],
            Schedules =
            [
                new ScheduledScaling { Name = "Night_1", At = new ScalingTime.Cron("0 20 * * *"), TimeZone = "Europe/Cambridge" },
                new ScheduledScaling { Name = "day", At = new ScalingTime.Cron("0 8 ? * ? *"), Minimum = 4, Maximum = 2 },
                new ScheduledScaling { Name = "day", At = new ScalingTime.Cron("0 8 * * ? *"), Minimum = -1, Maximum = 5001 },
            ],
        }).ShouldBe([
            "web.scaling.bounds: 5 to 3 tasks. Allowed: a minimum up to the maximum. Lower the minimum or raise the maximum.",
            "web.scaling.initial: 9 tasks. Allowed: 5 to 3 tasks. Begin within the bounds, or leave it out.",
            "web.scaling.cpu: 2 policies. Allowed: one of a kind. Keep one of them.",
            "web.scaling.day: 2 schedules of this name. Allowed: one. Rename the others.",
            "web.scaling.cpu: 0 %. Allowed: more than 0, up to 100 %. Choose a percentage.",
            "web.scaling.cpu.scaleInCooldown: -1 s. Allowed: 0 or more s. Use 0 for none.",
            "web.scaling.cpu.scaleOutCooldown: -2 s. Allowed: 0 or more s. Use 0 for none.",
            "web.scaling.memory: 101 %. Allowed: more than 0, up to 100 %. Choose a percentage.",
            "web.scaling.requests: 0 requests a minute. Allowed: more than 0. Give what one task can serve.",
            "web.scaling.schedules: 'Night_1'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Give the schedule a short name, such as night.",
            "web.scaling.Night_1.at: '0 20 * * *'. Allowed: six fields, of which the day of the month or the day of the week is ?, such as 0 20 ? * MON-FRI *. " +
            "Give minutes, hours, day of the month, month, day of the week and year.",
            "web.scaling.Night_1.timeZone: 'Europe/Cambridge'. Allowed: a zone of the IANA time zone database, such as Europe/London, or UTC. Name the area and the city.",
            "web.scaling.Night_1: no bound. Allowed: a minimum, a maximum, or both. Say what changes.",
            "web.scaling.day.at: '0 8 ? * ? *'. Allowed: six fields, of which the day of the month or the day of the week is ?, such as 0 20 ? * MON-FRI *. " +
            "Give minutes, hours, day of the month, month, day of the week and year.",
            "web.scaling.day.bounds: 4 to 2 tasks. Allowed: a minimum up to the maximum. Lower the minimum or raise the maximum.",
            "web.scaling.day.bounds: -1 to 5001 tasks. Allowed: 0 to 5000 tasks. Choose bounds that ECS allows.",
        ]);
        Texts(new ServiceCount.Scaled { Policies = [] }).ShouldBe([
            "web.scaling: no policy and no schedule. Allowed: one or more. Say what the count follows, or give a plain number.",
        ]);
    }

    [Fact]
    public void A_deployment_must_move_at_every_count()
    {
        var scaled = new ServiceCount.Scaled { Minimum = 2, Maximum = 8 };
        scaled.Problems("web", new DeploymentStrategy.Rolling(100, 150)).ShouldBeEmpty();
        (scaled with { Minimum = 1 }).Problems("web", new DeploymentStrategy.Rolling(100, 150)).Single().ToString().ShouldBe(
            "web.deployment: 100 % to 150 % of 1 tasks: none may stop and none may start. Allowed: bounds that let a task start or stop. " +
            "Raise the maximum to start first, or lower the minimum to stop first.");
    }

    [Fact]
    public async Task Requests_need_a_route() =>
        (await WorkloadPlans.Problems(args => args with { DesiredCount = new ServiceCount.Scaled { Policies = [new ScalingPolicy.RequestsPerTarget(100)] } }))
            .ShouldBe(["web.scaling.requests: no route. Allowed: a route whose requests count. Give the workload a route, or follow CPU or memory."]);

    private static IEnumerable<string> Texts(ServiceCount count) => count.Problems("web", Rolling).Select(problem => problem.ToString());
}
