using EcsPlatform.Networking;
using EcsPlatform.Stacks.Settings;
using Pulumi.Aws.Inputs;
using Aws = Pulumi.Aws;

namespace EcsPlatform.Stacks;

/// <summary>The AWS providers of a stack: both give the stack's tags, and refuse every account but the stack's.</summary>
/// <param name="Regional">The provider of the stack's region.</param>
/// <param name="UsEast1">The provider of us-east-1, where CloudFront's certificates and web ACLs live; the other one in a stack of that region.</param>
internal sealed record Providers(Aws.Provider Regional, Aws.Provider UsEast1)
{
    /// <summary>Makes the providers.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <returns>The providers, to be handed to the components.</returns>
    public static Providers Of(PlatformSettings settings)
    {
        var region = settings.Account.Region;
        var regional = Make(region, settings);
        return new Providers(regional, region == Certificate.CloudFrontRegion ? regional : Make(Certificate.CloudFrontRegion, settings));
    }

    private static Aws.Provider Make(string region, PlatformSettings settings)
    {
        var args = new Aws.ProviderArgs
        {
            Region = region,
            AllowedAccountIds = { settings.Account.Id },
            DefaultTags = new ProviderDefaultTagsArgs { Tags = settings.Tags.Tags.ToDictionary() },
        };
        if (settings.Place.Role is { } role)
        {
            // The session's name stands in CloudTrail.
            args.AssumeRoles.Add(new ProviderAssumeRoleArgs { RoleArn = role, SessionName = $"pulumi-{settings.Stack}" });
        }

        return new Aws.Provider(region, args);
    }
}
