using System.Text.Json;

namespace EcsPlatform.Testing.Rules;

/// <summary>Rules for roles and what they may do.</summary>
public static class AccessRules
{
    private const string Role = "aws:iam/role:Role";
    private const string Attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    private const string OfAws = "arn:aws:iam::aws:policy/";

    private static readonly string[] Policies = ["aws:iam/policy:Policy", "aws:iam/rolePolicy:RolePolicy"];

    private static readonly string[] OnGivenResources = ["iam:PassRole", "kms:Decrypt"];

    private static readonly HashSet<string> ManagedPolicies =
    [
        "AmazonECSInfrastructureRolePolicyForLoadBalancers",
        "AmazonECSInfrastructureRolePolicyForManagedInstances",
        "AmazonECSInstanceRolePolicyForManagedInstances",
        "AmazonSSMManagedInstanceCore",
    ];

    /// <summary>The actions that know no resources, so that nothing but <c>*</c> can be named.</summary>
    public static IReadOnlySet<string> OfNoResource { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:DescribeTags",
        "ecr:GetAuthorizationToken",
        "ecs:DiscoverPollEndpoint",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
        "xray:PutTelemetryRecords",
        "xray:PutTraceSegments",
    };

    /// <summary>The rules.</summary>
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        OfPolicies("IAM-01", statement => statement.Texts("NotAction").Count == 0
            && !statement.Texts("Action").Any(CoversAService)
            && (!statement.Texts("Resource").Contains("*")
                // What the third rule asks is told by it alone.
                || statement.Texts("Action").All(action => OfNoResource.Contains(action) || OnGivenResources.Contains(action)))),
        new("IAM-02", plan =>
        [
            .. plan.All(Role).Where(role => !role.External && !role.Statements("assumeRolePolicy").All(TrustsAService)).Select(role => $"IAM-02: {role.Urn}"),
            .. plan.All(Attachment)
                .Where(attachment => (attachment.Value("policyArn") ?? "") is var arn
                    && arn.StartsWith(OfAws, StringComparison.Ordinal) && !ManagedPolicies.Contains(arn[OfAws.Length..]))
                .Select(attachment => $"IAM-02: {attachment.Urn}"),
        ]),
        OfPolicies("IAM-03", statement => !statement.Texts("Action").Any(OnGivenResources.Contains)
            || !statement.Texts("Resource").Any(resource => resource == "*" || resource.EndsWith("/*", StringComparison.Ordinal))),
    ];

    /// <summary>Whether an action stands for all actions, or for all of a service.</summary>
    /// <param name="action">The action.</param>
    /// <returns>True when it does.</returns>
    public static bool CoversAService(string action) => action == "*" || action.EndsWith(":*", StringComparison.Ordinal);

    private static PlanRule OfPolicies(string id, Func<JsonElement, bool> holds) => new(id, plan => Policies.SelectMany(plan.All)
        .Where(policy => !policy.External && !policy.Statements().Where(RulePolicies.Allows).All(holds))
        .Select(policy => $"{id}: {policy.Urn}"));

    // Of the services only tasks always say for whose account they ask.
    private static bool TrustsAService(JsonElement statement) =>
        statement.TryGetProperty("Principal", out var principal)
        && principal.ValueKind == JsonValueKind.Object
        && principal.EnumerateObject().All(kind => kind.Name == "Service")
        && (!statement.Principals("Service").Contains("ecs-tasks.amazonaws.com") || statement.Compared("aws:SourceAccount").Count > 0);
}
