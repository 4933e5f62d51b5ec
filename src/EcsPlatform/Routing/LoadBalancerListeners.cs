using Pulumi.Aws.LB.Inputs;

namespace EcsPlatform.Routing;

/// <summary>A shared load balancer's listeners.</summary>
internal static class LoadBalancerListeners
{
    public const int HttpPort = 80;
    public const int HttpsPort = 443;

    /// <summary>Adds the HTTPS listener with all its certificates. What no rule takes gets the default.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">What the load balancer is made of.</param>
    /// <param name="loadBalancer">The load balancer.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The listener.</returns>
    public static LB.Listener AddHttps(string name, SharedLoadBalancerArgs args, LB.LoadBalancer loadBalancer, CustomResourceOptions options)
    {
        var listener = new LB.Listener(
            $"{name}-https",
            new LB.ListenerArgs
            {
                LoadBalancerArn = loadBalancer.Arn,
                Port = HttpsPort,
                Protocol = "HTTPS",
                SslPolicy = args.SslPolicy,
                CertificateArn = Checked(name, name, args.CertificateArn, args.Network.Account),
                DefaultActions = { args.Default.ToAction() },
            },
            options);
        foreach (var (key, arn) in args.AdditionalCertificateArns)
        {
            _ = new LB.ListenerCertificate(
                $"{name}-{key}",
                new LB.ListenerCertificateArgs
                {
                    ListenerArn = listener.Arn,
                    CertificateArn = Checked(name, $"{name}.additionalCertificates.{key}", arn, args.Network.Account),
                },
                options);
        }

        return listener;
    }

    /// <summary>Adds the HTTP listener, which sends everybody to HTTPS.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="loadBalancer">The load balancer.</param>
    /// <param name="options">The parent.</param>
    public static void AddHttpRedirect(string name, LB.LoadBalancer loadBalancer, CustomResourceOptions options) => _ = new LB.Listener(
        $"{name}-http",
        new LB.ListenerArgs
        {
            LoadBalancerArn = loadBalancer.Arn,
            Port = HttpPort,
            Protocol = "HTTP",
            DefaultActions =
            {
                new ListenerDefaultActionArgs
                {
                    Type = "redirect",
                    Redirect = new ListenerDefaultActionRedirectArgs { Protocol = "HTTPS", Port = "443", StatusCode = "HTTP_301" },
                },
            },
        },
        options);

    private static Output<string> Checked(string name, string where, Input<string> certificateArn, AwsAccount account) => certificateArn.Apply(arn =>
    {
        InvalidArgsException.ThrowIfAny($"SharedLoadBalancer '{name}'", SharedLoadBalancerArgs.CertificateProblems(where, arn, account));
        return arn;
    });
}
