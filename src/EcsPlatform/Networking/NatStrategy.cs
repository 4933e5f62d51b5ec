namespace EcsPlatform.Networking;

/// <summary>How private subnets reach the internet.</summary>
public enum NatStrategy
{
    /// <summary>Not at all: every AWS service that is used needs an endpoint in the VPC.</summary>
    None,

    /// <summary>Through one NAT gateway, in the first zone: cheaper, and every zone depends on that one.</summary>
    Single,

    /// <summary>Through a NAT gateway in each zone.</summary>
    PerZone,
}
