namespace EcsPlatform.Clusters;

/// <summary>
/// What the ECS agent of an instance may do: join its own cluster, be told by ECS what to run there, say what became of it, and leave.
/// Nothing of it reaches another cluster of the account. The actions are those of AWS's own policy
/// (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEC2ContainerServiceforEC2Role.html), which AWS calls a guide
/// for narrower ones (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html), less what is not for this
/// platform's instances: the cluster is there already, and images are pulled and logs are written with the tasks' execution roles.
/// Which action knows which resource stands in
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html.
/// </summary>
internal static class AgentPolicy
{
    /// <summary>The statements.</summary>
    /// <param name="clusterArn">The instances' cluster.</param>
    /// <param name="agents">What the agents of the cluster's groups are told.</param>
    /// <returns>The statements, always in the same order.</returns>
    public static ImmutableArray<PolicyStatement> Statements(Output<string> clusterArn, IEnumerable<AgentOptions> agents)
    {
        // ARNs of instances and tasks have had the cluster's name in them, for all accounts, since April 2021:
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html
        var instances = clusterArn.Apply(arn => AllOf(arn, "container-instance"));
        var tasks = clusterArn.Apply(arn => AllOf(arn, "task"));
        var told = agents.ToList();
        return
        [
            // Where the cluster's endpoint is: this action knows no resources.
            new PolicyStatement { Actions = ["ecs:DiscoverPollEndpoint"], Resources = ["*"] },
            new PolicyStatement
            {
                Actions =
                [
                    "ecs:DeregisterContainerInstance",
                    "ecs:RegisterContainerInstance",
                    "ecs:SubmitAttachmentStateChanges",
                    "ecs:SubmitContainerStateChange",
                    "ecs:SubmitTaskStateChange",
                ],
                Resources = [clusterArn],
            },
            // The last one is for spot instances, which the agent drains by itself.
            new PolicyStatement
            {
                Actions = ["ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"],
                Resources = [instances],
                Conditions = [new PolicyCondition("ArnEquals", "ecs:cluster", clusterArn)],
            },
            // Tags in the metadata that containers may ask for:
            // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-metadata-endpoint-v4.html
            new PolicyStatement { Actions = ["ecs:ListTagsForResource"], Resources = [instances, tasks] },
            .. told.Any(agent => agent.TagsInstances) ? Tagging(instances) : [],
            .. told.Any(agent => agent.CopiesTags) ? Reading() : [],
        ];
    }

    // No tags but those that an instance is registered with:
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
    private static ImmutableArray<PolicyStatement> Tagging(Output<string> instances) =>
    [
        new PolicyStatement
        {
            Actions = ["ecs:TagResource"],
            Resources = [instances],
            Conditions = [new PolicyCondition("StringEquals", "ecs:CreateAction", "RegisterContainerInstance")],
        },
    ];

    // The tags of the EC2 instance: this action knows no resources,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
    private static ImmutableArray<PolicyStatement> Reading() => [new PolicyStatement { Actions = ["ec2:DescribeTags"], Resources = ["*"] }];

    private static string AllOf(string clusterArn, string kind) => $"{clusterArn.Replace(":cluster/", $":{kind}/", StringComparison.Ordinal)}/*";
}
