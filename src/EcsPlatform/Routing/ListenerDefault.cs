using Pulumi.Aws.LB.Inputs;

namespace EcsPlatform.Routing;

/// <summary>What a load balancer does with HTTPS requests that no rule takes.</summary>
public abstract record ListenerDefault
{
    private ListenerDefault()
    {
    }

    /// <summary>It answers them with 404.</summary>
    public sealed record NotFound : ListenerDefault;

    /// <summary>It leads them to a target group: whoever may connect reaches its targets, whatever host they ask for.</summary>
    /// <param name="TargetGroupArn">The target group, in the load balancer's VPC.</param>
    public sealed record Forward(Input<string> TargetGroupArn) : ListenerDefault;

    /// <summary>The default action of a listener.</summary>
    /// <returns>The arguments.</returns>
    internal ListenerDefaultActionArgs ToAction() => this is Forward forward
        ? new ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = forward.TargetGroupArn }
        : new ListenerDefaultActionArgs
        {
            Type = "fixed-response",
            FixedResponse = new ListenerDefaultActionFixedResponseArgs { ContentType = "text/plain", MessageBody = "Not found", StatusCode = "404" },
        };
}
