using EcsPlatform.Networking;

namespace EcsPlatform.Workloads;

/// <summary>
/// A task's two roles: with the execution role ECS pulls the images and writes the logs, with the task role the containers themselves
/// speak to AWS. Each may do what this workload needs and nothing else.
/// </summary>
internal sealed record TaskRoles(Iam.Role Execution, Iam.Role Task, ImmutableArray<Resource> Policies)
{
    private const string Service = "ecs-tasks.amazonaws.com";

    /// <summary>Adds the roles.</summary>
    /// <param name="name">The workload's name.</param>
    /// <param name="account">Where it lives.</param>
    /// <param name="task">What it runs.</param>
    /// <param name="logs">The log group that it writes to.</param>
    /// <param name="storage">Its volumes.</param>
    /// <param name="options">The parent.</param>
    /// <param name="exec">How people get into its containers; null when they do not.</param>
    /// <returns>The roles and their policies, which a service must come after.</returns>
    public static TaskRoles Add(
        string name,
        AwsAccount account,
        TaskSpec task,
        LogGroupOutputs logs,
        ImmutableArray<EfsStorage> storage,
        CustomResourceOptions options,
        ExecAccess? exec = null)
    {
        var execution = AddRole($"{name}-execution", $"Starts the tasks of {name}", account, options);
        var taskRole = AddRole($"{name}-task", $"Tasks of {name}", account, options);
        var policies = ImmutableArray.CreateBuilder<Resource>();
        policies.Add(AddPolicy($"{name}-execution", execution, ExecutionStatements(account, task, logs), options));
        var granted = PolicyStatements.Merge(
        [
            .. storage.Select(volume => volume.MountStatement(task)),
            .. task.Grants.SelectMany(grant => grant.Statements),
            .. exec?.Rights(account) ?? [],
        ]);
        if (!granted.IsEmpty)
        {
            policies.Add(AddPolicy($"{name}-task", taskRole, granted, options));
        }

        foreach (var (key, arn) in task.ManagedPolicyArns.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            policies.Add(new Iam.RolePolicyAttachment(
                $"{name}-task-{key}", new Iam.RolePolicyAttachmentArgs { Role = taskRole.Name, PolicyArn = arn }, options));
        }

        return new TaskRoles(execution, taskRole, policies.ToImmutable());
    }

    // ECS knows no narrower source than an account's resources in a region:
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
    private static Iam.Role AddRole(string name, string description, AwsAccount account, CustomResourceOptions options) => new(
        ResourceName.AutoNamed(name, ResourceNameKind.Role),
        new Iam.RoleArgs
        {
            Description = description,
            AssumeRolePolicy = PolicyDocument.Trust(Service, account.Id, $"arn:aws:ecs:{account.Region}:{account.Id}:*"),
        },
        options);

    private static Iam.RolePolicy AddPolicy(
        string name, Iam.Role role, ImmutableArray<PolicyStatement> statements, CustomResourceOptions options) => new(
        ResourceName.AutoNamed(name, ResourceNameKind.Policy), new Iam.RolePolicyArgs { Role = role.Name, Policy = PolicyDocument.Json(statements) }, options);

    private static ImmutableArray<PolicyStatement> ExecutionStatements(AwsAccount account, TaskSpec task, LogGroupOutputs logs) =>
    [
        // A token is for all of a registry: this action knows no resources
        // (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html).
        new PolicyStatement { Actions = ["ecr:GetAuthorizationToken"], Resources = ["*"] },
        new PolicyStatement
        {
            Actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resources = [.. Repositories(account, task).Select(arn => (Input<string>)arn)],
        },
        new PolicyStatement
        {
            Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resources = [Output.Format($"{logs.Arn}:*")],
        },
        .. PolicyStatements.Merge(
        [
            .. Sorted(task).SelectMany(container => container.Secrets.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                .SelectMany(entry => entry.Value.Rights()),
            .. Sorted(task).SelectMany(container => container.EnvironmentFiles).SelectMany(file => file.Rights()),
        ]),
    ];

    private static IEnumerable<ContainerSpec> Sorted(TaskSpec task) => task.Containers.OrderBy(container => container.Name, StringComparer.Ordinal);

    private static IEnumerable<string> Repositories(AwsAccount account, TaskSpec task) =>
        task.Containers
            .Select(container => container.Image.In(account.Registry))
            .Select(image => image.RepositoryArn())
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
