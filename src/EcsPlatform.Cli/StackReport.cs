using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Scopes;
using EcsPlatform.Preview.Rules;

namespace EcsPlatform.Cli;

/// <summary>What a preview found out about a stack.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Baseline">What it was compared with; null when with nothing.</param>
/// <param name="Difference">What an update does; null when there was nothing to compare with.</param>
/// <param name="Findings">What must not be.</param>
/// <param name="Violations">Changes outside the expected scopes.</param>
internal sealed record StackReport(
    PlannedStack Stack, Baseline? Baseline, PlanDifference? Difference, ImmutableArray<Finding> Findings, ImmutableArray<ScopeViolation> Violations)
{
    /// <summary>How a preview that shows this ends.</summary>
    public ExitCode ExitCode => Findings.IsEmpty && Violations.IsEmpty ? ExitCode.Fine : ExitCode.Findings;

    /// <summary>Compares a stack and judges what differs.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="against">A plan's file or <see cref="Baseline.None"/>; null for the accepted plan.</param>
    /// <param name="expected">The expected scopes, as given; none allows everything.</param>
    /// <returns>The report.</returns>
    /// <exception cref="WrongOptionException">A scope is wrong, or there is nothing to check it on.</exception>
    public static StackReport Of(PlannedStack stack, string? against, IReadOnlyList<string> expected)
    {
        var baseline = Baseline.Of(stack, against);
        if (baseline is null)
        {
            return expected.Count == 0
                ? new StackReport(stack, null, null, [], [])
                : throw new WrongOptionException([$"--expect needs a plan to compare with, and there is none of '{stack.Plan.Stack}'. Accept one first: accept {stack.Plan.Stack}"]);
        }

        var difference = PlanComparison.Compare(baseline.Plan, stack.Plan, ResourceRules.Instance);
        var (scopes, problems) = ExpectedScopes.Parse(expected, Names(stack, baseline));
        return problems.IsEmpty
            ? new StackReport(
                stack, baseline, difference, ChangeFindings.Of(difference), scopes.IsEmpty ? [] : ScopeCheck.Violations(difference, scopes))
            : throw new WrongOptionException(problems);
    }

    // No stack pins JARs.
    private static ScopeNames Names(PlannedStack stack, Baseline baseline) => new(
        stack.Repositories,
        ImmutableSortedDictionary<string, string>.Empty,
        ScopeNames.WorkloadsOf(baseline.Plan).SetItems(ScopeNames.WorkloadsOf(stack.Plan)));
}
