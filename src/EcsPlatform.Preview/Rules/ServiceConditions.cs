
namespace EcsPlatform.Preview.Rules;

/// <summary>Conditional replacement of services, functions, parameters, documents and alarms.</summary>
internal static class ServiceConditions
{
    public static IEnumerable<KeyValuePair<(string Type, string Input), ConditionalReplacement>> Rows { get; } =
    [
        KeyValuePair.Create(("aws:ecs/service:Service", "capacityProviderStrategies"), CapacityProviders),
        // That these two replace is not verified; a replacement that does not come does less harm than one that nobody expects.
        KeyValuePair.Create(
            ("aws:lambda/function:Function", "capacityProviderConfig"), ConditionalReplacement.WhenItComesOrGoes("capacityProviderConfig")),
        KeyValuePair.Create(("aws:lambda/function:Function", "durableConfig"), ConditionalReplacement.WhenItComesOrGoes("durableConfig")),
        KeyValuePair.Create(("aws:ssm/parameter:Parameter", "tier"), Tier),
        KeyValuePair.Create(("aws:ssm/document:Document", "content"), Document),
        KeyValuePair.Create(("aws:cloudwatch/compositeAlarm:CompositeAlarm", "actionsEnabled"), AlarmActions),
    ];

    // In place, as long as a new deployment is forced.
    private static ConditionalReplacement CapacityProviders => new(
        change => change.New.Flag("forceNewDeployment", false) is not true,
        inputs => inputs.Flag("forceNewDeployment", false) is true ? null : inputs.Given("capacityProviderStrategies"));

    // One plan cannot tell: a parameter goes up in place.
    private static ConditionalReplacement Tier => new(
        change => change.Old.Text("tier", "Standard") is "Advanced" or InputValues.Unreadable
            && change.New.Text("tier", "Standard") is "Standard" or InputValues.Unreadable);

    // Documents of the first schema have one version for ever.
    private static ConditionalReplacement Document => new(
        change => DocumentSchema.MayBeFirst(change.Old),
        inputs => DocumentSchema.MayBeFirst(inputs) ? inputs.Given("content") : null);

    private static ConditionalReplacement AlarmActions => new(
        change => (change.Old.Flag("actionsEnabled", true), change.New.Flag("actionsEnabled", true)) is var (old, @new)
            && (old != @new || @new is null),
        inputs => inputs.Flag("actionsEnabled", true) is true ? null : inputs.Given("actionsEnabled"));
}
