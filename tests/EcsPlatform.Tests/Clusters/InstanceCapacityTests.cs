using EcsPlatform.Clusters;

namespace EcsPlatform.Tests.Clusters;

public class InstanceCapacityTests
{
    [Fact]
    public void Defaults()
    {
        var capacity = Valid.Capacity;
        capacity.ReservedMemoryMiB.ShouldBe(128);
        capacity.RootVolumeGiB.ShouldBe(30);
        capacity.TargetCapacityPercent.ShouldBe(100);
        capacity.ProtectRunningTasks.ShouldBeTrue();
        capacity.Problems("cluster").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        var capacity = new InstanceCapacity
        {
            InstanceType = "medium",
            Image = new MachineImage("ami-1", " "),
            MinSize = 3,
            MaxSize = 2,
            DesiredCapacity = 9,
            ReservedMemoryMiB = -1,
            RootVolumeGiB = 8,
            TargetCapacityPercent = 101,
        };
        capacity.Problems("cluster").Select(problem => problem.ToString()).ShouldBe([
            "cluster.instanceType: 'medium'. Allowed: a type such as t3.medium. Name an EC2 instance type.",
            "cluster.image.id: 'ami-1'. Allowed: ami- and 8 or 17 hexadecimal digits. Give the id of an ECS-optimised AMI of the region.",
            "cluster.image.name: nothing. Allowed: the AMI's name. Give the name that belongs to the id, so that people can tell its age.",
            "cluster.minSize: 3 with a maxSize of 2. Allowed: 0 to maxSize, and a maxSize of at least 1. Lower minSize or raise maxSize.",
            "cluster.reservedMemory: -1 MiB. Allowed: 0 or more MiB. Give what the agent and the system need.",
            "cluster.rootVolume: 8 GiB. Allowed: 30 GiB or more. Give the AMI the room that it needs.",
            "cluster.targetCapacity: 101 %. Allowed: 1 to 100 %. Use 100 for no spare instances.",
        ]);
    }

    [Fact]
    public void The_desired_capacity_lies_between_the_limits()
    {
        var capacity = new InstanceCapacity
        {
            InstanceType = "t3.medium",
            Image = new MachineImage("ami-0b6d9f4e2c81a7350", "al2023-x86_64"),
            MinSize = 1,
            MaxSize = 2,
            DesiredCapacity = 9,
        };
        capacity.Problems("cluster").Single().ToString().ShouldBe(
            "cluster.desiredCapacity: 9. Allowed: 1 to 2. Choose a value between minSize and maxSize.");
    }
}
