using EcsPlatform.Networking;

namespace EcsPlatform.Functions;

/// <summary>Makes functions' roles: one for each, which may do what this function needs and nothing else.</summary>
internal static class FunctionRoles
{
    private const string Service = "lambda.amazonaws.com";

    /// <summary>Adds a function's role.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="args">What the function is made of.</param>
    /// <param name="environment">Its environment.</param>
    /// <param name="logs">The log group that it writes to.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The role and its policy, which the function must come after.</returns>
    public static (Iam.Role Role, Resource Policy) Add(
        string name, LambdaFunctionArgs args, FunctionEnvironment environment, LogGroupOutputs logs, CustomResourceOptions options)
    {
        // No source to narrow to: AWS tells of none that Lambda sends along (https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html),
        // and a role can only be passed to a service within its own account
        // (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html).
        var role = new Iam.Role(
            ResourceName.AutoNamed(name, ResourceNameKind.Role),
            new Iam.RoleArgs
            {
                Description = $"Function {name}",
                AssumeRolePolicy = PolicyDocument.Json(new PolicyStatement { Actions = ["sts:AssumeRole"], Services = [Service] }),
            },
            options);
        return (role, AddPolicy(name, role, Statements(args, environment, logs), options));
    }

    /// <summary>Adds a policy to a function's role.</summary>
    /// <param name="name">The policy's name.</param>
    /// <param name="role">The role.</param>
    /// <param name="statements">What the role may do.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The policy.</returns>
    public static Resource AddPolicy(string name, Iam.Role role, ImmutableArray<PolicyStatement> statements, CustomResourceOptions options) =>
        new Iam.RolePolicy(
            ResourceName.AutoNamed(name, ResourceNameKind.Policy),
            new Iam.RolePolicyArgs { Role = role.Name, Policy = PolicyDocument.Json(statements) },
            options);

    private static ImmutableArray<PolicyStatement> Statements(LambdaFunctionArgs args, FunctionEnvironment environment, LogGroupOutputs logs) =>
        PolicyStatements.Merge(
        [
            new PolicyStatement { Actions = ["logs:CreateLogStream", "logs:PutLogEvents"], Resources = [Output.Format($"{logs.Arn}:*")] },
            .. args.Tracing ? [Tracing] : Array.Empty<PolicyStatement>(),
            .. args.Vpc is null ? [] : FunctionVpc.Rights(args.Account),
            .. args.FileSystem is { } mount ? [mount.Statement()] : Array.Empty<PolicyStatement>(),
            .. environment.Rights(args.Account),
            .. args.Asynchronous.Rights(),
            .. args.Grants.SelectMany(grant => grant.Statements),
        ]);

    // These actions know no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
    private static PolicyStatement Tracing { get; } =
        new() { Actions = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], Resources = ["*"] };
}
