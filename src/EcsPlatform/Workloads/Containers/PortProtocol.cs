namespace EcsPlatform.Workloads;

/// <summary>The transport of a port.</summary>
public enum PortProtocol
{
    /// <summary>TCP.</summary>
    Tcp,

    /// <summary>UDP.</summary>
    Udp,
}
