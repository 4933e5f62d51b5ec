using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class ContainerOrderTests
{
    private static readonly ContainerHealthCheck Check = new() { Command = ["CMD", "true"] };

    [Fact]
    public void Every_condition_that_can_come_true_is_right() => Problems(
        NetworkMode.Bridge,
        Container("db") with { HealthCheck = Check },
        Container("init") with { Essential = false },
        Container("web") with
        {
            DependsOn =
            [
                new ContainerDependency("db", ContainerCondition.Healthy),
                new ContainerDependency("init", ContainerCondition.Success),
                new ContainerDependency("init", ContainerCondition.Complete),
                new ContainerDependency("db", ContainerCondition.Start),
            ],
            Links = [new ContainerLink("db")],
        }).ShouldBeEmpty();

    [Fact]
    public void What_leads_nowhere_or_never_comes_true_is_reported() => Problems(
        NetworkMode.Bridge,
        Container("db"),
        Container("web") with
        {
            DependsOn =
            [
                new ContainerDependency("db", ContainerCondition.Healthy),
                new ContainerDependency("db", ContainerCondition.Success),
                new ContainerDependency("dbb", ContainerCondition.Start),
            ],
            Links = [new ContainerLink("cache")],
        }).ShouldBe([
            "task.dependsOn: container 'web' waits until 'db' is healthy, which has no health check. Allowed: the health of containers that have a health " +
                "check. Give 'db' a health check.",
            "task.dependsOn: container 'web' waits for the end of 'db', which is essential and ends the task with it. Allowed: the end of containers that " +
                "are not essential. Mark 'db' as not essential.",
            "task.dependsOn: container 'web' waits for 'dbb'. Allowed: the task's containers: db, web. Declare the container or correct its name.",
            "task.links: container 'web' links 'cache'. Allowed: the task's containers: db, web. Declare the container or correct its name.",
        ]);

    [Fact]
    public void A_link_outside_bridge_is_reported() => Problems(
        NetworkMode.Awsvpc, Container("db"), Container("web") with { Links = [new ContainerLink("db", "database")] }).ShouldBe([
            "task.links: container 'web' links 'db:database' in network mode awsvpc. Allowed: links in network mode bridge. " +
                "Remove the link: containers of such a task reach each other at localhost.",
        ]);

    [Fact]
    public void Each_circle_is_reported_once() => Problems(
        NetworkMode.Bridge,
        Container("a") with { DependsOn = [new ContainerDependency("c", ContainerCondition.Start), new ContainerDependency("x", ContainerCondition.Start)] },
        Container("b") with { DependsOn = [new ContainerDependency("a", ContainerCondition.Start)] },
        Container("c") with { Links = [new ContainerLink("b")] },
        Container("x") with { DependsOn = [new ContainerDependency("x", ContainerCondition.Start)] }).ShouldBe([
            "task.dependsOn: a -> c -> b -> a. Allowed: containers that do not wait for each other in a circle. Remove one of these.",
            "task.dependsOn: x -> x. Allowed: containers that do not wait for each other in a circle. Remove one of these.",
        ]);

    private static ContainerSpec Container(string name) => Valid.Container with { Name = name, Ports = [] };

    private static IEnumerable<string> Problems(NetworkMode mode, params ContainerSpec[] containers) =>
        new TaskSpec { MemoryMiB = 8192, NetworkMode = mode, Containers = [.. containers] }.Problems("task").Select(problem => problem.ToString());
}
