using EcsPlatform.Plans;
using EcsPlatform.Routing;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class TrafficShiftTests
{
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    private const string ListenerRule = "aws:lb/listenerRule:ListenerRule";
    private const string Role = "aws:iam/role:Role";
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    private const string Attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    private const string Record = "aws:route53/record:Record";
    private const string Advanced = "loadBalancers.0.advancedConfiguration";
    private const string FunctionArn = "arn:aws:lambda:eu-west-1:111111111111:function:smoke";

    [Fact]
    public async Task A_rolling_deployment_has_one_target_group_and_no_role()
    {
        var plan = await Of(new DeploymentStrategy.Rolling());
        var service = plan.Only(WorkloadPlans.Service);
        (service.Number("deploymentMinimumHealthyPercent"), service.Number("deploymentMaximumPercent")).ShouldBe((100, 200));
        (service.Flag("deploymentCircuitBreaker.enable"), service.Flag("deploymentCircuitBreaker.rollback")).ShouldBe((true, true));
        foreach (var absent in new[] { "alarms", "deploymentConfiguration.bakeTimeInMinutes", "deploymentConfiguration.lifecycleHooks.0", Advanced })
        {
            service.Input(absent).ShouldBeNull(absent);
        }

        service.Text("deploymentConfiguration.strategy").ShouldBe("ROLLING");
        plan.All(TargetGroup).Count.ShouldBe(1);
        var rule = plan.Only(ListenerRule);
        rule.Input("actions.0.forward").ShouldBeNull();
        rule.IgnoreChanges.ShouldBeEmpty();
        plan.All(Role).Select(role => role.Name).ShouldNotContain("web-infrastructure");
        plan.All(Role).Select(role => role.Name).ShouldNotContain("web-hooks");
    }

    [Fact]
    public async Task A_rolling_deployment_may_go_on_although_it_fails()
    {
        var service = (await Of(new DeploymentStrategy.Rolling(0, 150) { CircuitBreaker = false })).Only(WorkloadPlans.Service);
        (service.Flag("deploymentCircuitBreaker.enable"), service.Flag("deploymentCircuitBreaker.rollback")).ShouldBe((false, false));
        service = (await Of(new DeploymentStrategy.Rolling { Rollback = false })).Only(WorkloadPlans.Service);
        (service.Flag("deploymentCircuitBreaker.enable"), service.Flag("deploymentCircuitBreaker.rollback")).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_single_writer_stops_first()
    {
        var service = (await Of(new DeploymentStrategy.SingleWriter())).Only(WorkloadPlans.Service);
        (service.Number("deploymentMinimumHealthyPercent"), service.Number("deploymentMaximumPercent")).ShouldBe((0, 100));
        (service.Flag("deploymentCircuitBreaker.enable"), service.Flag("deploymentCircuitBreaker.rollback")).ShouldBe((true, true));
        service.Text("deploymentConfiguration.strategy").ShouldBe("ROLLING");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Alarms_fail_a_deployment(bool rollback)
    {
        foreach (var deployment in new DeploymentStrategy[] { new DeploymentStrategy.Rolling(), new DeploymentStrategy.SingleWriter(), new DeploymentStrategy.BlueGreen() })
        {
            var service = (await Of(deployment with { AlarmNames = ["errors", "latency"], Rollback = rollback })).Only(WorkloadPlans.Service);
            service.Texts("alarms.alarmNames").ShouldBe(["errors", "latency"]);
            (service.Flag("alarms.enable"), service.Flag("alarms.rollback")).ShouldBe((true, rollback));
        }
    }

    [Fact]
    public async Task Blue_green_leads_requests_from_one_target_group_to_another()
    {
        var plan = await Of(new DeploymentStrategy.BlueGreen());
        var service = plan.Only(WorkloadPlans.Service);
        (service.Number("deploymentMinimumHealthyPercent"), service.Number("deploymentMaximumPercent")).ShouldBe((100, 200));
        (service.Flag("deploymentCircuitBreaker.enable"), service.Flag("deploymentCircuitBreaker.rollback")).ShouldBe((false, false));
        service.Text("deploymentConfiguration.strategy").ShouldBe("BLUE_GREEN");
        service.Text("deploymentConfiguration.bakeTimeInMinutes").ShouldBe("5");
        service.Input("deploymentConfiguration.canaryConfiguration").ShouldBeNull();
        service.Input("deploymentConfiguration.linearConfiguration").ShouldBeNull();
        service.Input("deploymentConfiguration.lifecycleHooks").ShouldBe(new PropertyValue.List([]));
        var (blue, green) = (plan.Only(TargetGroup, "web"), plan.Only(TargetGroup, "web-alternate"));
        foreach (var setting in new[] { "port", "targetType", "healthCheck", "deregistrationDelay", "vpcId" })
        {
            green.Input(setting).ShouldBe(blue.Input(setting), setting);
        }

        var rule = plan.Only(ListenerRule);
        rule.Name.ShouldBe("web");
        rule.IgnoreChanges.ShouldBe(["actions"]);
        rule.Text("actions.0.type").ShouldBe("forward");
        rule.Input("actions.1").ShouldBeNull();
        rule.Text("actions.0.forward.targetGroups.0.arn").ShouldBe(blue.OutputText("arn"));
        rule.Number("actions.0.forward.targetGroups.0.weight").ShouldBe(100);
        rule.Text("actions.0.forward.targetGroups.1.arn").ShouldBe(green.OutputText("arn"));
        rule.Number("actions.0.forward.targetGroups.1.weight").ShouldBe(0);
        var role = plan.Only(Role, "web-infrastructure");
        service.Text("loadBalancers.0.targetGroupArn").ShouldBe(blue.OutputText("arn"));
        service.Text($"{Advanced}.alternateTargetGroupArn").ShouldBe(green.OutputText("arn"));
        service.Text($"{Advanced}.productionListenerRule").ShouldBe(rule.OutputText("arn"));
        service.Input($"{Advanced}.testListenerRule").ShouldBeNull();
        service.Text($"{Advanced}.roleArn").ShouldBe(role.OutputText("arn"));
        role.Json("assumeRolePolicy").GetProperty("Statement")[0].GetProperty("Principal").GetProperty("Service").GetString().ShouldBe("ecs.amazonaws.com");
        var attachment = plan.Only(Attachment, "web-infrastructure");
        attachment.Text("policyArn").ShouldBe("arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers");
        attachment.Text("role").ShouldBe(role.OutputText("name"));
        service.Dependencies.ShouldContain(attachment.Urn);
        plan.All(Role).Select(other => other.Name).ShouldNotContain("web-hooks");
    }

    [Fact]
    public async Task Test_requests_have_a_host_and_a_rule_of_their_own()
    {
        var plan = await Of(new DeploymentStrategy.BlueGreen { TestHost = "web-test" }, route => route with { Paths = ["/api/*"] });
        var rule = plan.Only(ListenerRule, "web-test");
        rule.Texts("conditions.0.hostHeader.values").ShouldBe(["web-test.library.example.org"]);
        rule.Texts("conditions.1.pathPattern.values").ShouldBe(["/api/*"]);
        rule.IgnoreChanges.ShouldBe(["actions"]);
        rule.Text("actions.0.forward.targetGroups.0.arn").ShouldBe(plan.Only(TargetGroup, "web-alternate").OutputText("arn"));
        rule.Number("actions.0.forward.targetGroups.0.weight").ShouldBe(100);
        rule.Number("actions.0.forward.targetGroups.1.weight").ShouldBe(0);
        rule.Number("priority").ShouldNotBe(plan.Only(ListenerRule, "web").Number("priority"));
        var service = plan.Only(WorkloadPlans.Service);
        service.Text($"{Advanced}.testListenerRule").ShouldBe(rule.OutputText("arn"));
        service.Dependencies.ShouldContain(rule.Urn);
        var record = plan.Only(Record, "web-web-test.library.example.org");
        record.Text("name").ShouldBe("web-test.library.example.org");
        record.Text("aliases.0.name").ShouldBe(plan.Only("aws:lb/loadBalancer:LoadBalancer").OutputText("dnsName"));
        plan = await Of(new DeploymentStrategy.BlueGreen { TestHost = "web-test" }, route => route with { DnsRecords = false });
        plan.All(Record).ShouldBeEmpty();
        plan.All(ListenerRule).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_test_host_leaves_the_priority_of_production_alone() =>
        (await Of(new DeploymentStrategy.BlueGreen { TestHost = "web-test" })).Only(ListenerRule, "web").Number("priority")
            .ShouldBe((await Of(new DeploymentStrategy.Rolling())).Only(ListenerRule, "web").Number("priority"));

    [Fact]
    public async Task Canary_and_linear_lead_over_step_by_step()
    {
        var service = (await Of(new DeploymentStrategy.Canary(12.5, 20) { BakeMinutes = 30 })).Only(WorkloadPlans.Service);
        service.Text("deploymentConfiguration.strategy").ShouldBe("CANARY");
        service.Number("deploymentConfiguration.canaryConfiguration.canaryPercent").ShouldBe(12.5);
        service.Text("deploymentConfiguration.canaryConfiguration.canaryBakeTimeInMinutes").ShouldBe("20");
        service.Text("deploymentConfiguration.bakeTimeInMinutes").ShouldBe("30");
        service.CustomTimeouts.ShouldBe(new PlannedTimeouts(TimeSpan.FromMinutes(65), TimeSpan.FromMinutes(65), null));
        service = (await Of(new DeploymentStrategy.Linear(30, 7) { BakeMinutes = 0 })).Only(WorkloadPlans.Service);
        service.Text("deploymentConfiguration.strategy").ShouldBe("LINEAR");
        service.Number("deploymentConfiguration.linearConfiguration.stepPercent").ShouldBe(30);
        service.Text("deploymentConfiguration.linearConfiguration.stepBakeTimeInMinutes").ShouldBe("7");
        service.Input("deploymentConfiguration.canaryConfiguration").ShouldBeNull();
        service.CustomTimeouts.ShouldBe(new PlannedTimeouts(TimeSpan.FromMinutes(36), TimeSpan.FromMinutes(36), null));
    }

    [Fact]
    public async Task Hooks_run_functions_and_wait_for_people()
    {
        var plan = await WorkloadPlans.Of(
            args => args with
            {
                WaitForSteadyState = false,
                Deployment = new DeploymentStrategy.BlueGreen
                {
                    Hooks =
                    [
                        new DeploymentHook.Function
                        {
                            FunctionArn = FunctionArn,
                            Stages = [DeploymentStage.PostTestTrafficShift, DeploymentStage.PreScaleUp],
                            Details = """{"path":"/health"}""",
                        },
                        new DeploymentHook.Pause { Stages = [DeploymentStage.PostProductionTrafficShift], TimeoutMinutes = 60, ContinueAfterTimeout = true },
                    ],
                },
            },
            routed: true);
        var service = plan.Only(WorkloadPlans.Service);
        const string Hooks = "deploymentConfiguration.lifecycleHooks";
        service.Text($"{Hooks}.0.targetType").ShouldBe("AWS_LAMBDA");
        service.Text($"{Hooks}.0.hookTargetArn").ShouldBe(FunctionArn);
        service.Text($"{Hooks}.0.hookDetails").ShouldBe("""{"path":"/health"}""");
        service.Texts($"{Hooks}.0.lifecycleStages").ShouldBe(["PRE_SCALE_UP", "POST_TEST_TRAFFIC_SHIFT"]);
        service.Input($"{Hooks}.0.timeoutConfiguration").ShouldBeNull();
        service.Text($"{Hooks}.0.roleArn").ShouldBe(plan.Only(Role, "web-hooks").OutputText("arn"));
        service.Text($"{Hooks}.1.targetType").ShouldBe("PAUSE");
        service.Texts($"{Hooks}.1.lifecycleStages").ShouldBe(["POST_PRODUCTION_TRAFFIC_SHIFT"]);
        service.Text($"{Hooks}.1.timeoutConfiguration.timeoutInMinutes").ShouldBe("60");
        service.Text($"{Hooks}.1.timeoutConfiguration.action").ShouldBe("CONTINUE");
        service.Input($"{Hooks}.1.roleArn").ShouldBeNull();
        service.Input($"{Hooks}.1.hookTargetArn").ShouldBeNull();
        var policy = plan.Only(RolePolicy, "web-hooks");
        var statement = policy.Json("policy").GetProperty("Statement")[0];
        statement.GetProperty("Action").GetString().ShouldBe("lambda:InvokeFunction");
        statement.GetProperty("Resource").GetString().ShouldBe(FunctionArn);
        service.Dependencies.ShouldContain(policy.Urn);
    }

    [Fact]
    public async Task Service_connect_leads_over_without_a_load_balancer()
    {
        var plan = await WorkloadPlans.Of(args => Connected(args) with { Deployment = new DeploymentStrategy.BlueGreen() });
        plan.Only(WorkloadPlans.Service).Text("deploymentConfiguration.strategy").ShouldBe("BLUE_GREEN");
        plan.All(TargetGroup).ShouldBeEmpty();
        plan.All(Role).Select(role => role.Name).ShouldNotContain("web-infrastructure");
    }

    [Fact]
    public async Task What_cannot_be_led_over_is_refused()
    {
        (await WorkloadPlans.Problems(args => args with
        {
            Deployment = new DeploymentStrategy.Linear { TestHost = "test", Hooks = [new DeploymentHook.Pause { Stages = [DeploymentStage.PostScaleUp] }] },
        })).ShouldBe([
            "web.deployment: Linear without a route and an endpoint of Service Connect. Allowed: a route, or an endpoint. " +
            "Use Rolling: there are no requests to lead over.",
            "web.deployment.hooks: a pause in an update that waits. Allowed: a pause and WaitForSteadyState false. " +
            "Turn WaitForSteadyState off: the update cannot wait for people.",
            "web.deployment.testHost: 'test' without a route. Allowed: a route. Leave it out: test requests come through the load balancer.",
        ]);
        (await Problems(args => args with
        {
            DesiredCount = new ServiceCount.Scaled { Policies = [new ScalingPolicy.RequestsPerTarget(100)] },
            Task = Valid.Task with { NetworkMode = NetworkMode.Bridge },
        })).ShouldBe([
            "web.deployment: BlueGreen behind a load balancer in network mode bridge. Allowed: awsvpc. Give the tasks addresses of their own, or use Rolling.",
            "web.deployment: BlueGreen with a count that follows requests. Allowed: one that follows CPU or memory. " +
            "Follow another metric: that of requests knows one target group.",
        ]);
        (await Problems(args => args with { DesiredCount = new ServiceCount.Daemon() })).ShouldBe([
            "web.deployment: BlueGreen of a daemon. Allowed: Rolling with a minimum of 0 to 99 % and a maximum of 100 %. " +
            "Let its tasks stop first: an instance runs one at a time.",
        ]);
        (await Problems(args => args with { DesiredCount = new ServiceCount.Daemon(), Deployment = new DeploymentStrategy.SingleWriter() })).ShouldBe([
            "web.deployment: SingleWriter of a daemon. Allowed: Rolling with a minimum of 0 to 99 % and a maximum of 100 %. " +
            "Let its tasks stop first: an instance runs one at a time.",
        ]);
    }

    [Theory]
    [InlineData("Test", "'Test'. Allowed: {labels}. Choose a host name that DNS allows.")]
    [InlineData("web", "'web', which the route takes itself. Allowed: another host. Choose a name that leads nowhere else.")]
    public async Task A_test_host_is_another_host(string host, string expected) =>
        (await Problems(args => args with { Deployment = new DeploymentStrategy.BlueGreen { TestHost = host } })).ShouldBe([
            $"web.deployment.testHost: {expected.Replace("{labels}", EcsPlatform.Foundations.DnsName.ValidLabels)}",
        ]);

    [Fact]
    public async Task A_long_name_leaves_room_for_the_names_of_roles_and_target_groups()
    {
        const string Name = "digital-library-staging-content-delivery-web";
        var plan = await WorkloadPlans.With((cluster, balancer) => _ = new EcsWorkload(
            Name, Valid.Workload(cluster, Valid.Route(balancer)) with { Deployment = new DeploymentStrategy.BlueGreen() }));
        plan.All(TargetGroup).Count.ShouldBe(2);
        plan.All(TargetGroup).ShouldAllBe(group => group.Name.Length <= 24);
        plan.All(TargetGroup).Select(group => group.Name).ShouldBeUnique();
        plan.Only(Role, plan.All(Role).Single(role => role.Name.Contains("infrastructure")).Name).Name.Length.ShouldBeLessThanOrEqualTo(56);
    }

    [Fact]
    public async Task A_test_host_fits_a_listener_rule()
    {
        var host = new string('t', 60);
        (await Problems(args => args with
        {
            Route = args.Route! with { Zone = new HostedZone("Z0123456789ABCDEFGHIJ", $"{new string('a', 60)}.example.org") },
            Deployment = new DeploymentStrategy.BlueGreen { TestHost = host },
        })).ShouldBe([
            $"web.deployment.testHost: '{host}', 133 characters with the zone. Allowed: at most 128. Choose a shorter host name: a listener rule takes no longer one.",
        ]);
    }

    private static EcsWorkloadArgs Connected(EcsWorkloadArgs args) => args with
    {
        Task = Valid.Task with { Containers = [Valid.Container with { Ports = [new PortMapping(8080) { Name = "http" }] }] },
        ServiceConnect = new ServiceConnect
        {
            NamespaceArn = "arn:aws:servicediscovery:eu-west-1:111111111111:namespace/ns-0123456789abcdef",
            Endpoints = [new ConnectEndpoint("http", "web", 80)],
        },
    };

    private static Task<Plan> Of(DeploymentStrategy deployment, Func<HttpRoute, HttpRoute>? varyRoute = null) => WorkloadPlans.Of(
        args => args with { Deployment = deployment, Route = varyRoute is null ? args.Route : varyRoute(args.Route!) }, routed: true);

    private static async Task<IReadOnlyList<string>> Problems(Func<EcsWorkloadArgs, EcsWorkloadArgs> vary)
    {
        List<string> problems = [];
        await WorkloadPlans.With((cluster, balancer) => problems.AddRange(
            vary(Valid.Workload(cluster, Valid.Route(balancer)) with { Deployment = new DeploymentStrategy.BlueGreen() })
                .Problems("web").Select(problem => problem.ToString())));
        return problems;
    }
}
