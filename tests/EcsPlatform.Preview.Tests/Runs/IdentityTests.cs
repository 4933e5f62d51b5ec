using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Pulumi.Aws.Ecs.Inputs;
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
