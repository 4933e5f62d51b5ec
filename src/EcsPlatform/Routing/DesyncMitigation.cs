namespace EcsPlatform.Routing;

/// <summary>
/// What becomes of requests that two servers could read in two ways
/// (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#desync-mitigation-mode). AWS has a
/// third mode, which only watches and is not offered here.
/// </summary>
public enum DesyncMitigation
{
    /// <summary>Those that are known to be attacks are refused; ambiguous ones get a connection of their own.</summary>
    Defensive,

    /// <summary>All that do not follow RFC 7230 are refused.</summary>
    Strictest,
}
