using System.Collections.Immutable;
using EcsPlatform.Clusters;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Scopes;
using EcsPlatform.Preview.Rules;
using EcsPlatform.Routing;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class VersionedWorkloadTests
{
    private const string Rule = "aws:lb/listenerRule:ListenerRule";
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    private const string Record = "aws:route53/record:Record";

    [Fact]
    public async Task Defaults()
    {
        var args = await Args();
        foreach (var version in args.Versions)
        {
            version.BasePath.ShouldBeNull();
            version.HealthCheck.ShouldBeNull();
            version.Priority.ShouldBeNull();
            version.Standby.ShouldBeTrue();
        }

        args.Problems("web").ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_version_has_a_service_with_a_host_of_its_own()
    {
        var plan = await PlanOf();
        foreach (var version in new[] { "web-v1", "web-v2" })
        {
            var group = plan.All(TargetGroup).Single(group => group.Name.StartsWith(version, StringComparison.Ordinal));
            var rule = plan.Only(Rule, version);
            rule.Texts("conditions.0.hostHeader.values").ShouldBe([$"{version}.library.example.org"]);
            rule.Input("conditions.1").ShouldBeNull();
            rule.Text("actions.0.targetGroupArn").ShouldBe(group.OutputText("arn"));
            var service = plan.Only(WorkloadPlans.Service, version);
            service.Text("taskDefinition").ShouldBe(plan.Only(WorkloadPlans.TaskDefinition, version).OutputText("arn"));
            service.Text("loadBalancers.0.targetGroupArn").ShouldBe(group.OutputText("arn"));
            plan.Only(Record, version).Text("name").ShouldBe($"{version}.library.example.org");
        }

        plan.All(Rule).Count.ShouldBe(3);
        plan.All(Record).Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_main_rule_leads_to_the_live_version_once_that_can_serve()
    {
        var plan = await PlanOf();
        var rule = plan.Only(Rule, "web");
        rule.Texts("conditions.0.hostHeader.values").ShouldBe(["web.library.example.org"]);
        rule.Input("actions").ShouldBeOfType<PropertyValue.List>().Items.Length.ShouldBe(1);
        rule.Text("actions.0.type").ShouldBe("forward");
        rule.Text("actions.0.targetGroupArn").ShouldBe(plan.Only(Rule, "web-v1").Text("actions.0.targetGroupArn"));
        rule.Dependencies.ShouldContain(plan.Only(WorkloadPlans.Service, "web-v1").Urn);
        rule.Dependencies.ShouldNotContain(plan.Only(WorkloadPlans.Service, "web-v2").Urn);
        plan.Only(Record, "web").Text("name").ShouldBe("web.library.example.org");
    }

    [Fact]
    public async Task Cutting_over_changes_exactly_one_listener_rule()
    {
        var difference = PlanComparison.Compare(await PlanOf(), await PlanOf(args => args with { Live = "v2" }), ResourceRules.Instance);
        var change = difference.Changes.Where(change => !change.IsQuiet).ShouldHaveSingleItem();
        change.Operation.ShouldBe(Operation.Update);
        change.Resource.Type.ShouldBe(Rule);
        change.Resource.Name.ShouldBe("web");
        change.Inputs.Select(input => input.Path.Property).Distinct().ShouldBe(["actions"]);
        change.New!.Text("actions.0.targetGroupArn").ShouldBe(difference.New.Only(Rule, "web-v2").Text("actions.0.targetGroupArn"));
    }

    [Theory]
    [InlineData("web", "ecs-platform:workloads:VersionedWorkload")]
    [InlineData("web-v2", "ecs-platform:workloads:EcsWorkload")]
    public async Task Cutting_over_is_what_the_scope_of_that_name_allows(string name, string type)
    {
        var difference = PlanComparison.Compare(await PlanOf(), await PlanOf(args => args with { Live = "v2" }), ResourceRules.Instance);
        ScopeCheck.Violations(difference, [new ExpectedScope.Cutover(name, difference.New.Only(type, name).Urn)]).ShouldBeEmpty();
        ScopeCheck.Violations(difference, [new ExpectedScope.None()]).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_new_version_comes_before_the_rule_that_leads_to_it_and_an_old_one_goes_after()
    {
        var old = await PlanOf(args => args with { Versions = [args.Versions[0]] });
        var difference = PlanComparison.Compare(old, await PlanOf(args => args with { Versions = [args.Versions[1]], Live = "v2" }), ResourceRules.Instance);
        var steps = difference.Steps.Select(step => step.Urn).ToList();
        var main = steps.FindIndex(urn => urn == difference.New.Only(Rule, "web").Urn);
        steps.IndexOf(difference.New.Only(WorkloadPlans.Service, "web-v2").Urn).ShouldBeInRange(0, main - 1);
        steps.IndexOf(difference.Old.Only(WorkloadPlans.Service, "web-v1").Urn).ShouldBeGreaterThan(main);
    }

    [Fact]
    public async Task Another_version_that_comes_changes_nothing_that_is_there()
    {
        var difference = PlanComparison.Compare(await PlanOf(args => args with { Versions = [args.Versions[0]] }), await PlanOf(), ResourceRules.Instance);
        difference.Of(Operation.Create).ShouldNotBeEmpty();
        difference.Of(Operation.Update).ShouldBeEmpty();
        difference.Of(Operation.Replace).ShouldBeEmpty();
        difference.Of(Operation.Delete).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_base_path_hides_the_versions_own_host_and_not_the_workloads()
    {
        var plan = await PlanOf(args => args with
        {
            Route = args.Route with { AdditionalHosts = ["www.library.example.org"], Paths = ["/app/*"], Priority = 7 },
            Versions = [args.Versions[0], args.Versions[1] with { BasePath = "/x7Gq2", Priority = 8, HealthCheck = new TargetHealthCheck { Path = "/ready" } }],
        });
        var own = plan.Only(Rule, "web-v2");
        own.Texts("conditions.0.hostHeader.values").ShouldBe(["web-v2.library.example.org"]);
        own.Texts("conditions.1.pathPattern.values").ShouldBe(["/x7Gq2", "/x7Gq2/*"]);
        own.Number("priority").ShouldBe(8);
        var main = plan.Only(Rule, "web");
        main.Texts("conditions.0.hostHeader.values").ShouldBe(["web.library.example.org", "www.library.example.org"]);
        main.Texts("conditions.1.pathPattern.values").ShouldBe(["/app/*"]);
        main.Number("priority").ShouldBe(7);
        plan.All(TargetGroup).Select(group => group.Text("healthCheck.path")).ShouldBe(["/", "/ready"]);
        plan.All(Record).Select(record => record.Name).Order(StringComparer.Ordinal).ShouldBe(["web", "web-v1", "web-v2", "web-www.library.example.org"]);
    }

    [Fact]
    public async Task Each_address_is_an_output()
    {
        var plan = await PlanOf(args => args with { Versions = [args.Versions[0], args.Versions[1] with { BasePath = "/x" }] });
        var workload = plan.Only("ecs-platform:workloads:VersionedWorkload");
        workload.OutputText("url").ShouldBe("https://web.library.example.org");
        workload.Output("versionUrls").ShouldBe(new PropertyValue.Map(ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal)
            .Add("v1", new PropertyValue.Text("https://web-v1.library.example.org"))
            .Add("v2", new PropertyValue.Text("https://web-v2.library.example.org/x"))));
    }

    [Fact]
    public async Task Removing_the_live_version_is_an_error() =>
        (await Problems(args => args with { Versions = [args.Versions[1]] })).ShouldBe([
            "web.live: 'v1', which is no version. Allowed: v2. Keep the live version, and make another one live before you remove it.",
        ]);

    [Fact]
    public async Task Every_problem_is_reported()
    {
        (await Problems(args => args with
        {
            Route = args.Route with { Paths = ["app"] },
            Versions =
            [
                args.Versions[0] with { Name = "v_1" },
                args.Versions[1] with { BasePath = "/x/*", Workload = args.Versions[1].Workload with { Route = args.Route, HealthCheckGraceSeconds = -1 } },
                args.Versions[1] with { Name = new string('a', 60) },
                args.Versions[1] with { BasePath = "x" },
            ],
        })).ShouldBe([
            "web.paths: 'app'. Allowed: / and then letters, digits, wildcards and _-.$/~\"'@:+&. Begin with /, and leave out the query.",
            "web.versions: 'v2', 2 times. Allowed: each name once. Rename one, or leave it out.",
            $"web.live: 'v1', which is no version. Allowed: {new string('a', 60)}, v2, v_1. Keep the live version, and make another one live before you remove it.",
            "web.versions.v_1.host: 'web-v_1'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a host name that DNS allows.",
            "web.versions.v2.route: 'web.library.example.org'. Allowed: no route of its own. Leave it out: it follows from the workload's route.",
            "web.versions.v2.basePath: '/x/*'. Allowed: a path like /x7Gq2, without wildcards and without a slash at its end. " +
                "Give the path that the version's addresses begin with.",
            "web.versions.v2.healthCheckGrace: -1 s. Allowed: 0 or more s. Give the time that a task needs to start.",
            $"web.versions.{new string('a', 60)}.host: 'web-{new string('a', 60)}'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. " +
                "Choose a host name that DNS allows.",
            "web.versions.v2.basePath: 'x'. Allowed: a path like /x7Gq2, without wildcards and without a slash at its end. " +
                "Give the path that the version's addresses begin with.",
        ]);
    }

    [Fact]
    public async Task A_version_that_can_be_made_live_runs_no_fewer_tasks_than_the_live_one()
    {
        (await Problems(Counts(2, 2))).ShouldBeEmpty();
        (await Problems(Counts(2, 3))).ShouldBeEmpty();
        (await Problems(Counts(2, 1))).ShouldBe([
            "web.versions.v2.desiredCount: at least 1 task. Allowed: 2 or more, as the live version 'v1' has. " +
                "Run as many before 'v2' can be made live, or set its Standby to false.",
        ]);
        var scaled = new ServiceCount.Scaled { Minimum = 3, Maximum = 9 };
        (await Problems(Counts(3, scaled))).ShouldBeEmpty();
        (await Problems(Counts(scaled, scaled))).ShouldBeEmpty();
        (await Problems(Counts(scaled, 3))).ShouldBeEmpty();
        (await Problems(Counts(4, scaled))).ShouldHaveSingleItem().ShouldStartWith("web.versions.v2.desiredCount: at least 3 tasks. Allowed: 4 or more,");
        (await Problems(Counts(scaled, 2))).ShouldHaveSingleItem().ShouldStartWith("web.versions.v2.desiredCount: at least 2 tasks. Allowed: 3 or more,");
    }

    [Fact]
    public async Task Versions_do_not_share_a_port_of_the_instances()
    {
        (await Problems(args => Ported(args, 8080, 8080))).ShouldBe([
            "web.versions: port 8080 of the instances for 'v1' and 'v2'. Allowed: a port for one version. " +
                "Leave the host port out, or use network mode awsvpc: versions run side by side.",
        ]);
        (await Problems(args => Ported(args, 8081, 8082))).ShouldBeEmpty();
        (await Problems(args => Ported(args, null, null))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_daemon_stands_in_for_a_daemon_alone()
    {
        var daemon = new ServiceCount.Daemon();
        (await Problems(Counts(daemon, daemon))).ShouldBeEmpty();
        (await Problems(Counts(daemon, 5))).ShouldHaveSingleItem().ShouldStartWith("web.versions.v2.desiredCount: at least 5 tasks. Allowed: a daemon,");
        (await Problems(Counts(5, daemon))).ShouldHaveSingleItem().ShouldStartWith("web.versions.v2.desiredCount: a daemon. Allowed: 5 or more,");
    }

    [Fact]
    public async Task Versions_shift_no_traffic_of_their_own()
    {
        var problems = await Problems(args => args with
        {
            Versions = [args.Versions[0], args.Versions[1] with { Workload = args.Versions[1].Workload with { Deployment = new DeploymentStrategy.BlueGreen() } }],
        });
        problems.ShouldContain(
            "web.versions.v2.deployment: BlueGreen. Allowed: Rolling or SingleWriter. Let versions roll: the cutover between them shifts the traffic.");
    }

    [Fact]
    public async Task A_version_that_is_not_on_standby_may_be_small_and_cannot_be_live()
    {
        Func<VersionedWorkloadArgs, VersionedWorkloadArgs> tried = args =>
            Counts(2, 1)(args) with { Versions = [args.Versions[0], args.Versions[1] with { Standby = false }] };
        (await Problems(tried)).ShouldBeEmpty();
        (await Problems(args => tried(args) with { Live = "v2" })).ShouldBe([
            "web.live: 'v2', which is not on standby. Allowed: a version on standby. " +
                "Set its Standby to true in an update before, which compares its tasks with the live version's.",
        ]);
        var same = await PlanOf(args => args with { Versions = [args.Versions[0], args.Versions[1] with { Standby = false }] });
        PlanComparison.Compare(await PlanOf(), same, ResourceRules.Instance).IsEmpty.ShouldBeTrue();
    }

    private static Func<VersionedWorkloadArgs, VersionedWorkloadArgs> Counts(ServiceCount live, ServiceCount other) => args => args with
    {
        Versions = [Counted(args.Versions[0], live), Counted(args.Versions[1], other)],
    };

    private static VersionedWorkloadArgs Ported(VersionedWorkloadArgs args, params int?[] hostPorts) => args with
    {
        Versions =
        [
            .. args.Versions.Zip(hostPorts, (version, port) => version with
            {
                Workload = version.Workload with
                {
                    Task = Valid.Task with
                    {
                        NetworkMode = NetworkMode.Bridge,
                        Containers = [Valid.Container with { Ports = [new PortMapping(8080) { HostPort = port }] }],
                    },
                },
            }),
        ],
    };

    private static WorkloadVersion Counted(WorkloadVersion version, ServiceCount count) => version with
    {
        Workload = version.Workload with
        {
            DesiredCount = count,
            Deployment = count is ServiceCount.Daemon ? new DeploymentStrategy.Rolling(0, 100) : version.Workload.Deployment,
            Placement = version.Workload.Placement with { RebalanceZones = count is not ServiceCount.Daemon && version.Workload.Placement.RebalanceZones },
        },
    };

    private static VersionedWorkloadArgs Args(EcsCluster cluster, SharedLoadBalancer balancer) => new()
    {
        Route = Valid.Route(balancer),
        Versions =
        [
            new WorkloadVersion { Name = "v1", Workload = Valid.Workload(cluster) },
            new WorkloadVersion { Name = "v2", Workload = Valid.Workload(cluster) },
        ],
        Live = "v1",
    };

    private static async Task<VersionedWorkloadArgs> Args()
    {
        VersionedWorkloadArgs? args = null;
        await WorkloadPlans.With((cluster, balancer) => { args = Args(cluster, balancer); });
        return args!;
    }

    private static Task<Plan> PlanOf(Func<VersionedWorkloadArgs, VersionedWorkloadArgs>? vary = null) => WorkloadPlans.With((cluster, balancer) =>
    {
        var args = Args(cluster, balancer);
        _ = new VersionedWorkload("web", vary is null ? args : vary(args));
    });

    private static async Task<IReadOnlyList<string>> Problems(Func<VersionedWorkloadArgs, VersionedWorkloadArgs> vary) =>
        [.. vary(await Args()).Problems("web").Select(problem => problem.ToString())];
}
