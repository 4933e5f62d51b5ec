namespace EcsPlatform.Plans.Differences;

/// <summary>What an update does to a resource.</summary>
public enum Operation
{
    /// <summary>Nothing.</summary>
    Same,

    /// <summary>It is new.</summary>
    Create,

    /// <summary>It changes in place.</summary>
    Update,

    /// <summary>A new one takes its place.</summary>
    Replace,

    /// <summary>It goes.</summary>
    Delete,
}
