namespace EcsPlatform.Clusters;

/// <summary>The role of the instances: it joins them to ECS and opens Session Manager, nothing else.</summary>
internal static class InstanceRole
{
    // AWS managed policies, see
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEC2ContainerServiceforEC2Role.html and
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
    private static readonly ImmutableArray<(string Suffix, string Arn)> Policies =
    [
        ("ecs", "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role"),
        ("ssm", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"),
    ];

    /// <summary>Adds the role and its instance profile.</summary>
    /// <param name="name">The cluster's name.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The instance profile.</returns>
    public static Iam.InstanceProfile Add(string name, CustomResourceOptions options)
    {
        var role = new Iam.Role(
            $"{name}-instance",
            new Iam.RoleArgs { Description = $"ECS instances of {name}", AssumeRolePolicy = PolicyDocument.InstanceTrust() },
            options);
        foreach (var (suffix, arn) in Policies)
        {
            _ = new Iam.RolePolicyAttachment(
                $"{name}-instance-{suffix}",
                new Iam.RolePolicyAttachmentArgs { Role = role.Name, PolicyArn = arn },
                options);
        }

        return new Iam.InstanceProfile($"{name}-instance", new Iam.InstanceProfileArgs { Role = role.Name }, options);
    }
}
