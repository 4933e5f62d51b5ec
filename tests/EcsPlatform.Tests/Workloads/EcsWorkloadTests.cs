using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Routing;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class EcsWorkloadTests
{
    private static readonly TaskSpec WithVolume = Valid.Task with
    {
        Containers = [Valid.Container with { Mounts = [new MountPoint("data", "/srv/data")] }],
        Volumes = [new EfsVolume { Name = "data", RootDirectory = "/data", UserId = 1000, GroupId = 1001 }],
    };

    [Fact]
    public async Task Defaults()
    {
        var args = await Args();
        args.Route.ShouldBeNull();
        args.FurtherRoutes.ShouldBeEmpty();
        args.Peers.ShouldBeEmpty();
        args.Clients.ShouldBeEmpty();
        args.CloudMap.ShouldBeNull();
        args.ServiceConnect.ShouldBeNull();
        args.Placement.ShouldBe(new TaskPlacement());
        args.Deployment.ShouldBe(new DeploymentStrategy.Rolling(100, 200));
        args.DeploymentTriggers.ShouldBeEmpty();
        args.WaitForSteadyState.ShouldBeTrue();
        args.SteadyStateMinutes.ShouldBe(15);
        args.ExecuteCommand.ShouldBeFalse();
        args.ForceDelete.ShouldBeFalse();
        args.Task.NetworkMode.ShouldBe(NetworkMode.Awsvpc);
        args.HealthCheckGraceSeconds.ShouldBe(300);
        args.Logs.ShouldBe(new LogGroup.Create());
        args.Problems("web").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_problem_is_reported()
    {
        var args = await Args() with
        {
            Task = Valid.Task with { MemoryMiB = 100 },
            DesiredCount = -1,
            HealthCheckGraceSeconds = -1,
            Logs = new LogGroup.Create { RetentionDays = 2 },
        };
        args.Problems("web").Select(problem => problem.Where).ShouldBe(["web.memory", "web.desiredCount", "web.healthCheckGrace", "web.logs.retentionDays"]);
    }

    [Fact]
    public async Task The_task_definition_runs_the_pinned_image_with_its_own_interface()
    {
        var plan = await PlanOf();
        var task = plan.Only("aws:ecs/taskDefinition:TaskDefinition");
        task.Text("family").ShouldBe("web");
        task.Text("networkMode").ShouldBe("awsvpc");
        task.Text("memory").ShouldBe("512");
        task.Texts("requiresCompatibilities").ShouldBe(["EC2"]);
        task.Flag("skipDestroy").ShouldBeTrue();
        task.Text("executionRoleArn").ShouldBe(plan.Only("aws:iam/role:Role", "web-execution").OutputText("arn"));
        task.Text("taskRoleArn").ShouldBe(plan.Only("aws:iam/role:Role", "web-task").OutputText("arn"));
        var container = task.Json("containerDefinitions")[0];
        container.GetProperty("image").GetString().ShouldBe($"111111111111.dkr.ecr.eu-west-1.amazonaws.com/library/web@{Valid.Digest}");
        container.GetProperty("logConfiguration").GetProperty("options").GetProperty("awslogs-group").GetString()
            .ShouldBe(plan.Only("aws:cloudwatch/logGroup:LogGroup", "web").OutputText("name"));
    }

    [Fact]
    public async Task The_service_goes_back_by_itself_and_waits_for_what_it_needs()
    {
        var plan = await PlanOf(args => args with { Task = WithVolume, DesiredCount = 2, HealthCheckGraceSeconds = 120 }, routed: true);
        var service = plan.Only("aws:ecs/service:Service");
        service.Text("taskDefinition").ShouldBe(plan.Only("aws:ecs/taskDefinition:TaskDefinition").OutputText("arn"));
        service.Number("desiredCount").ShouldBe(2);
        service.Flag("deploymentCircuitBreaker.enable").ShouldBeTrue();
        service.Flag("deploymentCircuitBreaker.rollback").ShouldBeTrue();
        service.Number("healthCheckGracePeriodSeconds").ShouldBe(120);
        service.Flag("networkConfiguration.assignPublicIp").ShouldBeFalse();
        service.Input("launchType").ShouldBeNull();
        service.Text("capacityProviderStrategies.0.capacityProvider").ShouldBe(plan.Only("aws:ecs/capacityProvider:CapacityProvider").OutputText("name"));
        service.Text("orderedPlacementStrategies.0.field").ShouldBe("attribute:ecs.availability-zone");
        service.Text("orderedPlacementStrategies.1.field").ShouldBe("memory");
        service.Text("loadBalancers.0.containerName").ShouldBe("web");
        service.CustomTimeouts.ShouldBe(new PlannedTimeouts(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15), null));
        string[] needed =
        [
            plan.Only("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders").Urn,
            plan.Only("aws:lb/listenerRule:ListenerRule").Urn,
            .. plan.All("aws:efs/mountTarget:MountTarget").Select(target => target.Urn),
            plan.Only("aws:iam/rolePolicy:RolePolicy", "web-execution").Urn,
            plan.Only("aws:iam/rolePolicy:RolePolicy", "web-task").Urn,
        ];
        needed.Length.ShouldBe(6);
        needed.ShouldBeSubsetOf(service.Dependencies);
    }

    [Fact]
    public async Task A_workload_without_a_route_has_no_target_group_and_no_grace_period()
    {
        var plan = await PlanOf();
        plan.All("aws:lb/targetGroup:TargetGroup").ShouldBeEmpty();
        plan.Only("aws:ecs/service:Service").Input("healthCheckGracePeriodSeconds").ShouldBeNull();
        plan.Only("aws:ecs/service:Service").Input("loadBalancers").ShouldBe(new PropertyValue.List([]));
    }

    [Fact]
    public async Task A_route_leads_a_host_to_the_tasks()
    {
        var plan = await PlanOf(args => args with { Route = args.Route! with { Priority = 10 } }, routed: true);
        var target = plan.Only("aws:lb/targetGroup:TargetGroup");
        target.Text("targetType").ShouldBe("ip");
        target.Number("port").ShouldBe(8080);
        target.Number("deregistrationDelay").ShouldBe(60);
        target.Text("healthCheck.path").ShouldBe("/");
        target.Text("healthCheck.matcher").ShouldBe("200");
        target.Number("healthCheck.interval").ShouldBe(60);
        target.Number("healthCheck.timeout").ShouldBe(10);
        target.Number("healthCheck.healthyThreshold").ShouldBe(2);
        target.Number("healthCheck.unhealthyThreshold").ShouldBe(5);
        var rule = plan.Only("aws:lb/listenerRule:ListenerRule");
        rule.Number("priority").ShouldBe(10);
        rule.Texts("conditions.0.hostHeader.values").ShouldBe(["web.library.example.org"]);
        rule.Input("conditions.1").ShouldBeNull();
        rule.Text("actions.0.targetGroupArn").ShouldBe(target.OutputText("arn"));
        var record = plan.Only("aws:route53/record:Record");
        record.Text("name").ShouldBe("web.library.example.org");
        record.Text("type").ShouldBe("A");
        record.Text("aliases.0.name").ShouldBe(plan.Only("aws:lb/loadBalancer:LoadBalancer").OutputText("dnsName"));
        plan.Only("ecs-platform:workloads:EcsWorkload").OutputText("url").ShouldBe("https://web.library.example.org");
    }

    [Fact]
    public async Task A_route_takes_more_hosts_and_only_some_paths()
    {
        var plan = await PlanOf(
            args => args with
            {
                Route = args.Route! with { AdditionalHosts = ["www.library.example.org", "*.web.library.example.org", "example.com"], Paths = ["/api/*"] },
            },
            routed: true);
        var rule = plan.Only("aws:lb/listenerRule:ListenerRule");
        rule.Texts("conditions.0.hostHeader.values")
            .ShouldBe(["web.library.example.org", "www.library.example.org", "*.web.library.example.org", "example.com"]);
        rule.Texts("conditions.1.pathPattern.values").ShouldBe(["/api/*"]);
        rule.Input("conditions.2").ShouldBeNull();
        plan.All("aws:route53/record:Record").Select(record => (record.Name, record.Text("name"))).ShouldBe([
            ("web", "web.library.example.org"), ("web-www.library.example.org", "www.library.example.org"),
        ]);
    }

    [Fact]
    public async Task Two_workloads_share_a_host_of_which_one_makes_the_record()
    {
        var plan = await SharedHost(api => api with { DnsRecords = false });
        var (api, web) = (plan.Only("aws:lb/listenerRule:ListenerRule", "api"), plan.Only("aws:lb/listenerRule:ListenerRule", "web"));
        api.Number("priority").ShouldBeLessThan(web.Number("priority"));
        plan.Only("aws:route53/record:Record").Name.ShouldBe("web");
        var failure = await Should.ThrowAsync<Preview.PreviewException>(() => SharedHost(api => api));
        failure.Message.ShouldContain(
            "api.route.dnsRecords: 'web.library.example.org', of which 'web' makes the record already. Allowed: one record for a name. " +
            "Set DnsRecords to false for 'api' or 'web'.");
    }

    [Fact]
    public async Task A_route_without_a_priority_gets_the_one_of_its_name()
    {
        var plan = await PlanOf(routed: true);
        plan.Only("aws:lb/listenerRule:ListenerRule").Number("priority").ShouldBe(
            new RulePriorities("any").Claim("web", new RuleMatch { Hosts = ["web.library.example.org"] }));
    }

    [Fact]
    public async Task A_long_name_is_shortened_for_the_target_group()
    {
        const string Name = "digital-library-staging-viewer";
        var plan = await TestPlan.OfAsync(() =>
        {
            var network = new BaseNetwork("net", Valid.Network);
            var balancer = new SharedLoadBalancer("lb", Valid.LoadBalancer(network));
            _ = new EcsWorkload(Name, Valid.Workload(new EcsCluster("cluster", Valid.Cluster(network)), Valid.Route(balancer)));
        });
        plan.Only("aws:lb/targetGroup:TargetGroup").Name.ShouldBe("y-staging-viewer-jsxkaym");
        plan.Only("aws:lb/listenerRule:ListenerRule").Name.ShouldBe(Name);
    }

    [Fact]
    public async Task Two_routes_of_which_one_hides_the_other_are_refused()
    {
        var failure = await Should.ThrowAsync<Preview.PreviewException>(() => TestPlan.OfAsync(() =>
        {
            var network = new BaseNetwork("net", Valid.Network);
            var cluster = new EcsCluster("cluster", Valid.Cluster(network));
            var balancer = new SharedLoadBalancer("lb", Valid.LoadBalancer(network));
            _ = new EcsWorkload("one", Valid.Workload(cluster, Valid.Route(balancer) with { Priority = 10 }));
            _ = new EcsWorkload("two", Valid.Workload(cluster, Valid.Route(balancer) with { Paths = ["/api/*"], Priority = 11 }));
        }));
        failure.Message.ShouldContain(
            "two.route.priority: 11, where 'web.library.example.org, path /api/*' never gets a request: " +
            "'one' takes all for 'web.library.example.org' before, at 10.");
    }

    [Fact]
    public async Task The_path_from_the_load_balancer_is_a_pair_of_rules_that_name_each_other()
    {
        var plan = await PlanOf(routed: true);
        var balancer = plan.Only("aws:ec2/securityGroup:SecurityGroup", "lb-lb").Id!;
        var tasks = plan.Only("aws:ec2/securityGroup:SecurityGroup", "web-task").Id!;
        var egress = plan.Only("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "web-lb");
        (egress.Text("securityGroupId"), egress.Text("referencedSecurityGroupId"), egress.Number("fromPort")).ShouldBe((balancer, tasks, 8080));
        var ingress = plan.Only("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "web-lb");
        (ingress.Text("securityGroupId"), ingress.Text("referencedSecurityGroupId"), ingress.Number("toPort")).ShouldBe((tasks, balancer, 8080));
    }

    [Fact]
    public async Task A_volume_is_one_file_system_reached_only_through_its_access_point()
    {
        var plan = await PlanOf(args => args with { Task = WithVolume });
        var fileSystem = plan.Only("aws:efs/fileSystem:FileSystem");
        fileSystem.Flag("encrypted").ShouldBeTrue();
        fileSystem.Protect.ShouldBeTrue();
        plan.Only("aws:efs/backupPolicy:BackupPolicy").Text("backupPolicy.status").ShouldBe("ENABLED");
        var accessPoint = plan.Only("aws:efs/accessPoint:AccessPoint");
        accessPoint.Text("rootDirectory.path").ShouldBe("/data");
        accessPoint.Number("posixUser.uid").ShouldBe(1000);
        accessPoint.Number("posixUser.gid").ShouldBe(1001);
        accessPoint.Number("rootDirectory.creationInfo.ownerUid").ShouldBe(1000);
        accessPoint.Number("rootDirectory.creationInfo.ownerGid").ShouldBe(1001);
        plan.All("aws:efs/mountTarget:MountTarget").Select(target => target.Text("subnetId"))
            .ShouldBe(plan.All("aws:ec2/subnet:Subnet").Where(subnet => subnet.Name.Contains("private", StringComparison.Ordinal)).Select(subnet => subnet.Id!));
        var volume = plan.Only("aws:ecs/taskDefinition:TaskDefinition");
        volume.Text("volumes.0.efsVolumeConfiguration.transitEncryption").ShouldBe("ENABLED");
        volume.Text("volumes.0.efsVolumeConfiguration.authorizationConfig.accessPointId").ShouldBe(accessPoint.Id);
        volume.Text("volumes.0.efsVolumeConfiguration.authorizationConfig.iam").ShouldBe("ENABLED");
        volume.Input("volumes.0.efsVolumeConfiguration.rootDirectory").ShouldBeNull();
        var statement = plan.Only("aws:iam/rolePolicy:RolePolicy", "web-task").Json("policy").GetProperty("Statement")[0];
        statement.GetProperty("Action").GetString().ShouldBe("elasticfilesystem:ClientMount");
        statement.GetProperty("Resource").GetString().ShouldBe(fileSystem.OutputText("arn"));
        statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("elasticfilesystem:AccessPointArn").GetString()
            .ShouldBe(accessPoint.OutputText("arn"));
    }

    [Fact]
    public async Task A_volume_may_be_written_only_where_a_container_says_so()
    {
        var writing = WithVolume with { Containers = [Valid.Container with { Mounts = [new MountPoint("data", "/srv/data", ReadOnly: false)] }] };
        var plan = await PlanOf(args => args with { Task = writing });
        plan.Only("aws:iam/rolePolicy:RolePolicy", "web-task").Json("policy").GetProperty("Statement")[0].GetProperty("Action").GetRawText()
            .ShouldBe("""["elasticfilesystem:ClientMount","elasticfilesystem:ClientWrite"]""");
    }

    [Fact]
    public async Task Two_routes_with_one_priority_are_refused()
    {
        var failure = await Should.ThrowAsync<Preview.PreviewException>(() => TestPlan.OfAsync(() =>
        {
            var network = new BaseNetwork("net", Valid.Network);
            var cluster = new EcsCluster("cluster", Valid.Cluster(network));
            var balancer = new SharedLoadBalancer("lb", Valid.LoadBalancer(network));
            _ = new EcsWorkload("one", Valid.Workload(cluster, Valid.Route(balancer) with { Priority = 10 }));
            _ = new EcsWorkload("two", Valid.Workload(cluster, Valid.Route(balancer) with { Host = "other", Priority = 10 }));
        }));
        failure.Message.ShouldContain("two.route.priority: 10, which 'one' has already.");
    }

    private static Task<Plan> SharedHost(Func<HttpRoute, HttpRoute> vary) => TestPlan.OfAsync(() =>
    {
        var network = new BaseNetwork("net", Valid.Network);
        var cluster = new EcsCluster("cluster", Valid.Cluster(network));
        var balancer = new SharedLoadBalancer("lb", Valid.LoadBalancer(network));
        _ = new EcsWorkload("web", Valid.Workload(cluster, Valid.Route(balancer)));
        _ = new EcsWorkload("api", Valid.Workload(cluster, vary(Valid.Route(balancer) with { Paths = ["/api/*"] })));
    });

    private static async Task<EcsWorkloadArgs> Args()
    {
        EcsWorkloadArgs? args = null;
        await TestPlan.OfAsync(() => { args = Valid.Workload(new EcsCluster("cluster", Valid.Cluster(new BaseNetwork("net", Valid.Network)))); });
        return args!;
    }

    private static Task<Plan> PlanOf(Func<EcsWorkloadArgs, EcsWorkloadArgs>? vary = null, bool routed = false) => TestPlan.OfAsync(() =>
    {
        var network = new BaseNetwork("net", Valid.Network);
        var cluster = new EcsCluster("cluster", Valid.Cluster(network));
        var route = routed ? Valid.Route(new SharedLoadBalancer("lb", Valid.LoadBalancer(network))) : null;
        var args = Valid.Workload(cluster, route);
        _ = new EcsWorkload("web", vary is null ? args : vary(args));
    });
}
