using EcsPlatform.Clusters;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Clusters;

public class ClusterEventsTests
{
    private const string Rule = "aws:cloudwatch/eventRule:EventRule";
    private const string Target = "aws:cloudwatch/eventTarget:EventTarget";
    private const string LogPolicy = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
    private const string Logs = "aws:cloudwatch/logGroup:LogGroup";

    [Fact]
    public async Task All_defaults()
    {
        var plan = await PlanOf();
        var logs = plan.Only(Logs, "staging");
        logs.Number("retentionInDays").ShouldBe(90);
        logs.Text("namePrefix").ShouldBe("/aws/events/staging-");
        logs.Input("kmsKeyId").ShouldBeNull();
        plan.All(Rule).Select(rule => rule.Name).Order(StringComparer.Ordinal).ShouldBe(["staging-deployments", "staging-service-problems", "staging-stopped-tasks"]);
        plan.All(Target).Select(target => target.Name).Order(StringComparer.Ordinal).ShouldBe(["staging-deployments", "staging-service-problems", "staging-stopped-tasks"]);
        plan.All(LogPolicy).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rules_take_the_events_of_this_cluster_only()
    {
        var plan = await PlanOf();
        var cluster = plan.Only(ClusterPlans.Cluster);
        var (arn, name) = (cluster.OutputText("arn"), cluster.OutputText("name"));
        plan.Only(Rule, "staging-stopped-tasks").Text("eventPattern").ShouldBe(
            $$$"""{"source":["aws.ecs"],"detail-type":["ECS Task State Change"],"detail":{"clusterArn":["{{{arn}}}"],"lastStatus":["STOPPED"]}}""");
        plan.Only(Rule, "staging-deployments").Text("eventPattern").ShouldBe(
            $$$"""{"source":["aws.ecs"],"detail-type":["ECS Deployment State Change"],"resources":[{"prefix":"arn:aws:ecs:eu-west-1:111111111111:service/{{{name}}}/"}]}""");
        plan.Only(Rule, "staging-service-problems").Text("eventPattern").ShouldBe(
            $$$"""{"source":["aws.ecs"],"detail-type":["ECS Service Action"],"detail":{"clusterArn":["{{{arn}}}"],"eventType":["ERROR","WARN"]}}""");
    }

    [Fact]
    public async Task Each_rule_writes_to_the_log_group_and_takes_no_role()
    {
        var plan = await PlanOf();
        foreach (var target in plan.All(Target))
        {
            target.Text("arn").ShouldBe(plan.Only(Logs, "staging").OutputText("arn"));
            target.Text("rule").ShouldBe(plan.Only(Rule, target.Name).OutputText("name"));
            target.Input("roleArn").ShouldBeNull();
        }
    }

    [Fact]
    public async Task EventBridge_writes_for_these_rules_to_this_group_only()
    {
        var plan = await PlanOf();
        var policy = plan.Only(LogPolicy, "staging");
        policy.Text("policyName").ShouldBe("staging-events");
        var statements = policy.Json("policyDocument").GetProperty("Statement");
        var group = plan.Only(Logs, "staging").OutputText("arn");
        statements.GetArrayLength().ShouldBe(2);
        statements[0].GetRawText().ShouldBe(
            $$$"""{"Effect":"Allow","Principal":{"Service":["delivery.logs.amazonaws.com","events.amazonaws.com"]},"Action":"logs:CreateLogStream","Resource":"{{{group}}}:*"}""");
        statements[1].GetProperty("Principal").GetProperty("Service").GetArrayLength().ShouldBe(2);
        statements[1].GetProperty("Action").GetString().ShouldBe("logs:PutLogEvents");
        statements[1].GetProperty("Resource").GetString().ShouldBe($"{group}:*");
        statements[1].GetProperty("Condition").GetProperty("ArnEquals").GetProperty("aws:SourceArn").EnumerateArray().Select(arn => arn.GetString())
            .ShouldBe(plan.All(Rule).Select(rule => rule.OutputText("arn")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_invoked_or_terminated()
    {
        var before = await ClusterPlans.Of();
        var plan = await PlanOf();
        plan.Resources.Select(resource => resource.Type).Except(before.Resources.Select(resource => resource.Type)).Order(StringComparer.Ordinal)
            .ShouldBe([Rule, Target, LogPolicy, "ecs-platform:clusters:ClusterEvents"]);
    }

    [Fact]
    public async Task Retention_and_key()
    {
        var logs = (await PlanOf(args => args with { RetentionDays = 365, KmsKeyArn = "arn:aws:kms:eu-west-1:111111111111:key/1" })).Only(Logs, "staging");
        (logs.Number("retentionInDays"), logs.Text("kmsKeyId")).ShouldBe((365, "arn:aws:kms:eu-west-1:111111111111:key/1"));
    }

    [Fact]
    public async Task An_adopted_cluster_has_events_too()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var cluster = new EcsCluster("test", Valid.Cluster(new BaseNetwork("net", Valid.Network)) with
            {
                Cluster = new ClusterSource.Adopt("shared"),
                Capacity = new ClusterCapacity.Existing("shared", "sg-0123456789abcdef0"),
            });
            _ = new ClusterEvents("staging", new ClusterEventsArgs { Cluster = cluster });
        });
        plan.Only(Rule, "staging-stopped-tasks").Json("eventPattern").GetProperty("detail").GetProperty("clusterArn")[0].GetString()
            .ShouldBe("arn:aws:ecs:eu-west-1:111111111111:cluster/shared");
        plan.Only(Rule, "staging-deployments").Json("eventPattern").GetProperty("resources")[0].GetProperty("prefix").GetString()
            .ShouldBe("arn:aws:ecs:eu-west-1:111111111111:service/shared/");
    }

    [Fact]
    public async Task Every_problem_is_reported()
    {
        var problems = new List<string>();
        await TestPlan.OfAsync(() =>
        {
            var cluster = new EcsCluster("test", Valid.Cluster(new BaseNetwork("net", Valid.Network)));
            problems.AddRange(new ClusterEventsArgs { Cluster = cluster, RetentionDays = 10 }.Problems("staging").Select(problem => problem.ToString()));
        });
        problems.ShouldBe([
            $"staging.retentionDays: 10 days. Allowed: {string.Join(", ", LogRetention.Allowed)}. Choose a retention period that CloudWatch Logs knows.",
        ]);
        (await Should.ThrowAsync<Preview.PreviewException>(() => PlanOf(args => args with { RetentionDays = 0 })))
            .Message.ShouldStartWith("ClusterEvents 'staging': 1 problem\n  staging.retentionDays: 0 days.");
    }

    private static Task<Plan> PlanOf(Func<ClusterEventsArgs, ClusterEventsArgs>? vary = null) => TestPlan.OfAsync(() =>
    {
        var args = new ClusterEventsArgs { Cluster = new EcsCluster("test", Valid.Cluster(new BaseNetwork("net", Valid.Network))) };
        _ = new ClusterEvents("staging", vary is null ? args : vary(args));
    });
}
