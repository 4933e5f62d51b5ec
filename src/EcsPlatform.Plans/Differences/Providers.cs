namespace EcsPlatform.Plans.Differences;

/// <summary>What is particular about the resources that stand for providers.</summary>
internal static class Providers
{
    private const string Type = "pulumi:providers:";

    /// <summary>Whether a resource is a provider.</summary>
    public static bool Is(PlannedResource resource) => resource.Type.StartsWith(Type, StringComparison.Ordinal);

    /// <summary>Whether a URN is that of a provider that the engine makes by itself; a preview knows explicit ones only.</summary>
    public static bool IsDefault(string urn) => urn.Split("::") is [.., var type, var name]
        && type.Contains(Type, StringComparison.Ordinal) && name.StartsWith("default", StringComparison.Ordinal);

    /// <summary>The URN of a resource's provider; null when the plan does not name it.</summary>
    public static string? UrnOf(PlannedResource resource) =>
        resource.Provider is { } provider && provider.LastIndexOf("::", StringComparison.Ordinal) is > 0 and var end ? provider[..end] : null;
}
