using EcsPlatform.Networking;
using Pulumi.Aws.LB.Inputs;

namespace EcsPlatform.Routing;

/// <summary>
/// An application load balancer for many workloads: HTTPS with a 404 for hosts that nobody serves, unless told otherwise, HTTP that only
/// redirects, and a register of the listener rules' priorities.
/// </summary>
public sealed class SharedLoadBalancer : ComponentResource
{
    /// <summary>Creates the load balancer.</summary>
    /// <param name="name">The name, which its resources' names begin with; AWS's own name of the load balancer is shortened when it is too long.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public SharedLoadBalancer(string name, SharedLoadBalancerArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:routing:SharedLoadBalancer", name, options)
    {
        InvalidArgsException.ThrowIfAny($"SharedLoadBalancer '{name}'", args.Problems(name));
        var children = new CustomResourceOptions { Parent = this };

        var securityGroup = SecurityGroups.Add($"{name}-lb", $"Load balancer of {name}", args.Network, InternetEgress.None, children);
        var loadBalancer = AddLoadBalancer(name, args, securityGroup, children);
        var vpcOrigin = LoadBalancerClients.Add(name, args, securityGroup, loadBalancer, children);
        HttpsListener = LoadBalancerListeners.AddHttps(name, args, loadBalancer, children);
        LoadBalancerListeners.AddHttpRedirect(name, loadBalancer, children);
        AddWebAcl(name, args, loadBalancer, children);

        RulePriorities = new RulePriorities(name);
        TargetGroups = new TargetGroupQuota(name);
        SecurityGroupId = securityGroup.Id;
        Arn = loadBalancer.Arn;
        ArnSuffix = loadBalancer.ArnSuffix;
        DnsName = loadBalancer.DnsName;
        ZoneId = loadBalancer.ZoneId;
        HttpsListenerArn = HttpsListener.Arn;
        VpcOriginId = vpcOrigin?.Id;
        VpcOriginArn = vpcOrigin?.Arn;
        RegisterOutputs();
    }

    /// <summary>The load balancer's security group.</summary>
    [Output("securityGroupId")]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>The load balancer's ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The end of the ARN, which is the dimension <c>LoadBalancer</c> of its metrics: <c>app/name/0123456789abcdef</c>.</summary>
    [Output("arnSuffix")]
    public Output<string> ArnSuffix { get; private set; }

    /// <summary>The load balancer's own DNS name.</summary>
    [Output("dnsName")]
    public Output<string> DnsName { get; private set; }

    /// <summary>The hosted zone of <see cref="DnsName"/>, for alias records.</summary>
    [Output("zoneId")]
    public Output<string> ZoneId { get; private set; }

    /// <summary>The HTTPS listener, for rules.</summary>
    [Output("httpsListenerArn")]
    public Output<string> HttpsListenerArn { get; private set; }

    /// <summary>The id of CloudFront's VPC origin, for distributions; null without one.</summary>
    [Output("vpcOriginId")]
    public Output<string>? VpcOriginId { get; private set; }

    /// <summary>The ARN of CloudFront's VPC origin; null without one.</summary>
    [Output("vpcOriginArn")]
    public Output<string>? VpcOriginArn { get; private set; }

    /// <summary>Who holds which priority on the HTTPS listener.</summary>
    public RulePriorities RulePriorities { get; }

    /// <summary>How many target groups the load balancer leads to.</summary>
    public TargetGroupQuota TargetGroups { get; }

    /// <summary>Who makes the DNS record of which name that leads here.</summary>
    public DnsRecordNames DnsRecords { get; } = new();

    /// <summary>The HTTPS listener, for what must come after it.</summary>
    internal LB.Listener HttpsListener { get; }

    private static LB.LoadBalancer AddLoadBalancer(
        string name, SharedLoadBalancerArgs args, Ec2.SecurityGroup securityGroup, CustomResourceOptions options) => new(
        ResourceName.AutoNamed(name, ResourceNameKind.LoadBalancer),
        new LB.LoadBalancerArgs
        {
            LoadBalancerType = "application",
            Internal = args.Exposure.IsInternal,
            Subnets = args.Exposure.IsInternal ? args.Network.PrivateSubnetIds : args.Network.PublicSubnetIds,
            SecurityGroups = { securityGroup.Id },
            IdleTimeout = args.IdleTimeoutSeconds,
            EnableDeletionProtection = args.DeletionProtection,
            DropInvalidHeaderFields = args.DropInvalidHeaders,
            DesyncMitigationMode = args.DesyncMitigation == DesyncMitigation.Strictest ? "strictest" : "defensive",
            AccessLogs = args.AccessLog is { } access
                ? new LoadBalancerAccessLogsArgs { Enabled = true, Bucket = access.BucketName, Prefix = access.Prefix }
                : (Input<LoadBalancerAccessLogsArgs>?)null,
            ConnectionLogs = args.ConnectionLog is { } connections
                ? new LoadBalancerConnectionLogsArgs { Enabled = true, Bucket = connections.BucketName, Prefix = connections.Prefix }
                : (Input<LoadBalancerConnectionLogsArgs>?)null,
        },
        options);

    private static void AddWebAcl(string name, SharedLoadBalancerArgs args, LB.LoadBalancer loadBalancer, CustomResourceOptions options)
    {
        if (args.WebAclArn is not { } webAcl)
        {
            return;
        }

        _ = new WafV2.WebAclAssociation(
            name,
            new WafV2.WebAclAssociationArgs
            {
                ResourceArn = loadBalancer.Arn,
                WebAclArn = webAcl.Apply(arn =>
                {
                    InvalidArgsException.ThrowIfAny(
                        $"SharedLoadBalancer '{name}'", SharedLoadBalancerArgs.WebAclProblems(name, arn, args.Network.Account));
                    return arn;
                }),
            },
            options);
    }
}
