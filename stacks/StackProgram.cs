using System.Collections.Immutable;
using EcsPlatform.Stacks.Functions;
using EcsPlatform.Stacks.Parts;
using EcsPlatform.Stacks.Services;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks;

/// <summary>What an environment is made of; where it differs from another one of the same parts, its file says so.</summary>
internal sealed record StackProgram
{
    /// <summary>For how long it is meant to be there.</summary>
    public required Lifetime Lifetime { get; init; }

    /// <summary>The services, each after those that are its clients.</summary>
    public required ImmutableArray<IService> Services { get; init; }

    /// <summary>The functions that work on content. Default: none.</summary>
    public ImmutableArray<DataFunction> Functions { get; init; } = [];

    /// <summary>What else there is, in this order. Default: nothing.</summary>
    public ImmutableArray<IPart> Parts { get; init; } = [];

    /// <summary>True for environments of which each belongs to somebody, whose name its resources' names begin with. Default: false.</summary>
    public bool HasOwner { get; init; }

    /// <summary>Whether it has a part.</summary>
    /// <typeparam name="T">The part.</typeparam>
    public bool Has<T>()
        where T : IPart => Parts.OfType<T>().Any();

    /// <summary>Registers the resources.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <returns>The stack's outputs.</returns>
    public IDictionary<string, object?> Deploy(PlatformSettings settings)
    {
        var providers = Providers.Of(settings);
        var foundation = StackFoundation.Add(settings, Services, providers);
        var content = StackContent.Add(settings, Functions, foundation, providers);
        var place = new ServicePlace(settings, foundation, content, providers);
        foreach (var service in Services)
        {
            place.Add(service);
        }

        foreach (var part in Parts)
        {
            part.Add(place);
        }

        return new Dictionary<string, object?>
        {
            ["vpcId"] = foundation.Network.VpcId,
            ["nameServers"] = foundation.Network.NameServers,
            ["dataBucketName"] = foundation.Network.DataBucket!.BucketName,
            ["contentBucketNames"] = content.BucketNames,
            ["clusterName"] = foundation.Cluster.ClusterName,
            ["loadBalancerDnsName"] = foundation.LoadBalancer.DnsName,
            ["services"] = ServiceOutputs.Of(foundation.Cluster, place.Workloads),
            ["troubleshooting"] = ServiceOutputs.CommandsFor(foundation.Cluster, place.Workloads, Services),
        };
    }
}
