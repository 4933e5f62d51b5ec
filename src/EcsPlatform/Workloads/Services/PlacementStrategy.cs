namespace EcsPlatform.Workloads;

/// <summary>
/// By what ECS chooses among the instances that have room
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-strategies.html).
/// </summary>
public enum PlacementStrategy
{
    /// <summary>The availability zone with fewest of the service's tasks.</summary>
    SpreadOverZones,

    /// <summary>The instance with fewest of the service's tasks.</summary>
    SpreadOverInstances,

    /// <summary>The instance with least memory left.</summary>
    PackOnMemory,

    /// <summary>The instance with fewest CPU units left.</summary>
    PackOnCpu,

    /// <summary>Any.</summary>
    Random,
}
