using EcsPlatform.Plans;

namespace EcsPlatform.Testing.Rules;

/// <summary>What belongs to functions in a plan.</summary>
internal static class FunctionPlan
{
    /// <summary>The type of functions.</summary>
    public const string Function = "aws:lambda/function:Function";

    /// <summary>The type of what invokes functions with messages.</summary>
    public const string Mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";

    /// <summary>The type of what lets others invoke functions.</summary>
    public const string Permission = "aws:lambda/permission:Permission";

    /// <summary>The function of a name, an ARN or an alias's ARN; null when the plan has none.</summary>
    public static PlannedResource? FunctionOf(this Plan plan, string? nameOrArn) => nameOrArn is null
        ? null
        : plan.All(Function).FirstOrDefault(function => Has(function, "name", nameOrArn) || Has(function, "arn", nameOrArn))
            ?? plan.All("aws:lambda/alias:Alias").Where(alias => Has(alias, "arn", nameOrArn))
                .Select(alias => plan.FunctionOf(alias.Value("functionName"))).FirstOrDefault();

    /// <summary>What a function's role may do.</summary>
    public static IEnumerable<PlannedResource> PoliciesOf(this Plan plan, PlannedResource function) => plan.All("aws:iam/role:Role")
        .Where(role => function.Names("role", role, "arn"))
        .SelectMany(role => plan.All("aws:iam/rolePolicy:RolePolicy").Where(policy => policy.Names("role", role, "name")));

    private static bool Has(PlannedResource resource, string output, string value) => resource.Output(output) == new PropertyValue.Text(value);
}
