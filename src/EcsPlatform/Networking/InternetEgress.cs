namespace EcsPlatform.Networking;

/// <summary>Which connections to anywhere (0.0.0.0/0) a security group lets out. They leave through NAT; nothing comes in.</summary>
public enum InternetEgress
{
    /// <summary>None: all that is needed must be reachable through endpoints in the VPC.</summary>
    None,

    /// <summary>HTTPS: AWS's services, registries.</summary>
    Https,

    /// <summary>HTTP and HTTPS: package mirrors as well.</summary>
    HttpAndHttps,
}
