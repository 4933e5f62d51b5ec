using EcsPlatform.Networking;
using Pulumi.Aws.LB.Inputs;

namespace EcsPlatform.Routing;

/// <summary>
/// An application load balancer for many workloads: HTTPS with a fixed 404 for hosts that nobody serves, HTTP that only
/// redirects, and a register of the listener rules' priorities.
/// </summary>
public sealed class SharedLoadBalancer : ComponentResource
{
    private const int HttpPort = 80;
    private const int HttpsPort = 443;

    /// <summary>Creates the load balancer.</summary>
    /// <param name="name">The name, which its resources' names begin with; at most 24 characters, for AWS allows 32 with the random end.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public SharedLoadBalancer(string name, SharedLoadBalancerArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:routing:SharedLoadBalancer", name, options)
    {
        InvalidArgsException.ThrowIfAny($"SharedLoadBalancer '{name}'", args.Problems(name));
        var children = new CustomResourceOptions { Parent = this };

        var securityGroup = AddSecurityGroup(name, args, children);
        var loadBalancer = AddLoadBalancer(name, args, securityGroup, children);
        var https = AddHttpsListener(name, args, loadBalancer, children);
        AddHttpRedirect(name, loadBalancer, children);

        SecurityGroupId = securityGroup.Id;
        DnsName = loadBalancer.DnsName;
        ZoneId = loadBalancer.ZoneId;
        HttpsListenerArn = https.Arn;
        RegisterOutputs();
    }

    /// <summary>The load balancer's security group.</summary>
    [Output("securityGroupId")]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>The load balancer's own DNS name.</summary>
    [Output("dnsName")]
    public Output<string> DnsName { get; private set; }

    /// <summary>The hosted zone of <see cref="DnsName"/>, for alias records.</summary>
    [Output("zoneId")]
    public Output<string> ZoneId { get; private set; }

    /// <summary>The HTTPS listener, for rules.</summary>
    [Output("httpsListenerArn")]
    public Output<string> HttpsListenerArn { get; private set; }

    /// <summary>Who holds which priority on the HTTPS listener.</summary>
    public RulePriorities RulePriorities { get; } = new();

    private static Ec2.SecurityGroup AddSecurityGroup(string name, SharedLoadBalancerArgs args, CustomResourceOptions options)
    {
        var group = SecurityGroups.Add($"{name}-lb", $"Load balancer of {name}", args.Network, InternetEgress.None, options);
        foreach (var client in args.AllowedClients)
        {
            foreach (var port in new[] { HttpPort, HttpsPort })
            {
                _ = new SecurityGroupRules.SecurityGroupIngressRule(
                    $"{name}-lb-{port}-from-{client}",
                    new SecurityGroupRules.SecurityGroupIngressRuleArgs
                    {
                        SecurityGroupId = group.Id,
                        CidrIpv4 = client.ToString(),
                        Description = $"Clients of {name}",
                        IpProtocol = "tcp",
                        FromPort = port,
                        ToPort = port,
                    },
                    options);
            }
        }

        return group;
    }

    private static LB.LoadBalancer AddLoadBalancer(
        string name, SharedLoadBalancerArgs args, Ec2.SecurityGroup securityGroup, CustomResourceOptions options) => new(
        name,
        new LB.LoadBalancerArgs
        {
            LoadBalancerType = "application",
            Internal = args.Internal,
            Subnets = args.Internal ? args.Network.PrivateSubnetIds : args.Network.PublicSubnetIds,
            SecurityGroups = { securityGroup.Id },
            IdleTimeout = args.IdleTimeoutSeconds,
            EnableDeletionProtection = args.DeletionProtection,
            DropInvalidHeaderFields = true,
            DesyncMitigationMode = "defensive",
        },
        options);

    private static LB.Listener AddHttpsListener(
        string name, SharedLoadBalancerArgs args, LB.LoadBalancer loadBalancer, CustomResourceOptions options) => new(
        $"{name}-https",
        new LB.ListenerArgs
        {
            LoadBalancerArn = loadBalancer.Arn,
            Port = HttpsPort,
            Protocol = "HTTPS",
            SslPolicy = args.SslPolicy,
            CertificateArn = args.CertificateArn,
            DefaultActions =
            {
                new ListenerDefaultActionArgs
                {
                    Type = "fixed-response",
                    FixedResponse = new ListenerDefaultActionFixedResponseArgs
                    {
                        ContentType = "text/plain",
                        MessageBody = "Not found",
                        StatusCode = "404",
                    },
                },
            },
        },
        options);

    private static void AddHttpRedirect(string name, LB.LoadBalancer loadBalancer, CustomResourceOptions options) => _ = new LB.Listener(
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
}
