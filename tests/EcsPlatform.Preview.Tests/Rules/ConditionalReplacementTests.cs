using EcsPlatform.Plans;
using EcsPlatform.Preview.Rules;
using Pulumi.Facts;
using static EcsPlatform.Preview.Aws.PlainValues;
using static EcsPlatform.Preview.Tests.Rules.Changes;

namespace EcsPlatform.Preview.Tests.Rules;

public sealed class ConditionalReplacementTests
{
    private const string Vpc = "aws:ec2/vpc:Vpc";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Gateway = "aws:ec2/natGateway:NatGateway";
    private const string Endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private const string Service = "aws:ecs/service:Service";
    private const string Function = "aws:lambda/function:Function";
    private const string Parameter = "aws:ssm/parameter:Parameter";
    private const string Document = "aws:ssm/document:Document";
    private const string Alarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

    private static readonly PropertyValue.Map None = Values();

    [Fact]
    public void Every_condition_of_the_facts_has_its_code_and_every_code_its_condition() => ConditionalReplacement.Known.ShouldBe(
        Facts.Resources.SelectMany(resource => resource.Inputs
            .Where(input => input.Replaces == Replacing.Sometimes)
            .Select(input => (resource.Token, input.Name))),
        ignoreOrder: true);

    [Fact]
    public void Conditions_stand_only_at_the_inputs_of_resources() => Facts.Types
        .SelectMany(type => type.Inputs)
        .ShouldNotContain(input => input.Replaces == Replacing.Sometimes);

    [Theory]
    [InlineData("default", "dedicated", true)]
    [InlineData(null, "dedicated", true)]
    [InlineData("dedicated", "default", false)]
    [InlineData("dedicated", null, false)]
    [InlineData(null, "default", false)]
    public void A_network_only_lets_go_of_dedicated_tenancy(string? old, string? @new, bool replaces) =>
        Replaces(Vpc, "instanceTenancy", Given("instanceTenancy", old), Given("instanceTenancy", @new)).ShouldBe(replaces);

    [Fact]
    public void Tenancy_that_is_known_later_replaces()
    {
        Replaces(Vpc, "instanceTenancy", None, Later("instanceTenancy")).ShouldBeTrue();
        Replaces(Vpc, "instanceTenancy", Later("instanceTenancy"), Later("instanceTenancy")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, "a", true)]
    [InlineData(false, "a", false)]
    [InlineData(true, null, false)]
    public void A_subnet_that_assigns_addresses_keeps_its_block(bool assigns, string? old, bool replaces) => Replaces(
        Subnet, "ipv6CidrBlock",
        Values([("assignIpv6AddressOnCreation", assigns), .. old is null ? [] : new[] { ("ipv6CidrBlock", (object)old) }]),
        Values(("assignIpv6AddressOnCreation", true), ("ipv6CidrBlock", "b"))).ShouldBe(replaces);

    [Fact]
    public void A_gateway_is_replaced_between_zones_of_its_own_choice_and_given_ones()
    {
        var (one, two) = (Addresses("a"), Addresses("a", "b"));
        Replaces(Gateway, "availabilityZoneAddresses", None, one).ShouldBeTrue();
        Replaces(Gateway, "availabilityZoneAddresses", one, None).ShouldBeTrue();
        Replaces(Gateway, "availabilityZoneAddresses", one, two).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, true, true)]
    [InlineData("GatewayLoadBalancer", true, true)]
    [InlineData("Interface", true, false)]
    [InlineData("GatewayLoadBalancer", false, false)]
    public void An_endpoint_that_is_no_interface_keeps_its_private_names(string? type, bool to, bool replaces) => Replaces(
        Endpoint, "privateDnsEnabled", Given("vpcEndpointType", type),
        Values([("privateDnsEnabled", to), .. type is null ? [] : new[] { ("vpcEndpointType", (object)type) }])).ShouldBe(replaces);

    [Theory]
    [InlineData("Ingress", "cidrIpv4")]
    [InlineData("Ingress", "cidrIpv6")]
    [InlineData("Ingress", "prefixListId")]
    [InlineData("Ingress", "referencedSecurityGroupId")]
    [InlineData("Egress", "cidrIpv4")]
    [InlineData("Egress", "cidrIpv6")]
    [InlineData("Egress", "prefixListId")]
    [InlineData("Egress", "referencedSecurityGroupId")]
    public void A_rule_is_replaced_for_another_kind_of_peer_and_updated_for_another_peer(string side, string peer)
    {
        var type = $"aws:vpc/securityGroup{side}Rule:SecurityGroup{side}Rule";
        var (one, two, other) = (Values((peer, "a")), Values((peer, "b")), Values((peer == "cidrIpv4" ? "cidrIpv6" : "cidrIpv4", "c")));
        Replaces(type, peer, one, two).ShouldBeFalse();
        Replaces(type, peer, one, other).ShouldBeTrue();
        Replaces(type, peer, other, one).ShouldBeTrue();
    }

    [Fact]
    public void A_service_changes_its_capacity_providers_only_with_a_new_deployment()
    {
        var strategies = List([Map(("capacityProvider", "a"))]);
        var given = Values(("capacityProviderStrategies", strategies));
        var forced = Values(("capacityProviderStrategies", strategies), ("forceNewDeployment", true));
        Replaces(Service, "capacityProviderStrategies", None, given).ShouldBeTrue();
        Replaces(Service, "capacityProviderStrategies", None, forced).ShouldBeFalse();
    }

    [Theory]
    [InlineData("capacityProviderConfig")]
    [InlineData("durableConfig")]
    public void A_function_may_be_replaced_when_a_block_comes_or_goes(string input)
    {
        var (one, two) = (Values((input, Map(("a", 1d)))), Values((input, Map(("a", 2d)))));
        Replaces(Function, input, None, one).ShouldBeTrue();
        Replaces(Function, input, one, None).ShouldBeTrue();
        Replaces(Function, input, one, two).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Advanced", "Standard", true)]
    [InlineData("Standard", "Advanced", false)]
    [InlineData(null, "Advanced", false)]
    [InlineData("Advanced", null, false)]
    public void A_parameter_goes_up_in_place_and_never_down(string? old, string? @new, bool replaces) =>
        Replaces(Parameter, "tier", Given("tier", old), Given("tier", @new)).ShouldBe(replaces);

    [Theory]
    [InlineData("""{"schemaVersion":"1.2","a":1}""", true)]
    [InlineData("""{"schemaVersion":"2.2","a":1}""", false)]
    [InlineData("schemaVersion: '1.0'", true)]
    [InlineData("schemaVersion: \"0.3\"\nmainSteps: []", false)]
    [InlineData("no version", true)]
    public void A_document_of_the_first_schema_has_one_version(string content, bool replaces) =>
        Replaces(Document, "content", Values(("content", content)), Values(("content", "new"))).ShouldBe(replaces);

    [Theory]
    [InlineData("1.0", true)]
    [InlineData("2.2", false)]
    public void A_document_is_read_in_canonical_form_too(string version, bool replaces) => Replaces(
        Document, "content",
        PropertyValue.Map.Of([KeyValuePair.Create("content", (PropertyValue)new PropertyValue.Json(Values(("schemaVersion", version))))]),
        None).ShouldBe(replaces);

    [Theory]
    [InlineData(null, false, true)]
    [InlineData(true, false, true)]
    [InlineData(null, true, false)]
    public void An_alarm_that_stops_to_act_is_replaced(bool? old, bool to, bool replaces) => Replaces(
        Alarm, "actionsEnabled", old is null ? None : Values(("actionsEnabled", old)), Values(("actionsEnabled", to))).ShouldBe(replaces);

    private static PropertyValue.Map Given(string name, string? value) => value is null ? None : Values((name, value));

    private static PropertyValue.Map Later(string name) => PropertyValue.Map.Of([KeyValuePair.Create(name, (PropertyValue)PropertyValue.Unknown.Value)]);

    private static PropertyValue.Map Addresses(params string[] zones) =>
        Values(("availabilityZoneAddresses", List(zones.Select(zone => Map(("availabilityZone", zone))))));
}
