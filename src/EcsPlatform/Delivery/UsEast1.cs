using EcsPlatform.Networking;

namespace EcsPlatform.Delivery;

/// <summary>The provider of us-east-1, which a component gets in its options: there are CloudFront's certificates, web ACLs and functions.</summary>
internal static class UsEast1
{
    /// <summary>Finds the provider. When there are several of AWS, it is the last one, which is also Pulumi's choice.</summary>
    /// <param name="component">The component's class, for the message.</param>
    /// <param name="name">The component's name, for the message.</param>
    /// <param name="options">The component's options.</param>
    /// <returns>The provider.</returns>
    /// <exception cref="InvalidArgsException">There is none; the message shows the line to write.</exception>
    public static ProviderResource ProviderOf(string component, string name, ComponentResourceOptions? options)
    {
        InvalidArgsException.ThrowIfAny($"{component} '{name}'", Problems(component, name, options));
        return Find(options)!;
    }

    /// <summary>Finds whether the provider is missing.</summary>
    /// <param name="component">The component's class, for the message.</param>
    /// <param name="name">The component's name, for the message.</param>
    /// <param name="options">The component's options.</param>
    /// <returns>A problem that shows the line to write; none when there is a provider.</returns>
    public static IEnumerable<Problem> Problems(string component, string name, ComponentResourceOptions? options)
    {
        if (Find(options) is null)
        {
            yield return new Problem(
                $"{name}.options.providers",
                "no provider of AWS",
                $"a provider of {Certificate.CloudFrontRegion}, where CloudFront's certificates, web ACLs and functions are",
                $"Write: new {component}(\"{name}\", args, new ComponentResourceOptions {{ Providers = {{ new Pulumi.Aws.Provider(\"{Certificate.CloudFrontRegion}\", "
                    + $"new Pulumi.Aws.ProviderArgs {{ Region = \"{Certificate.CloudFrontRegion}\" }}) }} }})");
        }
    }

    /// <summary>A value that is known only when the provider is right.</summary>
    /// <param name="where">What it belongs to, for the message.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    public static Output<string> Checked(string where, ProviderResource provider, Output<string> value) =>
        provider is Pulumi.Aws.Provider aws
            ? Output.Tuple(value, aws.Region).Apply(both =>
            {
                InvalidArgsException.ThrowIfAny(where, RegionProblems(where, both.Item2));
                return both.Item1;
            })
            : value;

    private static IEnumerable<Problem> RegionProblems(string where, string? region)
    {
        if (region is { } given && given != Certificate.CloudFrontRegion)
        {
            yield return new Problem(
                $"{where}.options.providers", $"a provider of {given}", $"one of {Certificate.CloudFrontRegion}", "Put the provider of that region last");
        }
    }

    /// <summary>The options without the provider of us-east-1, for a component of which only a part is there.</summary>
    /// <param name="options">The component's options.</param>
    /// <returns>The options; the provider of AWS before the last, where there is one, stays.</returns>
    public static ComponentResourceOptions Without(ComponentResourceOptions? options)
    {
        var given = Given(options);
        if (Find(options) is { } usEast1)
        {
            // By its place, for a stack of us-east-1 gives one provider twice.
            given.RemoveAt(given.LastIndexOf(usEast1));
        }

        var rest = ComponentResourceOptions.Merge(options, null);
        // Merging may have moved a provider from one property to the other, and components take only one of them.
        rest.Provider = null;
        rest.Providers = given;
        return rest;
    }

    /// <summary>The options of a component that needs us-east-1 only for some of its parts: where it is given although none is there, nothing moves.</summary>
    /// <param name="options">The component's options.</param>
    /// <param name="needed">Whether such a part is there.</param>
    /// <returns>The options without the provider of us-east-1; those of one provider, which is not needed there, as they are.</returns>
    public static ComponentResourceOptions? WithoutLater(ComponentResourceOptions? options, bool needed) =>
        needed || Given(options).OfType<Pulumi.Aws.Provider>().Skip(1).Any() ? Without(options) : options;

    private static Pulumi.Aws.Provider? Find(ComponentResourceOptions? options) => Given(options).OfType<Pulumi.Aws.Provider>().LastOrDefault();

    private static List<ProviderResource> Given(ComponentResourceOptions? options) =>
        [.. new[] { options?.Provider }.OfType<ProviderResource>(), .. options?.Providers ?? []];
}
