using EcsPlatform.Stacks.Settings;
using Pulumi.Aws.Inputs;
using Aws = Pulumi.Aws;

namespace EcsPlatform.Stacks;

/// <summary>The AWS provider of a stack: its region, its tags, and no account but the stack's.</summary>
internal static class Provider
{
    /// <summary>Makes the provider.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <returns>The provider, to be handed to the components.</returns>
    public static Aws.Provider Of(PlatformSettings settings) => new(
        settings.Account.Region,
        new Aws.ProviderArgs
        {
            Region = settings.Account.Region,
            AllowedAccountIds = { settings.Account.Id },
            DefaultTags = new ProviderDefaultTagsArgs
            {
                Tags = { ["Environment"] = settings.Stack, ["Project"] = PlatformSettings.Namespace, ["ManagedBy"] = "Pulumi" },
            },
        });
}
