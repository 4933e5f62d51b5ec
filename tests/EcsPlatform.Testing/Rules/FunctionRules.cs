using System.Text.RegularExpressions;
using EcsPlatform.Plans;

namespace EcsPlatform.Testing.Rules;

/// <summary>Rules for functions and who invokes them.</summary>
public static partial class FunctionRules
{
    private const string Function = "aws:lambda/function:Function";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        PlanRule.Each("LMB-01", "aws:lambda/permission:Permission", permission => permission.Value("principal") != "*"
            && (permission.Value("sourceArn") is not null || permission.Value("sourceAccount") is not null)),
        PlanRule.Each("LMB-02", Function, function => function.Value("packageType") == "Image"
            ? ByDigest().IsMatch(function.Value("imageUri") ?? "")
            : function.Value("sourceCodeHash") is not null && !Deprecated().IsMatch(function.Value("runtime") ?? "")),
        PlanRule.Each("LMB-03", Function, (function, plan) => function.Value("tracingConfig.mode") == "Active"
            && plan.All("aws:cloudwatch/logGroup:LogGroup").Any(group => function.Names("loggingConfig.logGroup", group, "name"))
            && !Policies(plan, function).Any(policy => (policy.Value("policy") ?? "").Contains("logs:CreateLogGroup", StringComparison.Ordinal))),
        PlanRule.Each("LMB-04", Function, function => function.Input("vpcConfig") is null
            || (function.Items("vpcConfig.subnetIds").Distinct().Count() >= 2 && function.IsOn("replaceSecurityGroupsOnDestroy"))),
    ];

    private static IEnumerable<PlannedResource> Policies(Plan plan, PlannedResource function) => plan.All("aws:iam/role:Role")
        .Where(role => function.Names("role", role, "arn"))
        .SelectMany(role => plan.All("aws:iam/rolePolicy:RolePolicy").Where(policy => policy.Names("role", role, "name")));

    [GeneratedRegex("@sha256:[0-9a-f]{64}$")]
    private static partial Regex ByDigest();

    // https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
    [GeneratedRegex(@"^(|dotnet[5-8].*|dotnetcore.*|go1\.x|java8|nodejs(4|6|8|10|12|14|16|18|20)\..*|provided|provided\.al2|python2\.7|python3\.([6-9]|10)|ruby2.*|ruby3\.2)$")]
    private static partial Regex Deprecated();
}
