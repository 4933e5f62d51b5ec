using System.Collections.Immutable;
using EcsPlatform.Cli.Views;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Files;
using EcsPlatform.Plans.Scopes;
using EcsPlatform.Preview;
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

    /// <summary>What views show of a difference.</summary>
    /// <exception cref="InvalidOperationException">There was nothing to compare with.</exception>
    public DifferenceReport ToView() => Baseline is null || Difference is null
        ? throw new InvalidOperationException("There was nothing to compare with.")
        : new DifferenceReport(new ReportHeader(Stack.Source, PulumiPackages.Description, Baseline.Name), Difference) { Findings = Findings, Violations = Violations };

    /// <summary>Runs a stack's program, compares the stack and judges what differs.</summary>
    /// <param name="name">The stack's name.</param>
    /// <param name="options">What to compare with, and what may change.</param>
    /// <returns>The report.</returns>
    /// <exception cref="PreviewException">The file, the config or the program is wrong.</exception>
    /// <exception cref="PlanFileException">What to compare with cannot be read, or is another stack's.</exception>
    /// <exception cref="WrongOptionException">A scope is wrong, or an option needs something to compare with and there is nothing.</exception>
    public static async Task<StackReport> OfAsync(string name, PreviewOptions options)
    {
        var configured = ConfiguredStack.Read(name);
        // Read while the program runs; what is wrong with it is told only when the program is right.
        var baseline = Task.Run(() => Baseline.Of(configured, options.Against));
        var stack = await PlannedStack.OfAsync(configured);
        return Of(stack, await baseline, options);
    }

    private static StackReport Of(PlannedStack stack, Baseline? baseline, PreviewOptions options)
    {
        if (baseline is null)
        {
            return options.NeedingBaseline is { } option
                ? throw new WrongOptionException([
                    $"{option} needs a plan to compare with, and there is none of '{stack.Plan.Stack}'. Accept one first: accept {stack.Plan.Stack}"])
                : new StackReport(stack, null, null, [], []);
        }

        var (scopes, problems) = ExpectedScopes.Parse(options.Expected, Names(stack, baseline));
        if (!problems.IsEmpty)
        {
            throw new WrongOptionException(problems);
        }

        var report = Compare(stack, baseline);
        return scopes.IsEmpty ? report : report with { Violations = ScopeCheck.Violations(report.Difference!, scopes) };
    }

    /// <summary>Compares a stack with something; any change may be.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="baseline">What it is compared with.</param>
    /// <returns>The report.</returns>
    public static StackReport Compare(PlannedStack stack, Baseline baseline)
    {
        var difference = PlanComparison.Compare(baseline.Plan, stack.Plan, ResourceRules.Instance);
        return new StackReport(stack, baseline, difference, ChangeFindings.Of(difference), []);
    }

    private static ScopeNames Names(PlannedStack stack, Baseline baseline) => new(
        stack.Repositories,
        stack.Jars,
        ScopeNames.WorkloadsOf(baseline.Plan).SetItems(ScopeNames.WorkloadsOf(stack.Plan)));
}
