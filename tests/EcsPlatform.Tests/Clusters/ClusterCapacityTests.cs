using System.Collections.Immutable;
using EcsPlatform.Clusters;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Pulumi;

namespace EcsPlatform.Tests.Clusters;

public class ClusterCapacityTests
{
    private const string Attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    private const string Template = "managedInstancesProvider.instanceLaunchTemplate";

    [Fact]
    public async Task Several_groups_share_the_tasks_by_a_default_strategy()
    {
        var plan = await ClusterPlans.Of(args => args with
        {
            Capacity = new ClusterCapacity.Instances(Valid.Capacity)
            {
                Base = 2,
                Weight = 1,
                Further =
                [
                    new FurtherInstances { Name = "spot", Instances = Valid.Capacity with { Mix = new InstanceMix { SpotPercent = 100 } }, Weight = 3 },
                    new FurtherInstances { Name = "large", Instances = Valid.Capacity with { InstanceType = "m7i.large" }, Weight = 0 },
                ],
            },
        });
        foreach (var type in (IEnumerable<string>)[ClusterPlans.Template, ClusterPlans.Group, ClusterPlans.Provider])
        {
            plan.All(type).Select(resource => resource.Name).ShouldBe(["test", "test-large", "test-spot"]);
        }

        var association = plan.Only(ClusterPlans.Association);
        association.Texts("capacityProviders").ShouldBe([NameOf("test"), NameOf("test-spot"), NameOf("test-large")]);
        association.Text("defaultCapacityProviderStrategies.0.capacityProvider").ShouldBe(NameOf("test"));
        association.Number("defaultCapacityProviderStrategies.0.base").ShouldBe(2);
        association.Number("defaultCapacityProviderStrategies.0.weight").ShouldBe(1);
        association.Text("defaultCapacityProviderStrategies.1.capacityProvider").ShouldBe(NameOf("test-spot"));
        association.Number("defaultCapacityProviderStrategies.1.weight").ShouldBe(3);
        association.Input("defaultCapacityProviderStrategies.2").ShouldBeNull();
        plan.All("aws:iam/role:Role").Select(role => role.Name).ShouldBe(["net-flow-logs", "test-instance"], ignoreOrder: true);

        string NameOf(string name) => plan.Only(ClusterPlans.Provider, name).OutputText("name");
    }

    [Fact]
    public async Task ECS_launches_managed_instances_by_itself()
    {
        var plan = await ClusterPlans.Of(args => args with
        {
            Capacity = EcsClusterArgsTests.Managed() with { Burstable = true, AllowedInstanceTypes = ["m7i.*"], Spot = true, StorageGiB = 100, DetailedMonitoring = false },
        });
        plan.All(ClusterPlans.Group).ShouldBeEmpty();
        plan.All(ClusterPlans.Template).ShouldBeEmpty();
        var provider = plan.Only(ClusterPlans.Provider);
        provider.Text("cluster").ShouldBe(plan.Only(ClusterPlans.Cluster).OutputText("name"));
        provider.Input("autoScalingGroupProvider").ShouldBeNull();
        provider.Text("managedInstancesProvider.infrastructureRoleArn").ShouldBe(plan.Only("aws:iam/role:Role", "test-infrastructure").OutputText("arn"));
        provider.Text("managedInstancesProvider.propagateTags").ShouldBe("CAPACITY_PROVIDER");
        provider.Text($"{Template}.ec2InstanceProfileArn").ShouldBe(plan.Only("aws:iam/instanceProfile:InstanceProfile").OutputText("arn"));
        provider.Text($"{Template}.capacityOptionType").ShouldBe("SPOT");
        provider.Text($"{Template}.monitoring").ShouldBe("BASIC");
        provider.Number($"{Template}.storageConfiguration.storageSizeGib").ShouldBe(100);
        provider.Texts($"{Template}.networkConfiguration.subnets").Count.ShouldBe(2);
        provider.Texts($"{Template}.networkConfiguration.securityGroups").ShouldBe([plan.Only("aws:ec2/securityGroup:SecurityGroup").Id!]);
        provider.Number($"{Template}.instanceRequirements.memoryMib.min").ShouldBe(2048);
        provider.Input($"{Template}.instanceRequirements.memoryMib.max").ShouldBeNull();
        provider.Number($"{Template}.instanceRequirements.vcpuCount.max").ShouldBe(4);
        provider.Text($"{Template}.instanceRequirements.burstablePerformance").ShouldBe("included");
        provider.Texts($"{Template}.instanceRequirements.allowedInstanceTypes").ShouldBe(["m7i.*"]);

        var defaults = (await ClusterPlans.Of(args => args with { Capacity = EcsClusterArgsTests.Managed() })).Only(ClusterPlans.Provider);
        defaults.Text($"{Template}.capacityOptionType").ShouldBe("ON_DEMAND");
        defaults.Text($"{Template}.monitoring").ShouldBe("DETAILED");
        defaults.Text($"{Template}.instanceRequirements.burstablePerformance").ShouldBe("excluded");
        defaults.Input($"{Template}.instanceRequirements.allowedInstanceTypes").ShouldBeNull();
    }

    [Fact]
    public async Task ECS_may_hand_managed_instances_their_role_and_no_other()
    {
        var plan = await ClusterPlans.Of(args => args with { Capacity = EcsClusterArgsTests.Managed() });
        plan.Only(Attachment, "test-infrastructure").Text("policyArn").ShouldBe("arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForManagedInstances");
        plan.Only(Attachment, "test-instance-ecs").Text("policyArn").ShouldBe("arn:aws:iam::aws:policy/AmazonECSInstanceRolePolicyForManagedInstances");
        var statement = plan.Only("aws:iam/rolePolicy:RolePolicy", "test-infrastructure").Json("policy").GetProperty("Statement")[0];
        statement.GetProperty("Action").GetString().ShouldBe("iam:PassRole");
        statement.GetProperty("Resource").GetString().ShouldBe(plan.Only("aws:iam/role:Role", "test-instance").OutputText("arn"));
        statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("iam:PassedToService").GetString().ShouldBe("ec2.amazonaws.com");
        plan.Only("aws:iam/role:Role", "test-infrastructure").Json("assumeRolePolicy").GetProperty("Statement")[0]
            .GetProperty("Principal").GetProperty("Service").GetString().ShouldBe("ecs.amazonaws.com");
    }

    [Fact]
    public async Task An_adopted_cluster_with_its_capacity_is_read_and_nothing_is_made()
    {
        EcsCluster? cluster = null;
        var plan = await TestPlan.OfAsync(() =>
        {
            cluster = new EcsCluster("test", Valid.Cluster(new BaseNetwork("net", Valid.Network)) with
            {
                Cluster = new ClusterSource.Adopt("shared"),
                Capacity = new ClusterCapacity.Existing("shared-on-demand", "sg-0123456789abcdef0"),
            });
            return Outputs(cluster);
        });
        plan.Resources.Where(resource => resource.Parent == ComponentOf(plan)).Select(resource => (resource.Type, resource.External, resource.Id))
            .ShouldBe([(ClusterPlans.Cluster, true, "shared"), (ClusterPlans.Association, true, "shared")]);
        OutputsOf(plan).ShouldBe([
            "arn:aws:ecs:eu-west-1:111111111111:cluster/shared", "shared", "shared-on-demand", "sg-0123456789abcdef0",
        ]);
        cluster!.InstanceRoleName.ShouldBeNull();
        cluster.ExecKeyArn.ShouldBeNull();
    }

    [Fact]
    public async Task An_adopted_cluster_can_get_capacity_and_keeps_what_it_has()
    {
        var plan = await TestPlan.OfAsync(() => Outputs(new EcsCluster("test", Valid.Cluster(new BaseNetwork("net", Valid.Network)) with
        {
            Cluster = new ClusterSource.Adopt("shared") { OtherCapacityProviders = ["shared-on-demand"] },
        })));
        plan.Only(ClusterPlans.Cluster).External.ShouldBeTrue();
        var association = plan.Only(ClusterPlans.Association);
        association.External.ShouldBeFalse();
        association.Text("clusterName").ShouldBe("shared");
        association.Texts("capacityProviders").ShouldBe([plan.Only(ClusterPlans.Provider).OutputText("name"), "shared-on-demand"]);
        association.Input("defaultCapacityProviderStrategies.1").ShouldBeNull();
        plan.All("aws:kms/key:Key").ShouldBeEmpty();
        OutputsOf(plan).ShouldBe([
            "arn:aws:ecs:eu-west-1:111111111111:cluster/shared",
            "shared",
            plan.Only(ClusterPlans.Provider).OutputText("name"),
            plan.Only("aws:ec2/securityGroup:SecurityGroup").Id!,
        ]);
    }

    [Fact]
    public async Task The_instances_role_gets_what_was_asked_for_and_nothing_wild()
    {
        var plan = await ClusterPlans.Of(args => args with
        {
            InstancePermissions = new InstancePermissions
            {
                Policies = ImmutableSortedDictionary<string, Input<string>>.Empty.Add("agent", "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"),
                Statements = [new PolicyStatement { Actions = ["s3:GetObject"], Resources = ["arn:aws:s3:::example-bootstrap/agent.json"] }],
            },
        });
        plan.Only(Attachment, "test-instance-agent").Text("policyArn").ShouldBe("arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy");
        plan.Only("aws:iam/rolePolicy:RolePolicy", "test-instance").Text("policy").ShouldBe(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::example-bootstrap/agent.json"}]}""");
    }

    [Fact]
    public async Task Trunking_is_set_before_instances_launch_or_taken_as_it_is()
    {
        var capacity = Valid.Capacity with { InstanceType = "m7i.large" };
        var plan = await ClusterPlans.Of(args => args with { Capacity = capacity, EniTrunking = EniTrunking.SetForAccount });
        var setting = plan.Only("aws:ecs/accountSettingDefault:AccountSettingDefault");
        (setting.Text("name"), setting.Text("value")).ShouldBe(("awsvpcTrunking", "enabled"));
        plan.Only(ClusterPlans.Group).Dependencies.ShouldContain(setting.Urn);
        (await ClusterPlans.Of(args => args with { Capacity = capacity, EniTrunking = EniTrunking.AlreadyOn }))
            .All("aws:ecs/accountSettingDefault:AccountSettingDefault").ShouldBeEmpty();
    }

    private static Dictionary<string, object?> Outputs(EcsCluster cluster) => new()
    {
        ["a"] = cluster.ClusterArn,
        ["b"] = cluster.ClusterName,
        ["c"] = cluster.CapacityProviderName,
        ["d"] = cluster.InstanceSecurityGroupId,
    };

    private static IEnumerable<string> OutputsOf(Plan plan) => plan.Root.Outputs.Entries.Values.Select(value => ((PropertyValue.Text)value).Value);

    private static string ComponentOf(Plan plan) => plan.Only("ecs-platform:clusters:EcsCluster").Urn;
}
