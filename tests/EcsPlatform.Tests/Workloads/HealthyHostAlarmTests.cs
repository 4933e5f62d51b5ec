using EcsPlatform.Clusters;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;
using static EcsPlatform.Tests.Workloads.WorkloadPlans;

namespace EcsPlatform.Tests.Workloads;

public class HealthyHostAlarmTests
{
    private const string Type = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    private const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Topic = "arn:aws:sns:eu-west-1:111111111111:alarms";

    private static readonly HealthyHostAlarm Alarm = new() { TopicArns = [Topic] };

    [Fact]
    public async Task All_defaults()
    {
        (Alarm.AtLeast, Alarm.Minutes, Alarm.EventLogGroupName).ShouldBe((1, 5, null));
        await With((cluster, _) => Valid.Workload(cluster).HealthyHosts.ShouldBeNull());
        (await Of(routed: true)).All(Type).ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_few_healthy_tasks_are_told_of()
    {
        var plan = await Of(args => args with { HealthyHosts = Alarm }, routed: true);
        var alarm = plan.Only(Type, "web-healthy-hosts");
        (alarm.Text("namespace"), alarm.Text("metricName"), alarm.Text("statistic")).ShouldBe(("AWS/ApplicationELB", "HealthyHostCount", "Minimum"));
        alarm.Text("dimensions.LoadBalancer").ShouldBe(plan.Only(LoadBalancer).OutputText("arnSuffix"));
        alarm.Text("dimensions.TargetGroup").ShouldBe(plan.Only(TargetGroup).OutputText("arnSuffix"));
        (alarm.Text("comparisonOperator"), alarm.Number("threshold")).ShouldBe(("LessThanThreshold", 1));
        (alarm.Number("period"), alarm.Number("evaluationPeriods"), alarm.Text("treatMissingData")).ShouldBe((60, 5, "breaching"));
        alarm.Texts("alarmActions").ShouldBe([Topic]);
        alarm.Texts("okActions").ShouldBe([Topic]);
        alarm.Input("metricQueries").ShouldBeNull();
        alarm.Text("alarmDescription").ShouldBe(
            $"The service {plan.Only(Service).OutputText("name")} had fewer than 1 healthy task behind its load balancer for 5 minutes. " +
            "Its events and stopped tasks say why; verify says whether a deployment went back.");
    }

    [Fact]
    public async Task The_message_says_where_the_reasons_are()
    {
        var plan = await With((cluster, balancer) =>
        {
            var events = new ClusterEvents("staging", new ClusterEventsArgs { Cluster = cluster });
            _ = new EcsWorkload("web", Valid.Workload(cluster, Valid.Route(balancer)) with
            {
                DesiredCount = 3,
                HealthyHosts = Alarm with { AtLeast = 2, Minutes = 1, EventLogGroupName = events.LogGroupName },
            });
        });
        var alarm = plan.Only(Type, "web-healthy-hosts");
        (alarm.Number("threshold"), alarm.Number("evaluationPeriods")).ShouldBe((2, 1));
        alarm.Text("alarmDescription").ShouldBe(
            $"The service {plan.Only(Service).OutputText("name")} had fewer than 2 healthy tasks behind its load balancer for 1 minute. " +
            $"The log group {plan.Only("aws:cloudwatch/logGroup:LogGroup", "staging").OutputText("name")} says why its tasks stopped; " +
            "verify says whether a deployment went back.");
    }

    [Fact]
    public async Task Both_target_groups_of_a_traffic_shift_count()
    {
        var plan = await Of(args => args with { HealthyHosts = Alarm, Deployment = new DeploymentStrategy.BlueGreen() }, routed: true);
        var alarm = plan.Only(Type, "web-healthy-hosts");
        (alarm.Input("metricName"), alarm.Input("namespace"), alarm.Input("period"), alarm.Input("statistic")).ShouldBe((null, null, null, null));
        foreach (var (query, id, group) in new[] { (0, "first", "web"), (1, "other", "web-alternate") })
        {
            alarm.Text($"metricQueries.{query}.id").ShouldBe(id);
            alarm.Text($"metricQueries.{query}.metric.metricName").ShouldBe("HealthyHostCount");
            alarm.Text($"metricQueries.{query}.metric.namespace").ShouldBe("AWS/ApplicationELB");
            alarm.Text($"metricQueries.{query}.metric.stat").ShouldBe("Minimum");
            alarm.Number($"metricQueries.{query}.metric.period").ShouldBe(60);
            alarm.Text($"metricQueries.{query}.metric.dimensions.TargetGroup").ShouldBe(plan.Only(TargetGroup, group).OutputText("arnSuffix"));
            alarm.Text($"metricQueries.{query}.metric.dimensions.LoadBalancer").ShouldBe(plan.Only(LoadBalancer).OutputText("arnSuffix"));
            alarm.Input($"metricQueries.{query}.returnData").ShouldBeNull();
        }

        alarm.Text("metricQueries.2.expression").ShouldBe("FILL(first, 0) + FILL(other, 0)");
        alarm.Flag("metricQueries.2.returnData").ShouldBeTrue();
        (alarm.Number("threshold"), alarm.Text("treatMissingData")).ShouldBe((1, "breaching"));
    }

    [Fact]
    public async Task Every_problem_is_reported() =>
        (await Problems(args => args with { HealthyHosts = new HealthyHostAlarm { TopicArns = [], AtLeast = 2, Minutes = 61 } })).ShouldBe([
            "web.healthyHosts: no route. Allowed: a route, whose load balancer checks the tasks. Give the workload a route, or leave the alarm out.",
            "web.healthyHosts.topics: none. Allowed: one or more. Name who hears of it, or leave the alarm out.",
            "web.healthyHosts.atLeast: 2. Allowed: 1 to 1, the fewest tasks that run. Ask for a number that the workload always has.",
            "web.healthyHosts.minutes: 61 min. Allowed: 1 to 60 min. Choose how long there must be too few.",
        ]);

    [Fact]
    public async Task A_number_that_may_not_run_cannot_be_asked_for()
    {
        const string none = "web.healthyHosts.atLeast: 1. Allowed: none: the workload may run no tasks. Leave the alarm out, or let at least one task run.";
        (await ProblemsAt(1, 0)).ShouldBe([none]);
        var night = new ScheduledScaling { Name = "night", At = new ScalingTime.Cron("0 20 ? * * *"), Minimum = 0 };
        (await ProblemsAt(1, new ServiceCount.Scaled { Schedules = [night] })).ShouldBe([none]);
        (await ProblemsAt(2, new ServiceCount.Scaled { Minimum = 2, Maximum = 4 })).ShouldBeEmpty();
        (await ProblemsAt(3, new ServiceCount.Scaled { Minimum = 2, Maximum = 4 })).Count.ShouldBe(1);
    }

    private static async Task<IReadOnlyList<string>> ProblemsAt(int atLeast, ServiceCount count)
    {
        List<string> problems = [];
        await With((cluster, balancer) => problems.AddRange((Valid.Workload(cluster, Valid.Route(balancer)) with
        {
            DesiredCount = count,
            HealthyHosts = Alarm with { AtLeast = atLeast },
        }).Problems("web").Select(problem => problem.ToString())));
        return problems;
    }
}
