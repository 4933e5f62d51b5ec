namespace EcsPlatform.Workloads;

/// <summary>Another container of the task that comes first; at the end the order is reversed.</summary>
/// <param name="Container">Its name.</param>
/// <param name="Condition">What it must have reached.</param>
public sealed record ContainerDependency(string Container, ContainerCondition Condition);

/// <summary>
/// What a container must have reached before another one starts
/// (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html).
/// </summary>
public enum ContainerCondition
{
    /// <summary>It is started.</summary>
    Start,

    /// <summary>It has ended; only for containers that are not essential.</summary>
    Complete,

    /// <summary>It has ended with status 0; only for containers that are not essential.</summary>
    Success,

    /// <summary>Its health check has passed; only for containers that have one.</summary>
    Healthy,
}
