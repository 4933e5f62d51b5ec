using System.Collections.Immutable;
using EcsPlatform.Storage;
using EcsPlatform.Workloads;
using Pulumi;

namespace EcsPlatform.Stacks.Tests;

public class LifetimeTests
{
    private static readonly FileSystem.Create Elastic = new() { ThroughputMode = new ThroughputMode.Elastic() };

    [Fact]
    public void A_short_lived_environment_keeps_no_new_file_system_but_what_it_is_made_of()
    {
        var subnets = new MountTargetSubnets.ByZone(ImmutableSortedDictionary<string, Input<string>>.Empty.Add("eu-west-1a", "subnet-0123456789abcdef0"));
        FileSystemOf(Lifetime.Ephemeral, new VolumeFileSystem.Dedicated(Elastic) { Subnets = subnets }).ShouldBe(
            new VolumeFileSystem.Dedicated(Elastic with { Protect = false, Backup = false }) { Subnets = subnets });
        Lifetime.Ephemeral.FileSystem().ShouldBe(new FileSystem.Create { Protect = false, Backup = false });
    }

    [Fact]
    public void A_file_system_that_is_adopted_stays_as_it_is()
    {
        var adopted = new VolumeFileSystem.Dedicated(new FileSystem.Adopt("fs-0123456789abcdef0", "sg-0123456789abcdef0", ["eu-west-1a"]));
        FileSystemOf(Lifetime.Ephemeral, adopted).ShouldBe(adopted);
    }

    [Theory]
    [InlineData(Lifetime.Lasting)]
    [InlineData(Lifetime.Permanent)]
    public void Others_keep_it(Lifetime lifetime)
    {
        FileSystemOf(lifetime, new VolumeFileSystem.Dedicated(Elastic)).ShouldBe(new VolumeFileSystem.Dedicated(Elastic));
        (lifetime.FileSystem().Protect, lifetime.FileSystem().Backup, lifetime.Bucket().Protect, lifetime.Bucket().ForceDestroy).ShouldBe((true, true, true, false));
    }

    private static VolumeFileSystem FileSystemOf(Lifetime lifetime, VolumeFileSystem fileSystem) => lifetime.Task(new TaskSpec
    {
        MemoryMiB = 512,
        Containers = [],
        Volumes = [new EfsVolume { Name = "data", RootDirectory = "/data", UserId = 1000, GroupId = 1000, FileSystem = fileSystem }],
    }).Volumes.Single().FileSystem;
}
