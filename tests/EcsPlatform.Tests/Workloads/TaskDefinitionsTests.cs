using System.Collections.Immutable;
using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Routing;
using EcsPlatform.Testing;
using EcsPlatform.Tests.Clusters;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class TaskDefinitionsTests
{
    private const string Type = "aws:ecs/taskDefinition:TaskDefinition";

    [Fact]
    public async Task Without_options_only_what_every_task_has_is_said()
    {
        var task = (await PlanOf(Valid.Task)).Only(Type);
        task.Text("networkMode").ShouldBe("awsvpc");
        task.Texts("requiresCompatibilities").ShouldBe(["EC2"]);
        task.Input("cpu").ShouldBeNull();
        task.Input("ephemeralStorage").ShouldBeNull();
        task.Input("runtimePlatform").ShouldBeNull();
        task.Input("volumes").ShouldBe(new PropertyValue.List([]));
    }

    [Theory]
    [InlineData(NetworkMode.Awsvpc, "awsvpc")]
    [InlineData(NetworkMode.Bridge, "bridge")]
    [InlineData(NetworkMode.Host, "host")]
    public async Task A_network_mode_shows(NetworkMode mode, string text) =>
        (await PlanOf(Valid.Task with { NetworkMode = mode })).Only(Type).Text("networkMode").ShouldBe(text);

    [Fact]
    public async Task A_task_for_Fargate_names_its_size_its_disk_and_its_processor()
    {
        var onFargate = Valid.Task with
        {
            Cpu = 1024,
            MemoryMiB = 2048,
            Compatibility = new Compatibility.Fargate { Architecture = InstanceArchitecture.Arm64, EphemeralStorageGiB = 40 },
        };
        var task = (await WorkloadPlans.Of(args => args with { Task = onFargate }, varyCluster: TaskPlacementTests.Fargate)).Only(Type);
        task.Texts("requiresCompatibilities").ShouldBe(["FARGATE"]);
        task.Text("cpu").ShouldBe("1024");
        task.Text("memory").ShouldBe("2048");
        task.Number("ephemeralStorage.sizeInGib").ShouldBe(40);
        task.Text("runtimePlatform.cpuArchitecture").ShouldBe("ARM64");
        task.Text("runtimePlatform.operatingSystemFamily").ShouldBe("LINUX");
    }

    [Fact]
    public async Task A_task_for_managed_instances_names_its_processor()
    {
        var managed = Valid.Task with { Compatibility = new Compatibility.ManagedInstances { Architecture = InstanceArchitecture.Arm64 } };
        var task = (await WorkloadPlans.Of(args => args with { Task = managed }, varyCluster: args => args with { Capacity = EcsClusterArgsTests.Managed() }))
            .Only(Type);
        task.Texts("requiresCompatibilities").ShouldBe(["MANAGED_INSTANCES"]);
        task.Text("runtimePlatform.cpuArchitecture").ShouldBe("ARM64");
    }

    [Fact]
    public async Task Volumes_of_the_instance_stand_among_those_on_EFS_sorted_by_name()
    {
        var task = (await PlanOf(Valid.Task with
        {
            Containers = [Valid.Container with { Mounts = [new MountPoint("b", "/b"), new MountPoint("a", "/a"), new MountPoint("c", "/c")] }],
            Volumes = [new EfsVolume { Name = "b", RootDirectory = "/b", UserId = 1000, GroupId = 1000 }],
            HostVolumes = [new HostVolume("c"), new HostVolume("a", "/var/cache/a")],
        })).Only(Type);
        task.Text("volumes.0.name").ShouldBe("a");
        task.Text("volumes.0.hostPath").ShouldBe("/var/cache/a");
        task.Input("volumes.0.efsVolumeConfiguration").ShouldBeNull();
        task.Text("volumes.1.name").ShouldBe("b");
        task.Text("volumes.1.efsVolumeConfiguration.transitEncryption").ShouldBe("ENABLED");
        task.Text("volumes.2.name").ShouldBe("c");
        task.Input("volumes.2.hostPath").ShouldBeNull();
    }

    [Fact]
    public async Task A_container_is_told_its_own_address_and_log_group()
    {
        var plan = await PlanOf(
            Valid.Task with
            {
                Containers =
                [
                    Valid.Container with
                    {
                        Environment = new Dictionary<string, EnvironmentValue>
                        {
                            ["URL"] = EnvironmentValue.From(context => context.Url),
                            ["GROUP"] = EnvironmentValue.From(context => context.LogGroupName),
                            ["REGION"] = EnvironmentValue.From(context => context.Account.Region),
                            ["NAME"] = EnvironmentValue.From(context => context.Workload),
                        }.ToImmutableDictionary(),
                    },
                ],
            },
            routed: true);
        plan.Only(Type).Json("containerDefinitions")[0].GetProperty("environment").EnumerateArray()
            .ToDictionary(entry => entry.GetProperty("name").GetString()!, entry => entry.GetProperty("value").GetString())
            .ShouldBe(new Dictionary<string, string?>
            {
                ["GROUP"] = plan.Only("aws:cloudwatch/logGroup:LogGroup", "web").OutputText("name"),
                ["NAME"] = "web",
                ["REGION"] = "eu-west-1",
                ["URL"] = "https://web.library.example.org",
            });
    }

    [Fact]
    public async Task An_address_without_a_route_is_refused()
    {
        var task = Valid.Task with
        {
            Containers =
            [
                Valid.Container with
                {
                    Environment = ImmutableDictionary<string, EnvironmentValue>.Empty.Add("URL", EnvironmentValue.From(context => context.Url)),
                },
            ],
        };
        (await Should.ThrowAsync<Preview.PreviewException>(() => PlanOf(task))).Message.ShouldContain(
            "web.environment: a variable that needs the workload's host. Allowed: variables whose values exist. Give the workload a route.");
    }

    private static Task<Plan> PlanOf(TaskSpec task, bool routed = false) => TestPlan.OfAsync(() =>
    {
        var network = new BaseNetwork("net", Valid.Network);
        var route = routed ? Valid.Route(new SharedLoadBalancer("lb", Valid.LoadBalancer(network))) : null;
        _ = new EcsWorkload("web", Valid.Workload(new EcsCluster("cluster", Valid.Cluster(network)), route) with { Task = task });
    });
}
