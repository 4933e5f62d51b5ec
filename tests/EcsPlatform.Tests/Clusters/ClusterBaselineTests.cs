using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Clusters;

/// <summary>A cluster of which nothing but what is required was said keeps the security and reliability rules of its types.</summary>
public class ClusterBaselineTests : IAsyncLifetime
{
    private Plan _plan = null!;

    public async Task InitializeAsync() => _plan = await ClusterPlans.Of();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Launch_templates()
    {
        var template = _plan.Only(ClusterPlans.Template);
        template.Text("metadataOptions.httpTokens").ShouldBe("required");
        template.Number("metadataOptions.httpPutResponseHopLimit").ShouldBe(1);
        template.Input("networkInterfaces").ShouldBeNull();
        template.Text("blockDeviceMappings.0.deviceName").ShouldBe("/dev/xvda");
        template.Text("blockDeviceMappings.0.ebs.encrypted").ShouldBe("true");
        template.Flag("monitoring.enabled").ShouldBeTrue();
        template.Text("imageId").ShouldStartWith("ami-");
    }

    [Fact]
    public void Auto_Scaling_groups()
    {
        var group = _plan.Only(ClusterPlans.Group);
        group.Input("launchTemplate").ShouldNotBeNull();
        group.Input("launchConfiguration").ShouldBeNull();
        group.Texts("vpcZoneIdentifiers").Distinct().Count().ShouldBe(2);
        group.Number("healthCheckGracePeriod").ShouldBe(600);
        group.Text("tags.1.key").ShouldBe("AmazonECSManaged");
        group.Flag("tags.1.propagateAtLaunch").ShouldBeTrue();
        group.Flag("forceDelete").ShouldBeTrue();
        _plan.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Select(attachment => attachment.Text("policyArn"))
            .ShouldContain("arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore");
        _plan.All("aws:autoscaling/policy:Policy").ShouldBeEmpty();
    }

    [Fact]
    public void Capacity_providers()
    {
        var provider = _plan.Only(ClusterPlans.Provider);
        provider.Text("autoScalingGroupProvider.managedTerminationProtection").ShouldBe("ENABLED");
        provider.Text("autoScalingGroupProvider.managedScaling.status").ShouldBe("ENABLED");
        provider.Text("autoScalingGroupProvider.managedDraining").ShouldBe("ENABLED");
        _plan.Only(ClusterPlans.Group).Flag("protectFromScaleIn").ShouldBeTrue();
        provider.Input("name").ShouldBeNull();
        _plan.Only(ClusterPlans.Association).Texts("capacityProviders").ShouldBe([provider.OutputText("name")]);
    }

    [Fact]
    public void Clusters_keys_and_logs()
    {
        var cluster = _plan.Only(ClusterPlans.Cluster);
        cluster.Text("settings.0.value").ShouldBe("enabled");
        cluster.Text("configuration.executeCommandConfiguration.logging").ShouldBe("OVERRIDE");
        cluster.Input("configuration.executeCommandConfiguration.kmsKeyId").ShouldNotBeNull();
        var key = _plan.Only("aws:kms/key:Key");
        key.Flag("enableKeyRotation").ShouldBeTrue();
        key.Number("deletionWindowInDays").ShouldBeGreaterThanOrEqualTo(14);
        _plan.All("aws:cloudwatch/logGroup:LogGroup").ShouldAllBe(group => group.Number("retentionInDays") > 0);
    }
}
