using EcsPlatform.Plans;
using EcsPlatform.Preview.Recording;
using EcsPlatform.Testing;
using Pulumi.Aws.Ecs.Inputs;
using static EcsPlatform.Preview.Aws.PlainValues;
using Ec2 = Pulumi.Aws.Ec2;
using Ecs = Pulumi.Aws.Ecs;

namespace EcsPlatform.Preview.Tests.Runs;

public class IdentityTests
{
    [Fact]
    public async Task An_input_that_replaces_gives_another_identity_and_one_that_updates_does_not()
    {
        var before = (await Subnet("10.0.0.0/24", "a")).Id;
        (await Subnet("10.0.0.0/24", "b")).Id.ShouldBe(before);
        (await Subnet("10.0.1.0/24", "a")).Id.ShouldNotBe(before);
    }

    [Fact]
    public async Task A_field_of_a_nested_type_that_replaces_gives_another_identity()
    {
        var before = (await Provider("arn:a", 90)).Id;
        (await Provider("arn:a", 80)).Id.ShouldBe(before);
        (await Provider("arn:b", 90)).Id.ShouldNotBe(before);
    }

    [Fact]
    public async Task An_update_moves_the_version_of_a_launch_template_but_not_its_id()
    {
        var before = await Template("ami-1");
        var after = await Template("ami-2");
        after.Id.ShouldBe(before.Id);
        after.Output("latestVersion").ShouldNotBe(before.Output("latestVersion"));
    }

    [Fact]
    public void What_replaces_only_under_a_condition_gives_another_identity_where_one_plan_can_tell()
    {
        const string rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
        Of(rule, ("cidrIpv4", "10.0.0.0/8")).ShouldBe(Of(rule, ("cidrIpv4", "10.0.0.0/16")));
        Of(rule, ("cidrIpv4", "10.0.0.0/8")).ShouldNotBe(Of(rule, ("cidrIpv6", "fd00::/8")));

        const string alarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
        Of(alarm, ("actionsEnabled", true)).ShouldBe(Of(alarm));
        Of(alarm, ("actionsEnabled", false)).ShouldNotBe(Of(alarm));

        const string function = "aws:lambda/function:Function";
        Of(function, ("durableConfig", Map(("executionTimeout", 1d)))).ShouldBe(Of(function, ("durableConfig", Map(("executionTimeout", 2d)))));
        Of(function, ("durableConfig", Map(("executionTimeout", 1d)))).ShouldNotBe(Of(function));

        const string parameter = "aws:ssm/parameter:Parameter";
        Of(parameter, ("tier", "Advanced")).ShouldBe(Of(parameter, ("tier", "Standard")));

        const string vpc = "aws:ec2/vpc:Vpc";
        Of(vpc, ("instanceTenancy", "default")).ShouldBe(Of(vpc));
        Of(vpc, ("instanceTenancy", "dedicated")).ShouldNotBe(Of(vpc));
    }

    [Fact]
    public void Only_a_network_load_balancer_is_another_one_with_other_subnets_or_first_security_groups()
    {
        Balancer("network", "a", "s").ShouldBe(Balancer("network", "a", "t"));
        Balancer("network", "a", "s").ShouldNotBe(Balancer("network", "a"));
        Balancer("network", "b").ShouldNotBe(Balancer("network", "a"));
        Balancer("network", "a,b").ShouldBe(Balancer("network", "a"));
        Balancer("application", "b", "s").ShouldBe(Balancer("application", "a"));
    }

    [Fact]
    public void A_service_that_forces_new_deployments_keeps_its_identity_with_other_capacity_providers()
    {
        const string service = "aws:ecs/service:Service";
        var (a, b) = (List([Map(("capacityProvider", "a"))]), List([Map(("capacityProvider", "b"))]));
        Of(service, ("capacityProviderStrategies", a)).ShouldNotBe(Of(service, ("capacityProviderStrategies", b)));
        Of(service, ("capacityProviderStrategies", a), ("forceNewDeployment", true))
            .ShouldBe(Of(service, ("capacityProviderStrategies", b), ("forceNewDeployment", true)));
    }

    [Fact]
    public void To_name_the_providers_own_region_gives_no_other_identity()
    {
        const string subnet = "aws:ec2/subnet:Subnet";
        Of(subnet, ("region", "eu-west-2")).ShouldBe(Of(subnet));
        Of(subnet, ("region", "eu-west-1")).ShouldNotBe(Of(subnet));
    }

    private static string Balancer(string kind, string subnets, string groups = "") => Of(
        "aws:lb/loadBalancer:LoadBalancer", ("loadBalancerType", kind), ("subnets", List(subnets.Split(','))),
        ("securityGroups", List(groups.Split(',', StringSplitOptions.RemoveEmptyEntries))));

    private static string Of(string type, params (string Key, object Value)[] inputs) =>
        Identity.Of("urn", type, (PropertyValue.Map)WireValues.ToPropertyValue(Map(inputs)), "eu-west-2");

    private static async Task<PlannedResource> Subnet(string cidr, string name) => (await TestPlan.OfAsync(() =>
    {
        _ = new Ec2.Subnet("s", new Ec2.SubnetArgs { VpcId = "vpc-1", CidrBlock = cidr, Tags = { ["Name"] = name } });
    })).Only("aws:ec2/subnet:Subnet");

    private static async Task<PlannedResource> Template(string image) => (await TestPlan.OfAsync(() =>
    {
        _ = new Ec2.LaunchTemplate("t", new Ec2.LaunchTemplateArgs { ImageId = image });
    })).Only("aws:ec2/launchTemplate:LaunchTemplate");

    private static async Task<PlannedResource> Provider(string group, int target) => (await TestPlan.OfAsync(() =>
    {
        _ = new Ecs.CapacityProvider("p", new Ecs.CapacityProviderArgs
        {
            AutoScalingGroupProvider = new CapacityProviderAutoScalingGroupProviderArgs
            {
                AutoScalingGroupArn = group,
                ManagedScaling = new CapacityProviderAutoScalingGroupProviderManagedScalingArgs { TargetCapacity = target },
            },
        });
    })).Only("aws:ecs/capacityProvider:CapacityProvider");
}
