namespace EcsPlatform.Clusters;

/// <summary>
/// Whether instances give their tasks more network interfaces than they have themselves. The setting belongs to the account and the
/// region, not to a cluster, and works for instances launched after it is on
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-eni.html).
/// </summary>
public enum EniTrunking
{
    /// <summary>This cluster does not count on it.</summary>
    Off,

    /// <summary>It is on in the account; the instance types must support it.</summary>
    AlreadyOn,

    /// <summary>This cluster switches it on for the whole account and region; the instance types must support it.</summary>
    SetForAccount,
}
