using EcsPlatform.Networking;
using Pulumi.Aws.CloudFront.Inputs;
using static EcsPlatform.Routing.LoadBalancerListeners;

namespace EcsPlatform.Routing;

/// <summary>Lets clients connect to a shared load balancer, as its exposure says.</summary>
internal static class LoadBalancerClients
{
    /// <summary>Adds the rules of the load balancer's security group, and CloudFront's VPC origin where there is one.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">What the load balancer is made of.</param>
    /// <param name="securityGroup">The load balancer's security group.</param>
    /// <param name="loadBalancer">The load balancer.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The VPC origin; null when the exposure has none.</returns>
    public static CloudFront.VpcOrigin? Add(
        string name, SharedLoadBalancerArgs args, Ec2.SecurityGroup securityGroup, LB.LoadBalancer loadBalancer, CustomResourceOptions options)
    {
        foreach (var client in args.Exposure.Ranges)
        {
            foreach (var port in new[] { HttpPort, HttpsPort })
            {
                AddRule($"{name}-lb-{port}-from-{client}", Rule(securityGroup, port, $"Clients of {name}", rule => rule.CidrIpv4 = client.ToString()), options);
            }
        }

        switch (args.Exposure)
        {
            case Exposure.CloudFrontVpcOrigin:
                var origin = AddVpcOrigin(name, loadBalancer, options);
                var group = VpcOriginSecurityGroup(args.Network, origin, options);
                AddCloudFrontRule(name, securityGroup, "CloudFront's VPC origins", rule => rule.ReferencedSecurityGroupId = group, options);
                return origin;
            case Exposure.CloudFrontOnly:
                var list = Ec2.GetManagedPrefixList.Invoke(
                    new Ec2.GetManagedPrefixListInvokeArgs { Name = Exposure.CloudFrontPrefixList }, new InvokeOptions { Parent = options.Parent });
                AddCloudFrontRule(name, securityGroup, "CloudFront's addresses", rule => rule.PrefixListId = list.Apply(found => found.Id), options);
                return null;
            default:
                return null;
        }
    }

    private static CloudFront.VpcOrigin AddVpcOrigin(string name, LB.LoadBalancer loadBalancer, CustomResourceOptions options) => new(
        name,
        new CloudFront.VpcOriginArgs
        {
            VpcOriginEndpointConfig = new VpcOriginVpcOriginEndpointConfigArgs
            {
                Name = loadBalancer.Name,
                Arn = loadBalancer.Arn,
                HttpPort = HttpPort,
                HttpsPort = HttpsPort,
                OriginProtocolPolicy = "https-only",
                // The newest that a VPC origin knows: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginSslProtocols.html
                OriginSslProtocols = new VpcOriginVpcOriginEndpointConfigOriginSslProtocolsArgs { Items = { "TLSv1.2" }, Quantity = 1 },
            },
        },
        options);

    // CloudFront makes the group with the VPC's first origin. It is looked up by the origin's VPC only when the origin exists: before, on a
    // first preview, there is nothing to find.
    private static Output<string> VpcOriginSecurityGroup(BaseNetwork network, CloudFront.VpcOrigin origin, CustomResourceOptions options) =>
        Ec2.GetSecurityGroup.Invoke(
            new Ec2.GetSecurityGroupInvokeArgs
            {
                Name = Exposure.VpcOriginSecurityGroup,
                VpcId = Output.Tuple(network.VpcId, origin.Id).Apply(both => both.Item1),
            },
            new InvokeOptions { Parent = options.Parent })
        .Apply(group => group.Id);

    // One rule only: the prefix list counts as 55 rules against the security group's quota, which has no room for a second one.
    // https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
    private static void AddCloudFrontRule(
        string name,
        Ec2.SecurityGroup securityGroup,
        string description,
        Action<SecurityGroupRules.SecurityGroupIngressRuleArgs> from,
        CustomResourceOptions options) =>
        AddRule($"{name}-lb-{HttpsPort}-from-cloudfront", Rule(securityGroup, HttpsPort, description, from), options);

    private static SecurityGroupRules.SecurityGroupIngressRuleArgs Rule(
        Ec2.SecurityGroup securityGroup, int port, string description, Action<SecurityGroupRules.SecurityGroupIngressRuleArgs> from)
    {
        var rule = new SecurityGroupRules.SecurityGroupIngressRuleArgs
        {
            SecurityGroupId = securityGroup.Id,
            Description = description,
            IpProtocol = "tcp",
            FromPort = port,
            ToPort = port,
        };
        from(rule);
        return rule;
    }

    private static void AddRule(string name, SecurityGroupRules.SecurityGroupIngressRuleArgs rule, CustomResourceOptions options) =>
        _ = new SecurityGroupRules.SecurityGroupIngressRule(name, rule, options);
}
