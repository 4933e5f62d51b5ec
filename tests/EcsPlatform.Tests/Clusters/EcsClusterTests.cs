using System.Text;
using EcsPlatform.Clusters;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Clusters;

public class EcsClusterTests
{
    private const string Exec = "configuration.executeCommandConfiguration";
    private const string Key = "arn:aws:kms:eu-west-1:111111111111:key/5e0a6b1c-8d2f-4c39-9a57-3f1e7d64b210";

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
    [InlineData(ContainerInsights.Off, "disabled")]
    [InlineData(ContainerInsights.On, "enabled")]
    [InlineData(ContainerInsights.Enhanced, "enhanced")]
    public async Task Container_insights_are_off_on_or_enhanced(ContainerInsights insights, string expected)
    {
        var cluster = (await PlanOf(args => args with { Cluster = new ClusterSource.Create { ContainerInsights = insights } })).Only(ClusterPlans.Cluster);
        cluster.Text("settings.0.name").ShouldBe("containerInsights");
        cluster.Text("settings.0.value").ShouldBe(expected);
    }

    [Fact]
    public async Task Sessions_in_containers_are_recorded_and_encrypted_with_a_key_that_rotates()
    {
        var plan = await PlanOf(args => args with
        {
            Cluster = new ClusterSource.Create { ExecLog = new LogGroup.Create { RetentionDays = 7 }, ExecKey = new ExecKey.Create { DeletionWindowDays = 14 } },
        });
        var key = plan.Only("aws:kms/key:Key", "test-exec");
        key.Flag("enableKeyRotation").ShouldBeTrue();
        key.Number("deletionWindowInDays").ShouldBe(14);
        var logs = plan.Only("aws:cloudwatch/logGroup:LogGroup", "test-exec");
        logs.Number("retentionInDays").ShouldBe(7);
        logs.Text("kmsKeyId").ShouldBe(key.OutputText("arn"));
        key.Text("policy").ShouldContain("logs.eu-west-1.amazonaws.com");
        var cluster = plan.Only(ClusterPlans.Cluster);
        cluster.Text($"{Exec}.logging").ShouldBe("OVERRIDE");
        cluster.Text($"{Exec}.kmsKeyId").ShouldBe(key.OutputText("arn"));
        cluster.Text($"{Exec}.logConfiguration.cloudWatchLogGroupName").ShouldBe(logs.OutputText("name"));
        cluster.Flag($"{Exec}.logConfiguration.cloudWatchEncryptionEnabled").ShouldBeTrue();
    }

    [Fact]
    public async Task Keys_and_logs_can_be_those_that_exist()
    {
        var adoptedKey = await PlanOf(args => args with { Cluster = new ClusterSource.Create { ExecKey = new ExecKey.Adopt(Key) } });
        adoptedKey.All("aws:kms/key:Key").ShouldBeEmpty();
        adoptedKey.Only("aws:cloudwatch/logGroup:LogGroup", "test-exec").Text("kmsKeyId").ShouldBe(Key);
        adoptedKey.Only(ClusterPlans.Cluster).Text($"{Exec}.kmsKeyId").ShouldBe(Key);

        var noKey = await PlanOf(args => args with { Cluster = new ClusterSource.Create { ExecKey = new ExecKey.AwsOwned() } });
        noKey.All("aws:kms/key:Key").ShouldBeEmpty();
        noKey.Only("aws:cloudwatch/logGroup:LogGroup", "test-exec").Input("kmsKeyId").ShouldBeNull();
        noKey.Only(ClusterPlans.Cluster).Input($"{Exec}.kmsKeyId").ShouldBeNull();
        noKey.Only(ClusterPlans.Cluster).Input($"{Exec}.logConfiguration.cloudWatchEncryptionEnabled").ShouldBeNull();

        var adoptedLog = await PlanOf(args => args with { Cluster = new ClusterSource.Create { ExecLog = new LogGroup.Adopt("sessions"), ExecKey = new ExecKey.Adopt(Key) } });
        adoptedLog.All("aws:kms/key:Key").ShouldBeEmpty();
        adoptedLog.All("aws:cloudwatch/logGroup:LogGroup").Select(group => group.Name).ShouldNotContain("test-exec");
        adoptedLog.Only(ClusterPlans.Cluster).Text($"{Exec}.logConfiguration.cloudWatchLogGroupName").ShouldBe("sessions");
        adoptedLog.Only(ClusterPlans.Cluster).Text($"{Exec}.kmsKeyId").ShouldBe(Key);
        adoptedLog.Only(ClusterPlans.Cluster).Input($"{Exec}.logConfiguration.cloudWatchEncryptionEnabled").ShouldBeNull();
    }

    [Fact]
    public async Task Instances_reach_peers_on_their_ports_for_as_long_as_they_run()
    {
        var plan = await PlanOf(args => args with
        {
            Peers = [new EgressPath(new NetworkPeer.Range("database", CidrBlock.Parse("192.0.2.0/28"))) { Port = 5432 }],
        });
        var rule = plan.Only("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "test-instance-5432-to-database");
        rule.Text("securityGroupId").ShouldBe(plan.Only("aws:ec2/securityGroup:SecurityGroup", "test-instance").Id);
        (rule.Text("cidrIpv4"), rule.Number("fromPort"), rule.Number("toPort")).ShouldBe(("192.0.2.0/28", 5432, 5432));
        plan.Only("aws:autoscaling/group:Group").Dependencies.ShouldContain(rule.Urn);
    }

    [Fact]
    public async Task Its_outputs_name_what_others_build_on()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var cluster = new EcsCluster("test", Valid.Cluster(new BaseNetwork("net", Valid.Network)));
            return new Dictionary<string, object?>
            {
                ["arn"] = cluster.ClusterArn,
                ["groups"] = cluster.AutoScalingGroupNames,
                ["key"] = cluster.ExecKeyArn,
                ["log"] = cluster.ExecLogGroupName,
                ["name"] = cluster.ClusterName,
                ["provider"] = cluster.CapacityProviderName,
                ["providers"] = cluster.CapacityProviderNames,
                ["role"] = cluster.InstanceRoleName,
            };
        });
        var provider = plan.Only(ClusterPlans.Provider).OutputText("name");
        plan.Root.OutputText("arn").ShouldBe(plan.Only(ClusterPlans.Cluster).OutputText("arn"));
        plan.Root.OutputText("key").ShouldBe(plan.Only("aws:kms/key:Key").OutputText("arn"));
        plan.Root.OutputText("log").ShouldBe(plan.Only("aws:cloudwatch/logGroup:LogGroup", "test-exec").OutputText("name"));
        plan.Root.OutputText("name").ShouldBe(plan.Only(ClusterPlans.Cluster).OutputText("name"));
        plan.Root.OutputText("provider").ShouldBe(provider);
        plan.Root.OutputText("providers.0").ShouldBe(provider);
        plan.Root.OutputText("groups.0").ShouldBe(plan.Only(ClusterPlans.Group).OutputText("name"));
        plan.Root.OutputText("role").ShouldBe(plan.Only("aws:iam/role:Role", "test-instance").OutputText("name"));
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

    private static Task<Plan> PlanOf(Func<EcsClusterArgs, EcsClusterArgs>? vary = null) => ClusterPlans.Of(vary);
}
