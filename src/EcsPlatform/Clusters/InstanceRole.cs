namespace EcsPlatform.Clusters;

/// <summary>The role of the instances: it joins them to ECS and opens Session Manager, and does what was asked for besides.</summary>
internal static class InstanceRole
{
    // AWS managed policies, see
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSInstanceRolePolicyForManagedInstances.html and
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
    private const string ManagedInstance = "arn:aws:iam::aws:policy/AmazonECSInstanceRolePolicyForManagedInstances";
    private const string SessionManager = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";

    /// <summary>Adds the role and its instance profile.</summary>
    /// <param name="name">The cluster's name.</param>
    /// <param name="args">What the cluster is made of.</param>
    /// <param name="clusterArn">The cluster's ARN.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The role, the instance profile, and the role's policies: instances need them until they are gone.</returns>
    public static InstanceIdentity Add(string name, EcsClusterArgs args, Output<string> clusterArn, CustomResourceOptions options)
    {
        var (permissions, managed) = (args.InstancePermissions, args.Capacity is ClusterCapacity.ManagedInstances);
        var role = new Iam.Role(
            $"{name}-instance",
            new Iam.RoleArgs { Description = $"ECS instances of {name}", AssumeRolePolicy = PolicyDocument.InstanceTrust() },
            options);
        ImmutableArray<(string Suffix, Input<string> Arn)> policies =
        [
            .. managed ? ImmutableArray.Create<(string, Input<string>)>(("ecs", ManagedInstance)) : [],
            ("ssm", SessionManager),
            .. permissions.Policies.Select(policy => (policy.Key, policy.Value)),
        ];
        ImmutableArray<Resource> attached =
        [
            .. policies.Select(policy => new Iam.RolePolicyAttachment(
                $"{name}-instance-{policy.Suffix}",
                new Iam.RolePolicyAttachmentArgs { Role = role.Name, PolicyArn = policy.Arn },
                options)),
            .. managed ? [] : Inline("-ecs", AgentPolicy.Statements(clusterArn, args.Groups.Select(group => group.Instances.Agent))),
            .. permissions.Statements.IsEmpty ? [] : Inline("", permissions.Statements),
        ];
        var profile = new Iam.InstanceProfile($"{name}-instance", new Iam.InstanceProfileArgs { Role = role.Name }, options);
        return new InstanceIdentity(role, profile, attached);

        ImmutableArray<Resource> Inline(string suffix, ImmutableArray<PolicyStatement> statements) =>
        [
            new Iam.RolePolicy(
                $"{name}-instance{suffix}", new Iam.RolePolicyArgs { Role = role.Name, Policy = PolicyDocument.Json(statements) }, options),
        ];
    }
}

/// <summary>Who the instances are.</summary>
/// <param name="Role">Their role.</param>
/// <param name="Profile">Its instance profile.</param>
/// <param name="Policies">The role's policies.</param>
internal sealed record InstanceIdentity(Iam.Role Role, Iam.InstanceProfile Profile, ImmutableArray<Resource> Policies);
