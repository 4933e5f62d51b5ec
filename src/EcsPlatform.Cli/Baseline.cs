using EcsPlatform.Plans;
using EcsPlatform.Plans.Files;

namespace EcsPlatform.Cli;

/// <summary>What a stack is compared with.</summary>
/// <param name="Plan">The plan that holds now.</param>
/// <param name="Name">How it is called: its file.</param>
internal sealed record Baseline(Plan Plan, string Name)
{
    /// <summary>The word for comparing with nothing.</summary>
    public const string None = "none";

    /// <summary>Reads what a stack is compared with.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="against">A plan's file or <see cref="None"/>; null for the accepted plan.</param>
    /// <returns>The plan; null when there is nothing to compare with: <see cref="None"/>, or no accepted plan.</returns>
    /// <exception cref="PlanFileException">The file cannot be read, or is another stack's.</exception>
    public static Baseline? Of(ConfiguredStack stack, string? against)
    {
        if (against == None || (against is null && !File.Exists(stack.AcceptedPlanPath)))
        {
            return null;
        }

        var name = against ?? stack.AcceptedPlanName;
        var plan = PlanFile.Load(against ?? stack.AcceptedPlanPath);
        return (plan.Project, plan.Stack) == (stack.Project.Name, stack.Settings.Stack)
            ? new Baseline(plan, name)
            : throw new PlanFileException(
                $"{name}: holds the stack {plan.Project}/{plan.Stack}, and {stack.Project.Name}/{stack.Settings.Stack} is previewed; " +
                "compare with a plan or an export of the same stack");
    }
}
