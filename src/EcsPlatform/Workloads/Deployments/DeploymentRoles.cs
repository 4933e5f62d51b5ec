namespace EcsPlatform.Workloads;

/// <summary>
/// The roles with which ECS leads requests from the old tasks to the new ones, and runs a deployment's hooks. Each is there only when it is
/// needed.
/// </summary>
/// <param name="LoadBalancers">The role for target groups and listener rules; null without a route.</param>
/// <param name="Hooks">The role that invokes functions; null without any.</param>
/// <param name="Policies">What a service must come after.</param>
internal sealed record DeploymentRoles(Iam.Role? LoadBalancers, Iam.Role? Hooks, ImmutableArray<Resource> Policies)
{
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
    private const string Infrastructure = "arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers";

    /// <summary>Adds the roles.</summary>
    /// <param name="name">The workload's name.</param>
    /// <param name="args">What the workload is made of.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The roles.</returns>
    public static DeploymentRoles Add(string name, EcsWorkloadArgs args, CustomResourceOptions options)
    {
        if (args.Deployment is not DeploymentStrategy.TrafficShift shift)
        {
            return new DeploymentRoles(null, null, []);
        }

        var policies = ImmutableArray.CreateBuilder<Resource>();
        Iam.Role? loadBalancers = null;
        if (args.Route is not null)
        {
            loadBalancers = AddRole($"{name}-infrastructure", $"Leads requests to new tasks of {name}", options);
            policies.Add(new Iam.RolePolicyAttachment(
                $"{name}-infrastructure", new Iam.RolePolicyAttachmentArgs { Role = loadBalancers.Name, PolicyArn = Infrastructure }, options));
        }

        Iam.Role? hooks = null;
        ImmutableArray<Input<string>> functions = [.. shift.Hooks.OfType<DeploymentHook.Function>().Select(hook => hook.FunctionArn)];
        if (!functions.IsEmpty)
        {
            hooks = AddRole($"{name}-hooks", $"Invokes the functions in deployments of {name}", options);
            var invoke = new PolicyStatement { Actions = ["lambda:InvokeFunction"], Resources = functions };
            policies.Add(new Iam.RolePolicy(
                ResourceName.AutoNamed($"{name}-hooks", ResourceNameKind.Policy), new Iam.RolePolicyArgs { Role = hooks.Name, Policy = PolicyDocument.Json(invoke) }, options));
        }

        return new DeploymentRoles(loadBalancers, hooks, policies.ToImmutable());
    }

    // As AWS documents it for such roles, without a source account:
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
    private static Iam.Role AddRole(string name, string description, CustomResourceOptions options) => new(
        ResourceName.AutoNamed(name, ResourceNameKind.Role),
        new Iam.RoleArgs
        {
            Description = description,
            AssumeRolePolicy = PolicyDocument.Json(new PolicyStatement { Actions = ["sts:AssumeRole"], Services = ["ecs.amazonaws.com"] }),
        },
        options);
}
