namespace EcsPlatform.Clusters;

/// <summary>
/// Which instance goes first when a group shrinks
/// (https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-termination-policies.html).
/// </summary>
public enum TerminationPolicy
{
    /// <summary>One with the oldest launch template.</summary>
    OldestLaunchTemplate,

    /// <summary>The oldest.</summary>
    OldestInstance,

    /// <summary>The newest.</summary>
    NewestInstance,

    /// <summary>One that brings the group closer to its mix of types and of spot instances.</summary>
    AllocationStrategy,

    /// <summary>EC2 Auto Scaling's own order.</summary>
    Default,
}
