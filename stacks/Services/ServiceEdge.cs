using EcsPlatform.Delivery;
using EcsPlatform.Networking;

namespace EcsPlatform.Stacks.Services;

/// <summary>How a service is offered to the internet: by a distribution of its own, under the service's host.</summary>
internal sealed record ServiceEdge
{
    /// <summary>The distribution's own web ACL, of the scope CloudFront. Default: null, the network's, which it shares with others.</summary>
    public WebAclArgs? WebAcl { get; init; }

    /// <summary>The methods that reach the service. Default: GET, HEAD and OPTIONS.</summary>
    public ViewerMethods Methods { get; init; } = ViewerMethods.GetHeadOptions;

    /// <summary>For how long CloudFront waits for an answer, in seconds. Default: 60.</summary>
    public int ReadTimeoutSeconds { get; init; } = 60;
}
