using System.Collections.Immutable;
using System.Text.Json;

namespace EcsPlatform.Preview.Recording;

/// <summary>
/// The packages whose default provider a stack's config switches off, in the list <c>pulumi:disable-default-providers</c>
/// (https://github.com/pulumi/pulumi/pull/8829): the engine refuses resources of them that name no provider.
/// </summary>
/// <param name="Disabled">The packages; <c>*</c> stands for all.</param>
internal sealed record DefaultProviders(ImmutableHashSet<string> Disabled)
{
    private const string Key = "pulumi:disable-default-providers";

    /// <summary>Reads the list.</summary>
    /// <param name="config">The stack's config.</param>
    /// <returns>The packages, none when there is no list.</returns>
    public static DefaultProviders Of(ImmutableSortedDictionary<string, ConfigValue> config)
    {
        try
        {
            return new DefaultProviders([.. JsonSerializer.Deserialize<string[]>(config.GetValueOrDefault(Key)?.Text ?? "[]") ?? []]);
        }
        catch (JsonException)
        {
            throw new PreviewException($"{Key}: '{config[Key].Text}'. Allowed: a list of packages, such as [aws]. Write a list.");
        }
    }

    /// <summary>What the engine would say of a resource or a function call without a provider.</summary>
    /// <param name="token">Its type or token, for example <c>aws:s3/bucket:Bucket</c>.</param>
    /// <param name="name">What is shown of it.</param>
    /// <param name="provider">The provider that it names; empty for none.</param>
    /// <returns>The reason; null when it is fine.</returns>
    public string? Refusal(string token, string name, string provider)
    {
        var package = token.Split(':')[0];
        return provider.Length == 0 && package != "pulumi" && (Disabled.Contains(package) || Disabled.Contains("*"))
            ? $"{name} names no provider, and the default provider of '{package}' is disabled ({Key}). Hand it one, by itself or by its parent."
            : null;
    }
}
