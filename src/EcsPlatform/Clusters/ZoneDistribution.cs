namespace EcsPlatform.Clusters;

/// <summary>
/// What a group does when a zone cannot give an instance
/// (https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AvailabilityZoneDistribution.html).
/// </summary>
public enum ZoneDistribution
{
    /// <summary>It launches the instance in another zone.</summary>
    BalancedBestEffort,

    /// <summary>It keeps trying in that zone.</summary>
    BalancedOnly,
}
