using EcsPlatform.Networking;

namespace EcsPlatform.Clusters;

/// <summary>
/// The instances' ports that tasks in network mode bridge get, any free one of a range. The instances share one security group: who may
/// reach one such task may reach them all, and AWS refuses the same rule twice, so that a peer's rules are the cluster's and not a workload's.
/// </summary>
/// <param name="cluster">The cluster.</param>
/// <param name="name">Its name.</param>
internal sealed class DynamicPorts(EcsCluster cluster, string name)
{
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
    private const int First = 32768;
    private const int Last = 65535;

    private readonly HashSet<string> _peers = new(StringComparer.Ordinal);

    /// <summary>Lets a peer reach the ports, once.</summary>
    /// <param name="peer">The peer's name, which stands for one security group.</param>
    /// <param name="securityGroupId">Its security group.</param>
    public void OpenTo(string peer, Input<string> securityGroupId)
    {
        if (_peers.Add(peer))
        {
            SecurityGroups.Open(
                $"{name}-ports-{peer}",
                $"{peer} to tasks on instances of {name}",
                securityGroupId,
                cluster.InstanceSecurityGroupId,
                First,
                new CustomResourceOptions { Parent = cluster },
                Last);
        }
    }
}
