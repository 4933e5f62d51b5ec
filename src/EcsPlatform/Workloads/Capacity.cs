using EcsPlatform.Clusters;

namespace EcsPlatform.Workloads;

/// <summary>The instances that a workload's tasks run on.</summary>
public abstract record Capacity
{
    private Capacity()
    {
    }

    /// <summary>A cluster that other workloads use as well.</summary>
    /// <param name="Cluster">The cluster.</param>
    public sealed record Shared(EcsCluster Cluster) : Capacity;
}
