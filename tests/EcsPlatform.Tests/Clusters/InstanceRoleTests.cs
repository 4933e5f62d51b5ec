using System.Collections.Immutable;
using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Clusters;

/// <summary>Clusters of several environments share an account: instances may touch none but their own.</summary>
public class InstanceRoleTests
{
    private const string Attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    private const string Inline = "aws:iam/rolePolicy:RolePolicy";

    private static readonly string[] Plain =
    [
        """{"Effect":"Allow","Action":"ecs:DiscoverPollEndpoint","Resource":"*"}""",
        """{"Effect":"Allow","Action":["ecs:DeregisterContainerInstance","ecs:RegisterContainerInstance","ecs:SubmitAttachmentStateChanges","ecs:SubmitContainerStateChange","ecs:SubmitTaskStateChange"],"Resource":"arn:aws:ecs:eu-west-1:111111111111:cluster/shared"}""",
        """{"Effect":"Allow","Action":["ecs:Poll","ecs:StartTelemetrySession","ecs:UpdateContainerInstancesState"],"Resource":"arn:aws:ecs:eu-west-1:111111111111:container-instance/shared/*","Condition":{"ArnEquals":{"ecs:cluster":"arn:aws:ecs:eu-west-1:111111111111:cluster/shared"}}}""",
        """{"Effect":"Allow","Action":"ecs:ListTagsForResource","Resource":["arn:aws:ecs:eu-west-1:111111111111:container-instance/shared/*","arn:aws:ecs:eu-west-1:111111111111:task/shared/*"]}""",
    ];

    private static readonly string Tagging =
        """{"Effect":"Allow","Action":"ecs:TagResource","Resource":"arn:aws:ecs:eu-west-1:111111111111:container-instance/shared/*","Condition":{"StringEquals":{"ecs:CreateAction":"RegisterContainerInstance"}}}""";

    private static readonly string Reading = """{"Effect":"Allow","Action":"ec2:DescribeTags","Resource":"*"}""";

    [Fact]
    public async Task The_agent_may_do_in_an_adopted_cluster_what_it_must_and_nothing_elsewhere() => Statements(await Adopted()).ShouldBe(Plain);

    [Fact]
    public async Task In_a_cluster_of_the_plan_s_own_it_is_the_same()
    {
        var plan = await ClusterPlans.Of();
        var cluster = plan.Only(ClusterPlans.Cluster).OutputText("arn");
        cluster.ShouldStartWith("arn:aws:ecs:eu-west-1:111111111111:cluster/test-");
        Statements(plan).ShouldBe(Plain.Select(statement => statement.Replace("/shared", cluster[cluster.IndexOf('/', StringComparison.Ordinal)..], StringComparison.Ordinal)));
        plan.Only(Inline, "test-instance-ecs").Text("role").ShouldBe(plan.Only("aws:iam/role:Role", "test-instance").OutputText("name"));
    }

    [Fact]
    public async Task Agents_that_tag_instances_may_when_they_register_them()
    {
        Statements(await Adopted(("ECS_CONTAINER_INSTANCE_TAGS", """{"team":"web"}"""))).ShouldBe([.. Plain, Tagging]);
        Statements(await Adopted(("ECS_CONTAINER_INSTANCE_PROPAGATE_TAGS_FROM", "ec2_instance"))).ShouldBe([.. Plain, Tagging, Reading]);
    }

    [Fact]
    public async Task A_setting_of_one_group_s_agent_counts_for_the_role_of_all()
    {
        var plan = await Adopted([], ("ECS_CONTAINER_INSTANCE_TAGS", """{"team":"web"}"""));
        Statements(plan).ShouldBe([.. Plain, Tagging]);
    }

    [Fact]
    public async Task Session_Manager_s_is_the_only_managed_policy()
    {
        var plan = await ClusterPlans.Of();
        plan.All(Attachment).Select(attachment => (attachment.Name, attachment.Text("policyArn")))
            .ShouldBe([("test-instance-ssm", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore")]);
    }

    [Fact]
    public async Task Managed_instances_keep_AWS_s_own_policy()
    {
        var plan = await ClusterPlans.Of(args => args with { Capacity = EcsClusterArgsTests.Managed() });
        plan.Only(Attachment, "test-instance-ecs").Text("policyArn").ShouldBe("arn:aws:iam::aws:policy/AmazonECSInstanceRolePolicyForManagedInstances");
        plan.All(Inline).ShouldNotContain(policy => policy.Name == "test-instance-ecs");
    }

    private static IEnumerable<string> Statements(Plan plan) =>
        plan.Only(Inline, "test-instance-ecs").Json("policy").GetProperty("Statement").EnumerateArray().Select(statement => statement.GetRawText());

    private static Task<Plan> Adopted(params (string Key, string Value)[] settings) => Adopted(settings, null);

    private static Task<Plan> Adopted((string Key, string Value)[] settings, (string Key, string Value)? further) => TestPlan.OfAsync(() =>
        new EcsCluster("test", Valid.Cluster(new BaseNetwork("net", Valid.Network)) with
        {
            Cluster = new ClusterSource.Adopt("shared"),
            Capacity = new ClusterCapacity.Instances(Valid.Capacity with { Agent = Told(settings) })
            {
                Further = further is { } setting ? [new FurtherInstances { Name = "spot", Weight = 1, Instances = Valid.Capacity with { Agent = Told(setting) } }] : [],
            },
        }));

    private static AgentOptions Told(params (string Key, string Value)[] settings) =>
        new() { Settings = settings.ToImmutableSortedDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal) };
}
