namespace EcsPlatform.Workflows.Tests;

/// <summary>What must hold in every workflow. A rule yields its problems, each with where it is and what to change.</summary>
internal static class Rules
{
    /// <summary>The rules by name.</summary>
    public static IReadOnlyDictionary<string, Func<Workflow, IEnumerable<string>>> All { get; } = new Dictionary<string, Func<Workflow, IEnumerable<string>>>
    {
        ["pins"] = ActionRules.Pins,
        ["checkout"] = ActionRules.Checkout,
        ["permissions"] = RightRules.Permissions,
        ["credentials"] = RightRules.Credentials,
        ["triggers"] = RightRules.Triggers,
        ["timeouts"] = RunRules.Timeouts,
        ["concurrency"] = RunRules.Concurrency,
        ["shell"] = RunRules.Shell,
        ["interpolation"] = RunRules.Interpolation,
        ["commands"] = CommandRules.Commands,
        ["references"] = ReferenceRules.References,
        ["order"] = DeployRules.Order,
        ["confirmation"] = DeployRules.Confirmation,
        ["stacks"] = DeployRules.Stacks,
    };
}
