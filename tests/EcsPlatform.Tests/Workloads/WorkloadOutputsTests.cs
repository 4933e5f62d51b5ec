using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class WorkloadOutputsTests
{
    private static readonly CloudMapName Name = new() { NamespaceId = "ns-0123456789abcdef", Name = "search", Domain = "staging.internal" };

    [Fact]
    public async Task A_workload_tells_what_it_is_made_of()
    {
        var plan = await WorkloadPlans.Of(
            args => args with
            {
                Task = Valid.Task with
                {
                    Containers = [Valid.Container with { Mounts = [new MountPoint("data", "/srv/data")] }],
                    Volumes = [new EfsVolume { Name = "data", RootDirectory = "/data", UserId = 1000, GroupId = 1001 }],
                },
                CloudMap = Name,
            },
            routed: true);
        var workload = plan.Only("ecs-platform:workloads:EcsWorkload");
        workload.OutputText("serviceArn").ShouldBe(plan.Only(WorkloadPlans.Service).Id);
        foreach (var (output, role) in new[] { ("taskRole", "web-task"), ("executionRole", "web-execution") })
        {
            workload.OutputText($"{output}Arn").ShouldBe(plan.Only("aws:iam/role:Role", role).OutputText("arn"));
            workload.OutputText($"{output}Name").ShouldBe(plan.Only("aws:iam/role:Role", role).OutputText("name"));
        }

        var target = plan.Only("aws:lb/targetGroup:TargetGroup");
        workload.OutputText("targetGroupArn").ShouldBe(target.OutputText("arn"));
        workload.OutputText("targetGroupArnSuffix").ShouldBe(target.OutputText("arnSuffix"));
        workload.OutputText("fileSystemIds.data").ShouldBe(plan.Only("aws:efs/fileSystem:FileSystem").Id);
        workload.OutputText("fileSystemSecurityGroupIds.data").ShouldBe(plan.Only(WorkloadPlans.SecurityGroup, "web-data-efs").Id);
        workload.OutputText("privateHost").ShouldBe("search.staging.internal");
        workload.Output("privatePort").ShouldBe(new PropertyValue.Number(8080));
    }

    [Fact]
    public async Task What_it_has_not_it_does_not_tell()
    {
        var workload = (await WorkloadPlans.Of(args => args with { CloudMap = Name with { Domain = null } })).Only("ecs-platform:workloads:EcsWorkload");
        new[] { "targetGroupArn", "targetGroupArnSuffix", "privateHost", "url" }.ShouldAllBe(output => workload.Output(output) == null);
        workload.Output("fileSystemIds").ShouldBe(Empty);
        workload.Output("fileSystemSecurityGroupIds").ShouldBe(Empty);
        (await WorkloadPlans.Of()).Only("ecs-platform:workloads:EcsWorkload").Output("privatePort").ShouldBeNull();
    }

    [Fact]
    public void The_private_port_is_the_one_that_clients_can_know()
    {
        var two = Valid.Task with { Containers = [Valid.Container with { Ports = [new PortMapping(8080), new PortMapping(9090)] }] };
        var bridge = Valid.Task with { NetworkMode = NetworkMode.Bridge };
        var target = Name with { Target = new ContainerPort("web", 8080) };
        Name.PortOf(Valid.Task).ShouldBe(8080);
        Name.PortOf(two).ShouldBeNull();
        target.PortOf(two).ShouldBe(8080);
        target.PortOf(bridge).ShouldBeNull();
        target.PortOf(bridge with { Containers = [Valid.Container with { Ports = [new PortMapping(8080, 9009)] }] }).ShouldBe(9009);
    }

    private static PropertyValue.Map Empty => new(ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal));
}
