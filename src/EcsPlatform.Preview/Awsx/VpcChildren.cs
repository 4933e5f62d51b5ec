using System.Collections.Immutable;
using EcsPlatform.Preview.Aws;

namespace EcsPlatform.Preview.Awsx;

/// <summary>The resources of a VPC whose subnets are laid out, in an order in which none names a later one.</summary>
internal sealed class VpcChildren
{
    private static readonly string[] VpcInputs =
    [
        "assignGeneratedIpv6CidrBlock", "enableDnsHostnames", "enableDnsSupport", "enableNetworkAddressUsageMetrics", "instanceTenancy",
        "ipv6CidrBlock", "ipv6CidrBlockNetworkBorderGroup", "ipv6IpamPoolId", "ipv6NetmaskLength",
    ];

    private readonly VpcRequest _request;
    private readonly ImmutableArray<SubnetPlan> _subnets;
    private readonly ImmutableDictionary<string, object> _tags;
    private readonly List<PlannedChild> _children = [];

    public VpcChildren(VpcRequest request, ImmutableArray<SubnetPlan> subnets)
    {
        _request = request;
        _subnets = [.. subnets.Where(subnet => !subnet.Spec.IsUnused)];
        _tags = request.Inputs.Entries("tags");
    }

    public ImmutableArray<PlannedChild> Create()
    {
        var vpc = Add("aws:ec2/vpc:Vpc", _request.Name, "", VpcOwnInputs());
        var gateway = Add("aws:ec2/internetGateway:InternetGateway", _request.Name, vpc, ("vpcId", IdOf(vpc)), ("tags", SharedTags()));
        var subnets = _subnets.ToDictionary(subnet => subnet, subnet => AddSubnet(vpc, subnet));
        var tables = _subnets.ToDictionary(subnet => subnet, subnet => Add(
            "aws:ec2/routeTable:RouteTable", NameOf(subnet), subnets[subnet],
            ("vpcId", IdOf(vpc)), ("tags", _tags.SetItem("Name", NameOf(subnet)).SetItem("SubnetType", subnet.Spec.Type))));
        foreach (var subnet in _subnets)
        {
            Add("aws:ec2/routeTableAssociation:RouteTableAssociation", NameOf(subnet), tables[subnet],
                ("routeTableId", IdOf(tables[subnet])), ("subnetId", IdOf(subnets[subnet])));
        }

        var nats = AddNatGateways(subnets);
        foreach (var subnet in _subnets.Where(subnet => subnet.Spec.Type is SubnetSpec.Public || (IsPrivate(subnet) && nats.Count > 0)))
        {
            Add("aws:ec2/route:Route", NameOf(subnet), tables[subnet],
                ("routeTableId", IdOf(tables[subnet])), ("destinationCidrBlock", "0.0.0.0/0"),
                IsPrivate(subnet) ? ("natGatewayId", IdOf(nats[subnet.ZoneIndex % nats.Count])) : ("gatewayId", IdOf(gateway)));
        }

        foreach (var endpoint in _request.Endpoints)
        {
            Add("aws:ec2/vpcEndpoint:VpcEndpoint", endpoint.Text("serviceName"), vpc,
                Completed(endpoint, _subnets.Select(subnet => tables[subnet])).SetItem("vpcId", IdOf(vpc)));
        }

        return [.. _children];
    }

    // What the strategy Auto adds: the route tables of the VPC to a gateway, private names to an interface.
    private ImmutableDictionary<string, object> Completed(ImmutableDictionary<string, object> endpoint, IEnumerable<string> tables) =>
        _request.EndpointStrategy != "Auto" ? endpoint
        : VpcRequest.IsGateway(endpoint) ? PlainValues.Map(("routeTableIds", PlainValues.List(tables.Select(IdOf)))).SetItems(endpoint)
        : VpcRequest.IsInterface(endpoint) ? PlainValues.Map(("privateDnsEnabled", true)).SetItems(endpoint)
        : endpoint;

    private ImmutableDictionary<string, object> VpcOwnInputs()
    {
        var inputs = VpcInputs.Where(_request.Inputs.ContainsKey).ToImmutableDictionary(key => key, key => _request.Inputs[key])
            .Add("cidrBlock", _request.Range.ToString()).Add("tags", SharedTags());
        if (_request.EndpointStrategy == "Auto" && _request.Endpoints.Any(VpcRequest.IsInterface))
        {
            // Private DNS of interface endpoints needs both.
            inputs = PlainValues.Map(("enableDnsHostnames", true), ("enableDnsSupport", true)).SetItems(inputs);
        }

        return inputs;
    }

    private string AddSubnet(string vpc, SubnetPlan subnet) => Add(
        "aws:ec2/subnet:Subnet", NameOf(subnet), vpc,
        ("vpcId", IdOf(vpc)), ("availabilityZone", _request.Zones[subnet.ZoneIndex]), ("cidrBlock", subnet.Range.ToString()),
        ("mapPublicIpOnLaunch", subnet.Spec.Type == SubnetSpec.Public),
        // Tags of the spec count before those of the component; neither takes the place of the name.
        ("tags", _tags.SetItems(subnet.Spec.Tags).SetItem("Name", NameTag(subnet)).SetItem("SubnetType", subnet.Spec.Type)));

    private List<string> AddNatGateways(Dictionary<SubnetPlan, string> subnets)
    {
        var gateways = new List<string>();
        foreach (var host in _subnets.Where(subnet => subnet.Spec.Type == SubnetSpec.Public).Take(_request.NatGatewayCount))
        {
            var name = $"{_request.Name}-{gateways.Count + 1}";
            var address = _request.AllocationIds.IsEmpty
                ? IdOf(Add("aws:ec2/eip:Eip", name, subnets[host], _tags.IsEmpty ? [] : [("tags", _tags)]))
                : (object)_request.AllocationIds[gateways.Count];
            gateways.Add(Add(
                "aws:ec2/natGateway:NatGateway", name, subnets[host],
                ("subnetId", IdOf(subnets[host])), ("allocationId", address), ("tags", _tags.SetItem("Name", name))));
        }

        return gateways;
    }

    private string Add(string type, string name, string parentKey, params (string Key, object Value)[] inputs) =>
        Add(type, name, parentKey, PlainValues.Map(inputs));

    private string Add(string type, string name, string parentKey, ImmutableDictionary<string, object> inputs)
    {
        var own = _request.Inputs.TryGetValue("region", out var region) && !inputs.ContainsKey("region")
            ? inputs.Add("region", region)
            : inputs;
        var child = new PlannedChild(type, name, parentKey, own, parentKey.Length > 0 ? [parentKey] : []);
        _children.Add(child);
        return child.Key;
    }

    // On the VPC and its gateway a Name tag of the component wins; what is one of several keeps its own.
    private ImmutableDictionary<string, object> SharedTags() => PlainValues.Map(("Name", _request.Name)).SetItems(_tags);

    private static ChildOutput IdOf(string key) => new ChildOutput(key, "id");

    private string NameOf(SubnetPlan subnet) => $"{_request.Name}-{subnet.Spec.Name}-{subnet.ZoneIndex + 1}";

    private string NameTag(SubnetPlan subnet) => _request.NameTagStrategy == "AvailabilityZone"
        ? $"{_request.Name}-{subnet.Spec.Name}-{_request.Zones[subnet.ZoneIndex].Split('-')[^1]}"
        : NameOf(subnet);

    private static bool IsPrivate(SubnetPlan subnet) => subnet.Spec.Type == SubnetSpec.Private;
}
