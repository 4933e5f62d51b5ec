namespace EcsPlatform.Plans.Tests.Files;

/// <summary>Makes small plans by hand.</summary>
internal static class Plans
{
    public const string Prefix = "urn:pulumi:staging::ecs-platform::";

    public static Plan Of(params PlannedResource[] resources) => Plan.Of("ecs-platform", "staging", resources);

    public static PlannedResource Resource(string name, string type = "a:b:C") => new() { Urn = $"{Prefix}{type}::{name}", Type = type, Name = name };

    public static PropertyValue.Map Map(params (string Name, PropertyValue Value)[] entries) =>
        PropertyValue.Map.Of(entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value)));

    public static PropertyValue.Text Text(string text) => new(text);
}
