namespace EcsPlatform.Networking;

/// <summary>Security groups with their rules as resources of their own, so that a path between two groups can be opened from either side.</summary>
internal static class SecurityGroups
{
    private const string Tcp = "tcp";
    private const string Anywhere = "0.0.0.0/0";

    /// <summary>Adds a group that lets nothing in, and out what the egress says.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="network">The network.</param>
    /// <param name="egress">What may leave.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The group.</returns>
    public static Ec2.SecurityGroup Add(
        string name, string description, BaseNetwork network, InternetEgress egress, CustomResourceOptions options) =>
        AddWithEgress(name, description, network, egress, options).Group;

    /// <summary>Adds a group as <see cref="Add"/> does, and tells its rules: what needs the way out depends on them, or they go first.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="network">The network.</param>
    /// <param name="egress">What may leave.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The group and the rules that let out.</returns>
    public static (Ec2.SecurityGroup Group, ImmutableArray<Resource> Egress) AddWithEgress(
        string name, string description, BaseNetwork network, InternetEgress egress, CustomResourceOptions options) =>
        AddWithEgress(name, description, network.VpcId, egress, options);

    /// <summary>Adds a group to a VPC that is no network yet.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="vpcId">The VPC.</param>
    /// <param name="egress">What may leave.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The group and the rules that let out.</returns>
    public static (Ec2.SecurityGroup Group, ImmutableArray<Resource> Egress) AddWithEgress(
        string name, string description, Input<string> vpcId, InternetEgress egress, CustomResourceOptions options)
    {
        var group = new Ec2.SecurityGroup(
            name, new Ec2.SecurityGroupArgs { VpcId = vpcId, Description = description, Tags = { ["Name"] = name } }, options);
        List<Resource> rules = [];
        if (egress is InternetEgress.HttpAndHttps)
        {
            rules.Add(AddEgress($"{name}-http", group, "HTTP to anywhere", 80, options));
        }

        if (egress is InternetEgress.Https or InternetEgress.HttpAndHttps)
        {
            rules.Add(AddEgress($"{name}-https", group, "HTTPS to anywhere", 443, options));
        }

        return (group, [.. rules]);
    }

    /// <summary>Opens a port, or a range of ports, from a group to another: out of the one, into the other.</summary>
    /// <param name="name">The rules' name.</param>
    /// <param name="description">What the path is for.</param>
    /// <param name="from">The group that connects.</param>
    /// <param name="to">The group that is connected to.</param>
    /// <param name="port">The port, or the first one.</param>
    /// <param name="options">The parent.</param>
    /// <param name="lastPort">The last port. Default: null, the first one alone.</param>
    /// <param name="protocol">The protocol. Default: TCP.</param>
    /// <returns>The rules: what connects as soon as it is there must come after them.</returns>
    public static ImmutableArray<Resource> Open(
        string name,
        string description,
        Input<string> from,
        Input<string> to,
        int port,
        CustomResourceOptions options,
        int? lastPort = null,
        string protocol = Tcp)
    {
        var egress = new SecurityGroupRules.SecurityGroupEgressRule(
            name,
            new SecurityGroupRules.SecurityGroupEgressRuleArgs
            {
                SecurityGroupId = from,
                ReferencedSecurityGroupId = to,
                Description = description,
                IpProtocol = protocol,
                FromPort = port,
                ToPort = lastPort ?? port,
            },
            options);
        var ingress = new SecurityGroupRules.SecurityGroupIngressRule(
            name,
            new SecurityGroupRules.SecurityGroupIngressRuleArgs
            {
                SecurityGroupId = to,
                ReferencedSecurityGroupId = from,
                Description = description,
                IpProtocol = protocol,
                FromPort = port,
                ToPort = lastPort ?? port,
            },
            options);
        return [egress, ingress];
    }

    /// <summary>Lets a group connect to one TCP port of a peer.</summary>
    /// <param name="name">The rule's name.</param>
    /// <param name="description">What the path is for.</param>
    /// <param name="group">The group that connects.</param>
    /// <param name="to">The peer.</param>
    /// <param name="port">The TCP port.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The rule.</returns>
    public static Resource LetOut(
        string name, string description, Input<string> group, NetworkPeer to, int port, CustomResourceOptions options) =>
        new SecurityGroupRules.SecurityGroupEgressRule(
            name,
            new SecurityGroupRules.SecurityGroupEgressRuleArgs
            {
                SecurityGroupId = group,
                CidrIpv4 = to.CidrIpv4,
                ReferencedSecurityGroupId = to.SecurityGroupId,
                PrefixListId = to.PrefixListId,
                Description = description,
                IpProtocol = Tcp,
                FromPort = port,
                ToPort = port,
            },
            options);

    /// <summary>Lets a peer connect to one TCP port of a group.</summary>
    /// <param name="name">The rule's name.</param>
    /// <param name="description">What the path is for.</param>
    /// <param name="group">The group that is connected to.</param>
    /// <param name="from">The peer.</param>
    /// <param name="port">The TCP port.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The rule.</returns>
    public static Resource LetIn(
        string name, string description, Input<string> group, NetworkPeer from, int port, CustomResourceOptions options) =>
        new SecurityGroupRules.SecurityGroupIngressRule(
            name,
            new SecurityGroupRules.SecurityGroupIngressRuleArgs
            {
                SecurityGroupId = group,
                CidrIpv4 = from.CidrIpv4,
                ReferencedSecurityGroupId = from.SecurityGroupId,
                PrefixListId = from.PrefixListId,
                Description = description,
                IpProtocol = Tcp,
                FromPort = port,
                ToPort = port,
            },
            options);

    private static SecurityGroupRules.SecurityGroupEgressRule AddEgress(
        string name, Ec2.SecurityGroup group, string description, int port, CustomResourceOptions options) => new(
        name,
        new SecurityGroupRules.SecurityGroupEgressRuleArgs
        {
            SecurityGroupId = group.Id,
            CidrIpv4 = Anywhere,
            Description = description,
            IpProtocol = Tcp,
            FromPort = port,
            ToPort = port,
        },
        options);
}
