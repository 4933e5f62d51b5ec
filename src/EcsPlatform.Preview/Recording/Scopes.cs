using System.Text.Json;
using EcsPlatform.Preview.Aws;

namespace EcsPlatform.Preview.Recording;

/// <summary>Account and region of resources whose provider does not say them.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Region">For example <c>eu-west-1</c>.</param>
internal sealed record DefaultScope(string AccountId, string Region);

/// <summary>Where resources live, as far as their provider says it.</summary>
internal static class Scopes
{
    /// <summary>The scope of a resource, by the reference to its provider that the mocked engine got.</summary>
    public static AwsScope Of(Recorder recorder, string providerReference, DefaultScope fallback) =>
        Of(ProviderOf(recorder, providerReference), fallback);

    /// <summary>The scope of the resources of a provider; null is the default provider.</summary>
    public static AwsScope Of(Registration? provider, DefaultScope fallback)
    {
        var inputs = provider?.WireInputs;
        var region = inputs?.GetValueOrDefault("region") as string ?? fallback.Region;
        var account = FirstAccount(inputs?.GetValueOrDefault("allowedAccountIds") as string) ?? fallback.AccountId;
        var partition = region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
            : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
            : "aws";
        return new AwsScope(account, region, partition);
    }

    /// <summary>The first account of a list in JSON; null when there is none.</summary>
    public static string? FirstAccount(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<string[]>(json)?.FirstOrDefault();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The provider that a reference, its URN and its id, means. The mocked engine shortens URNs; ids are unique.</summary>
    public static Registration? ProviderOf(Recorder recorder, string reference) => reference.Length == 0
        ? null
        : recorder.Registrations.FirstOrDefault(registration =>
            registration.Id is { } id && registration.Resource is Pulumi.ProviderResource && reference.EndsWith($"::{id}", StringComparison.Ordinal));
}
