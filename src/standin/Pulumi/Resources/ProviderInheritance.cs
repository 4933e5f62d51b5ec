using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Which provider a resource uses and which ones its children inherit.</summary>
internal static class ProviderInheritance
{
    private const string ProviderPrefix = "pulumi:providers:";

    public static (ProviderResource? Own, ImmutableDictionary<string, ProviderResource> Inherited) Of(
        Resource resource, ResourceOptions options, Resource? parent)
    {
        var inherited = parent?.Providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (options is ComponentResourceOptions component)
        {
            return (null, OfComponent(resource, component, inherited));
        }

        var package = PackageOf(resource.GetResourceType());
        if (options.Provider is { } own)
        {
            return (own, package is null ? inherited : inherited.SetItem(package, own));
        }

        return (package is null ? null : inherited.GetValueOrDefault(package), inherited);
    }

    /// <summary>The package of a type or function token; null when the token has not three parts.</summary>
    public static string? PackageOf(string token) => token.Split(':') is [var package, _, _] ? package : null;

    private static ImmutableDictionary<string, ProviderResource> OfComponent(
        Resource resource, ComponentResourceOptions options, ImmutableDictionary<string, ProviderResource> inherited)
    {
        if (options.Provider is not null && options.Providers.Count > 0)
        {
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", resource);
        }

        foreach (var provider in options.Provider is { } single ? [single] : options.Providers)
        {
            inherited = inherited.SetItem(provider.GetResourceType()[ProviderPrefix.Length..], provider);
        }

        return inherited;
    }
}
