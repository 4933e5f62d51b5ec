using System.Text;
using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Clusters;

public class EcsClusterTests
{
    [Fact]
    public async Task Instances_need_a_token_for_metadata_have_an_encrypted_root_and_join_the_cluster()
    {
        var plan = await PlanOf();
        var template = plan.Only("aws:ec2/launchTemplate:LaunchTemplate");
        template.Text("imageId").ShouldBe("ami-0b6d9f4e2c81a7350");
        template.Text("instanceType").ShouldBe("t3.medium");
        template.Text("metadataOptions.httpTokens").ShouldBe("required");
        template.Number("metadataOptions.httpPutResponseHopLimit").ShouldBe(1);
        template.Text("blockDeviceMappings.0.ebs.encrypted").ShouldBe("true");
        template.Text("blockDeviceMappings.0.ebs.volumeType").ShouldBe("gp3");
        template.Number("blockDeviceMappings.0.ebs.volumeSize").ShouldBe(30);
        template.Flag("monitoring.enabled").ShouldBeTrue();
        template.Text("iamInstanceProfile.arn").ShouldBe(plan.Only("aws:iam/instanceProfile:InstanceProfile").OutputText("arn"));
        Encoding.UTF8.GetString(Convert.FromBase64String(template.Text("userData")))
            .ShouldContain($"\nECS_CLUSTER={plan.Only("aws:ecs/cluster:Cluster").OutputText("name")}\n");
    }

    [Fact]
    public async Task The_group_follows_the_template_by_number_and_leaves_its_size_to_the_capacity_provider()
    {
        var plan = await PlanOf();
        var group = plan.Only("aws:autoscaling/group:Group");
        var template = plan.Only("aws:ec2/launchTemplate:LaunchTemplate");
        group.Text("launchTemplate.id").ShouldBe(template.Id);
        int.Parse(group.Text("launchTemplate.version"), System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe((int)template.Output("latestVersion").ShouldBeOfType<PropertyValue.Number>().Value);
        group.IgnoreChanges.ShouldBe(["desiredCapacity"]);
        group.Texts("vpcZoneIdentifiers").Count.ShouldBe(2);
        group.Text("instanceRefresh.preferences.scaleInProtectedInstances").ShouldBe("Refresh");
        group.Flag("instanceRefresh.preferences.autoRollback").ShouldBeTrue();
        group.Texts("enabledMetrics").ShouldContain("GroupInServiceInstances");
        group.Text("tags.1.key").ShouldBe("AmazonECSManaged");
        group.Flag("tags.1.propagateAtLaunch").ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, "ENABLED")]
    [InlineData(false, "DISABLED")]
    public async Task Termination_protection_and_scale_in_protection_are_one_choice(bool protect, string expected)
    {
        var plan = await PlanOf(args => args with { Capacity = Valid.Capacity with { ProtectRunningTasks = protect, TargetCapacityPercent = 90 } });
        plan.Only("aws:autoscaling/group:Group").Flag("protectFromScaleIn").ShouldBe(protect);
        var provider = plan.Only("aws:ecs/capacityProvider:CapacityProvider");
        provider.Text("autoScalingGroupProvider.managedTerminationProtection").ShouldBe(expected);
        provider.Text("autoScalingGroupProvider.managedDraining").ShouldBe("ENABLED");
        provider.Text("autoScalingGroupProvider.managedScaling.status").ShouldBe("ENABLED");
        provider.Number("autoScalingGroupProvider.managedScaling.targetCapacity").ShouldBe(90);
    }

    [Fact]
    public async Task The_cluster_knows_its_capacity_provider()
    {
        var plan = await PlanOf();
        var association = plan.Only("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders");
        association.Text("clusterName").ShouldBe(plan.Only("aws:ecs/cluster:Cluster").OutputText("name"));
        association.Texts("capacityProviders").ShouldBe([plan.Only("aws:ecs/capacityProvider:CapacityProvider").OutputText("name")]);
    }

    [Theory]
    [InlineData(InternetEgress.None, "")]
    [InlineData(InternetEgress.Https, "443")]
    [InlineData(InternetEgress.HttpAndHttps, "80, 443")]
    public async Task Instances_let_nothing_in_and_out_only_what_was_asked_for(InternetEgress egress, string ports)
    {
        var plan = await PlanOf(args => args with { Egress = egress });
        plan.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").ShouldBeEmpty();
        string.Join(", ", plan.All("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").Select(rule => rule.Number("toPort"))).ShouldBe(ports);
    }

    [Fact]
    public async Task The_instance_role_has_two_managed_policies()
    {
        var plan = await PlanOf();
        plan.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Select(attachment => attachment.Text("policyArn")).ShouldBe([
            "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role",
            "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
        ]);
    }

    private static Task<Plan> PlanOf(Func<EcsClusterArgs, EcsClusterArgs>? vary = null) => TestPlan.OfAsync(() =>
    {
        var args = Valid.Cluster(new BaseNetwork("net", Valid.Network));
        _ = new EcsCluster("test", vary is null ? args : vary(args));
    });
}
