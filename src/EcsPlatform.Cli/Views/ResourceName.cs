using EcsPlatform.Plans;

namespace EcsPlatform.Cli.Views;

/// <summary>Resources by the names that people use: type and logical name.</summary>
internal static class ResourceName
{
    private const string UrnPrefix = "urn:pulumi:";

    /// <summary>The resource as a list has it.</summary>
    /// <returns>For example <c>aws:ecs/service:Service staging-viewer</c>.</returns>
    public static string Long(PlannedResource resource) => LineText.Printable($"{resource.Type} {resource.Name}");

    /// <summary>The resource of a URN as running text has it.</summary>
    /// <returns>For example <c>Service staging-viewer</c>; what is no URN stays as it is.</returns>
    public static string Short(string urn) => LineText.Printable(Parts(urn) is var (types, name) ? $"{types[(types.LastIndexOfAny([':', '$']) + 1)..]} {name}" : urn);

    /// <summary>The resource of a URN with the types of its ancestors.</summary>
    /// <returns>For example <c>ecs-platform:workloads:EcsWorkload$aws:ecs/service:Service staging-viewer</c>; what is no URN stays as it is.</returns>
    public static string Qualified(string urn) => LineText.Printable(Parts(urn) is var (types, name) ? $"{types} {name}" : urn);

    private static (string Types, string Name)? Parts(string urn) =>
        urn.StartsWith(UrnPrefix, StringComparison.Ordinal) && urn.Split("::", 4) is [_, _, var types, var name] ? (types, name) : null;
}
