using EcsPlatform.Clusters;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class EcsServicesTests
{
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";

    private static readonly TaskSpec Writable = Valid.Task with { Containers = [Valid.Container with { ReadonlyRootFilesystem = false }] };

    [Fact]
    public async Task Without_options_a_service_waits_tags_its_tasks_and_lets_nobody_in()
    {
        var plan = await WorkloadPlans.Of();
        var service = plan.Only(WorkloadPlans.Service);
        service.Flag("waitForSteadyState").ShouldBeTrue();
        service.CustomTimeouts.ShouldBe(new PlannedTimeouts(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15), null));
        service.Text("propagateTags").ShouldBe("SERVICE");
        service.Flag("enableEcsManagedTags").ShouldBeTrue();
        foreach (var absent in new[] { "enableExecuteCommand", "forceDelete", "forceNewDeployment", "triggers" })
        {
            service.Input(absent).ShouldBeNull(absent);
        }

        plan.All(RolePolicy).Select(policy => policy.Name).ShouldNotContain("web-task");
    }

    [Fact]
    public async Task A_trigger_forces_a_deployment()
    {
        var service = (await WorkloadPlans.Of(args => args with
        {
            DeploymentTriggers = args.DeploymentTriggers.Add("properties", "3f2a9c51").Add("database", "v2"),
        })).Only(WorkloadPlans.Service);
        service.Flag("forceNewDeployment").ShouldBeTrue();
        service.Text("triggers.properties").ShouldBe("3f2a9c51");
        service.Text("triggers.database").ShouldBe("v2");
    }

    [Fact]
    public async Task An_environment_that_goes_takes_its_service_with_it() =>
        (await WorkloadPlans.Of(args => args with { ForceDelete = true })).Only(WorkloadPlans.Service).Flag("forceDelete").ShouldBeTrue();

    [Fact]
    public async Task An_update_may_go_on_at_once_or_wait_longer()
    {
        var service = (await WorkloadPlans.Of(args => args with { WaitForSteadyState = false, SteadyStateMinutes = 40 })).Only(WorkloadPlans.Service);
        service.Flag("waitForSteadyState").ShouldBeFalse();
        service.CustomTimeouts.ShouldBe(new PlannedTimeouts(TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(40), null));
    }

    [Fact]
    public async Task People_may_enter_containers_and_the_session_is_recorded()
    {
        var plan = await WorkloadPlans.Of(args => args with { Task = Writable, ExecuteCommand = true });
        var service = plan.Only(WorkloadPlans.Service);
        service.Flag("enableExecuteCommand").ShouldBeTrue();
        var policy = plan.Only(RolePolicy, "web-task");
        policy.Text("role").ShouldBe(plan.Only("aws:iam/role:Role", "web-task").OutputText("name"));
        service.Dependencies.ShouldContain(policy.Urn);
        var statements = policy.Json("policy").GetProperty("Statement");
        statements.GetArrayLength().ShouldBe(4);
        statements[0].GetProperty("Action").GetRawText().ShouldBe(
            """["ssmmessages:CreateControlChannel","ssmmessages:CreateDataChannel","ssmmessages:OpenControlChannel","ssmmessages:OpenDataChannel"]""");
        statements[0].GetProperty("Resource").GetString().ShouldBe("*");
        statements[1].GetProperty("Action").GetString().ShouldBe("logs:DescribeLogGroups");
        statements[2].GetProperty("Action").GetRawText().ShouldBe("""["logs:CreateLogStream","logs:DescribeLogStreams","logs:PutLogEvents"]""");
        statements[2].GetProperty("Resource").GetString().ShouldBe(
            $"arn:aws:logs:eu-west-1:111111111111:log-group:{plan.Only("aws:cloudwatch/logGroup:LogGroup", "cluster-exec").OutputText("name")}:*");
        statements[3].GetProperty("Action").GetString().ShouldBe("kms:Decrypt");
        statements[3].GetProperty("Resource").GetString().ShouldBe(plan.Only("aws:kms/key:Key").OutputText("arn"));
    }

    [Fact]
    public async Task Without_a_key_and_a_log_entering_needs_the_channels_alone()
    {
        var plan = await WorkloadPlans.Of(
            args => args with { Task = Writable, ExecuteCommand = true },
            varyCluster: args => args with
            {
                Cluster = new ClusterSource.Adopt("shared"),
                Capacity = new ClusterCapacity.Existing("shared", "sg-0123456789abcdef0"),
            });
        plan.Only(RolePolicy, "web-task").Json("policy").GetProperty("Statement").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Every_problem_is_reported() =>
        (await WorkloadPlans.Problems(args => args with { ExecuteCommand = true, SteadyStateMinutes = 0 })).ShouldBe([
            "web.readonlyRootFilesystem: container 'web', which execute-command cannot write to. " +
            "Allowed: containers with a file system that can be written to. Turn ReadonlyRootFilesystem off, or turn execute-command off.",
            "web.steadyState: 0 min. Allowed: 1 to 1440 min. Give the time that a deployment needs.",
        ]);
}
