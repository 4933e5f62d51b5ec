using Pulumi;

namespace EcsPlatform.Preview.Recording;

/// <summary>What a resource's options say, with what it inherits.</summary>
internal static class OptionsOf
{
    private const string AwsProviderType = "pulumi:providers:aws";

    public static string? ImportId(this ResourceOptions options) => (options as CustomResourceOptions)?.ImportId;

    /// <summary>The AWS provider that a component hands to its children: its own or the nearest ancestor's.</summary>
    public static ProviderResource? AwsProvider(this Registration registration)
    {
        var own = registration.Options is ComponentResourceOptions component ? component.Providers : [];
        return own.Append(registration.Options.Provider)
            .OfType<ProviderResource>()
            .LastOrDefault(provider => provider.GetResourceType() == AwsProviderType)
            ?? registration.Parent?.AwsProvider();
    }
}
