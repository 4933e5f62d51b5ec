using EcsPlatform.Networking;
using EcsPlatform.Storage;

namespace EcsPlatform.Clusters;

/// <summary>
/// The ways from the instances to file systems that exist. Tasks in network modes bridge and host share the instances' security group, and
/// AWS refuses the same rule twice, so that these rules are the cluster's and not a workload's: they stay while workloads come and go.
/// </summary>
/// <param name="cluster">The cluster.</param>
/// <param name="name">Its name.</param>
internal sealed class FileSystemPaths(EcsCluster cluster, string name)
{
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);

    /// <summary>Lets the instances reach the mount targets of a security group, once.</summary>
    /// <param name="securityGroupId">The security group.</param>
    public void OpenTo(string securityGroupId)
    {
        if (_groups.Add(securityGroupId))
        {
            SecurityGroups.Open(
                $"{name}-nfs-{securityGroupId}",
                $"NFS from tasks on instances of {name}",
                cluster.InstanceSecurityGroupId,
                securityGroupId,
                FileSystems.NfsPort,
                new CustomResourceOptions { Parent = cluster });
        }
    }
}
