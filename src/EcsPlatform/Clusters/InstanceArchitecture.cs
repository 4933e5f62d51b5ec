namespace EcsPlatform.Clusters;

/// <summary>The processors that an instance type has and that a machine image is made for.</summary>
public enum InstanceArchitecture
{
    /// <summary>Intel and AMD, <c>x86_64</c>.</summary>
    X64,

    /// <summary>Graviton, <c>arm64</c>.</summary>
    Arm64,
}
