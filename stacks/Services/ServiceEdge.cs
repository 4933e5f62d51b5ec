using EcsPlatform.Delivery;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks.Services;

/// <summary>How a service is offered to the internet: by a distribution of its own, under the service's host.</summary>
internal sealed record ServiceEdge
{
    /// <summary>The service's own web ACL, of which stacks may change parts. Default: null, the one that all distributions share.</summary>
    public WebAclSettings? WebAcl { get; init; }

    /// <summary>The methods that reach the service. Default: GET, HEAD and OPTIONS.</summary>
    public ViewerMethods Methods { get; init; } = ViewerMethods.GetHeadOptions;

    /// <summary>Whether pages of other sites may show it in a frame, unless it says otherwise itself. Default: false, only its own may.</summary>
    public bool Embeddable { get; init; }

    /// <summary>For how long CloudFront waits for an answer, in seconds. Default: 60.</summary>
    public int ReadTimeoutSeconds { get; init; } = 60;
}
