namespace EcsPlatform.Clusters;

/// <summary>The role of the instances: it joins them to ECS and opens Session Manager, and does what was asked for besides.</summary>
internal static class InstanceRole
{
    // AWS managed policies, see
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEC2ContainerServiceforEC2Role.html and
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSInstanceRolePolicyForManagedInstances.html and
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
    private const string ContainerInstance = "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role";
    private const string ManagedInstance = "arn:aws:iam::aws:policy/AmazonECSInstanceRolePolicyForManagedInstances";
    private const string SessionManager = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";

    /// <summary>Adds the role and its instance profile.</summary>
    /// <param name="name">The cluster's name.</param>
    /// <param name="permissions">What it may do besides.</param>
    /// <param name="managed">True for instances that ECS launches by itself.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The role, the instance profile, and the role's policies: instances need them until they are gone.</returns>
    public static InstanceIdentity Add(string name, InstancePermissions permissions, bool managed, CustomResourceOptions options)
    {
        var role = new Iam.Role(
            $"{name}-instance",
            new Iam.RoleArgs { Description = $"ECS instances of {name}", AssumeRolePolicy = PolicyDocument.InstanceTrust() },
            options);
        ImmutableArray<(string Suffix, Input<string> Arn)> policies =
        [
            ("ecs", managed ? ManagedInstance : ContainerInstance),
            ("ssm", SessionManager),
            .. permissions.Policies.Select(policy => (policy.Key, policy.Value)),
        ];
        ImmutableArray<Resource> attached =
        [
            .. policies.Select(policy => new Iam.RolePolicyAttachment(
                $"{name}-instance-{policy.Suffix}",
                new Iam.RolePolicyAttachmentArgs { Role = role.Name, PolicyArn = policy.Arn },
                options)),
            .. permissions.Statements.IsEmpty
                ? Array.Empty<Resource>()
                :
                [
                    new Iam.RolePolicy(
                        $"{name}-instance",
                        new Iam.RolePolicyArgs { Role = role.Name, Policy = PolicyDocument.Json(permissions.Statements) },
                        options),
                ],
        ];
        var profile = new Iam.InstanceProfile($"{name}-instance", new Iam.InstanceProfileArgs { Role = role.Name }, options);
        return new InstanceIdentity(role, profile, attached);
    }
}

/// <summary>Who the instances are.</summary>
/// <param name="Role">Their role.</param>
/// <param name="Profile">Its instance profile.</param>
/// <param name="Policies">The role's policies.</param>
internal sealed record InstanceIdentity(Iam.Role Role, Iam.InstanceProfile Profile, ImmutableArray<Resource> Policies);
