namespace EcsPlatform.Workloads;

/// <summary>What Service Connect's proxies understand of a port, so that they retry requests and count them.</summary>
public enum AppProtocol
{
    /// <summary>HTTP/1.</summary>
    Http,

    /// <summary>HTTP/2.</summary>
    Http2,

    /// <summary>gRPC.</summary>
    Grpc,
}
