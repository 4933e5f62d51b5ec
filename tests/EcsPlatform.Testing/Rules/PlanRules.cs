using EcsPlatform.Plans;

namespace EcsPlatform.Testing.Rules;

/// <summary>The rules that what an environment stands on keeps by default.</summary>
public static class PlanRules
{
    /// <summary>All rules.</summary>
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        .. NetworkRules.All,
        .. ClusterRules.All,
        .. DeliveryRules.All,
        .. FunctionRules.All,
        .. MessageRules.All,
        .. SiteRules.All,
        .. FileSystemRules.All,
        .. AccessRules.All,
    ];

    /// <summary>What a plan breaks.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The findings, each beginning with the rule's id.</returns>
    public static IReadOnlyList<string> Findings(Plan plan) => [.. All.SelectMany(rule => rule.Findings(plan))];
}
