using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Scopes;

namespace EcsPlatform.Cli.Views;

/// <summary>What the views show of one stack.</summary>
/// <param name="Header">Which stack it is, and what it is compared with.</param>
/// <param name="Difference">What an update does.</param>
internal sealed record DifferenceReport(ReportHeader Header, PlanDifference Difference)
{
    /// <summary>What must not be. Default: nothing.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Changes outside what was expected. Default: none.</summary>
    public ImmutableArray<ScopeViolation> Violations { get; init; } = [];
}

/// <summary>What stands above a difference.</summary>
/// <param name="Source">The stack and where it stands, for example <c>staging (Pulumi.staging.yaml)</c>.</param>
/// <param name="Packages">The Pulumi packages in use.</param>
/// <param name="Against">The name of the plan compared with, for example <c>stacks/plans/staging.json</c>.</param>
internal sealed record ReportHeader(string Source, string Packages, string Against);
