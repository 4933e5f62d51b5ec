using System.Collections.Immutable;
using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;
using Pulumi;

namespace EcsPlatform.Tests.Clusters;

public class ScheduledStopTests
{
    private const string Schedule = "aws:scheduler/schedule:Schedule";
    private static readonly InstanceCapacity Unprotected = Valid.Capacity with { ProtectRunningTasks = false };

    [Fact]
    public async Task Services_and_groups_go_to_zero_at_a_local_time()
    {
        var plan = await PlanOf();
        var service = plan.Only(Schedule, "night-service-web");
        service.Text("scheduleExpression").ShouldBe("cron(30 20 * * ? *)");
        service.Text("scheduleExpressionTimezone").ShouldBe("Australia/Melbourne");
        service.Text("flexibleTimeWindow.mode").ShouldBe("OFF");
        service.Text("target.arn").ShouldBe("arn:aws:scheduler:::aws-sdk:ecs:updateService");
        service.Text("target.roleArn").ShouldBe(plan.Only("aws:iam/role:Role", "night").OutputText("arn"));
        service.Number("target.retryPolicy.maximumRetryAttempts").ShouldBe(3);
        service.Number("target.retryPolicy.maximumEventAgeInSeconds").ShouldBe(3600);
        var cluster = plan.Only(ClusterPlans.Cluster).OutputText("name");
        service.Text("target.input").ShouldBe($$"""{"Cluster":"{{cluster}}","DesiredCount":0,"Service":"{{plan.Only("aws:ecs/service:Service").OutputText("name")}}"}""");

        var group = plan.Only(Schedule, "night-instances");
        group.Text("scheduleExpression").ShouldBe("cron(30 20 * * ? *)");
        group.Text("scheduleExpressionTimezone").ShouldBe("Australia/Melbourne");
        group.Text("target.arn").ShouldBe("arn:aws:scheduler:::aws-sdk:autoscaling:updateAutoScalingGroup");
        group.Text("target.input").ShouldBe(
            $$"""{"AutoScalingGroupName":"{{plan.Only(ClusterPlans.Group).OutputText("name")}}","DesiredCapacity":0,"MinSize":0}""");
        plan.All(Schedule).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_scheduler_may_change_these_services_and_groups_only()
    {
        var plan = await PlanOf();
        plan.Only("aws:iam/role:Role", "night").Json("assumeRolePolicy").GetProperty("Statement")[0].ToString().ShouldBe(
            """{"Effect":"Allow","Principal":{"Service":"scheduler.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"111111111111"}}}""");
        var statements = plan.Only("aws:iam/rolePolicy:RolePolicy", "night").Json("policy").GetProperty("Statement");
        statements.GetArrayLength().ShouldBe(2);
        statements[0].GetProperty("Action").GetString().ShouldBe("ecs:UpdateService");
        var (cluster, service) = (plan.Only(ClusterPlans.Cluster).OutputText("name"), plan.Only("aws:ecs/service:Service").OutputText("name"));
        statements[0].GetProperty("Resource").GetString().ShouldBe($"arn:aws:ecs:eu-west-1:111111111111:service/{cluster}/{service}");
        statements[1].GetProperty("Action").GetString().ShouldBe("autoscaling:UpdateAutoScalingGroup");
        statements[1].GetProperty("Resource").GetString().ShouldBe(plan.Only(ClusterPlans.Group).OutputText("arn"));
    }

    [Fact]
    public async Task Managed_instances_follow_the_services()
    {
        var plan = await PlanOf(args => args with { Capacity = EcsClusterArgsTests.Managed() });
        plan.All(Schedule).Select(schedule => schedule.Name).ShouldBe(["night-service-web"]);
        plan.Only("aws:iam/rolePolicy:RolePolicy", "night").Json("policy").GetProperty("Statement").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_environment_leaves_nothing_behind()
    {
        var plan = await PlanOf();
        plan.Resources.ShouldAllBe(resource => !resource.Protect && !resource.RetainOnDelete && !resource.External);
        plan.Only(ClusterPlans.Group).Flag("forceDelete").ShouldBeTrue();
        plan.Only(ClusterPlans.Group).Flag("protectFromScaleIn").ShouldBeFalse();
        plan.Only(ClusterPlans.Provider).Text("autoScalingGroupProvider.managedTerminationProtection").ShouldBe("DISABLED");
        plan.All("aws:ecs/accountSettingDefault:AccountSettingDefault").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 0, "cron(0 0 * * ? *)")]
    [InlineData(20, 0, "cron(0 20 * * ? *)")]
    [InlineData(23, 59, "cron(59 23 * * ? *)")]
    public void The_schedule_is_daily(int hour, int minute, string expected) => ScheduledStop.Daily(new TimeOnly(hour, minute)).ShouldBe(expected);

    [Fact]
    public async Task Every_problem_is_reported()
    {
        var problems = new List<string>();
        await TestPlan.OfAsync(() =>
        {
            var network = new BaseNetwork("net", Valid.Network);
            var cluster = new EcsCluster("test", Valid.Cluster(network) with
            {
                Capacity = Valid.Capacity with { InstanceType = "m7i.large" },
                DeletionProtection = true,
                EniTrunking = EniTrunking.SetForAccount,
            });
            problems.AddRange(Args(cluster, "Europe/Cambridge", new TimeOnly(20, 30, 1), "Web", new string('s', 40)).Problems("night").Select(problem => problem.ToString()));
            var adopted = new EcsCluster("other", Valid.Cluster(network) with
            {
                Cluster = new ClusterSource.Adopt("shared"),
                Capacity = new ClusterCapacity.Existing("shared", "sg-0123456789abcdef0"),
            });
            problems.AddRange(Args(adopted, "UTC", new TimeOnly(20, 30)).Problems("night").Select(problem => problem.ToString()));
        });
        problems.ShouldBe([
            "night.cluster.deletionProtection: on. Allowed: off. Switch it off: the environment is meant to go.",
            "night.cluster.protectRunningTasks: on. Allowed: off. Switch it off: protected instances keep running.",
            "night.cluster.eniTrunking: set for the account. Allowed: off, or already on. Set it in a stack that stays: the account shares it.",
            "night.services: 'Web'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose another short name.",
            "night.at: 20:30:01. Allowed: a time to the minute. Leave the seconds out.",
            "night.timeZone: 'Europe/Cambridge'. Allowed: a zone of the IANA time zone database, such as Europe/London, or UTC. Name the area and the city.",
            "night.cluster.cluster: adopted. Allowed: a cluster of the environment's own. Give the environment its own cluster: others use this one.",
            "night.services: none, and a cluster without groups. Allowed: one service or more. Name what is to stop.",
        ]);
    }

    [Fact]
    public async Task A_schedule_s_name_has_a_limit() => await TestPlan.OfAsync(() =>
    {
        var cluster = new EcsCluster("test", Valid.Cluster(new BaseNetwork("net", Valid.Network)) with { Capacity = Unprotected });
        var name = new string('s', 43);
        Args(cluster, "UTC", new TimeOnly(20, 30), name).Problems("night").Single().ToString().ShouldBe(
            $"night: the name 'night-service-{name}'. Allowed: up to 56 characters. Choose a shorter name.");
        Args(cluster, "UTC", new TimeOnly(20, 30), name[1..]).Problems("night").ShouldBeEmpty();
    });

    private static ScheduledStopArgs Args(EcsCluster cluster, string zone, TimeOnly at, params string[] services) => new()
    {
        Cluster = cluster,
        Services = services.Aggregate(
            ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal), (all, service) => all.Add(service, service)),
        At = at,
        TimeZone = zone,
    };

    private static Task<Plan> PlanOf(Func<EcsClusterArgs, EcsClusterArgs>? vary = null) => TestPlan.OfAsync(() =>
    {
        var args = Valid.Cluster(new BaseNetwork("net", Valid.Network)) with { Capacity = Unprotected };
        var cluster = new EcsCluster("test", vary is null ? args : vary(args));
        var web = new EcsWorkload("web", Valid.Workload(cluster));
        _ = new ScheduledStop("night", Args(cluster, "Australia/Melbourne", new TimeOnly(20, 30)) with
        {
            Services = ImmutableSortedDictionary<string, Input<string>>.Empty.Add("web", web.ServiceName),
        });
    });
}
