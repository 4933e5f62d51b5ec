using EcsPlatform.Foundations;
using EcsPlatform.Workloads;

namespace EcsPlatform.Stacks.Settings;

/// <summary>What a stack says of its image server.</summary>
/// <param name="Host">The host name, without the zone and without the stack's name, which comes before it. Default: <c>rti-images</c>.</param>
public sealed record ImageServerSettings(string Host)
{
    /// <summary>The config key, without the namespace.</summary>
    internal const string Section = "image-server";

    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <param name="stack">The stack's name.</param>
    /// <returns>The problem, none when the settings are right.</returns>
    internal IEnumerable<Problem> Problems(string where, string stack) => HttpRoute.HostProblems(where, $"{stack}-{Host}");

    /// <summary>Reads the section.</summary>
    internal static ImageServerSettings Read(ConfigSection section) => new(section.OptionalText(
        "host", "rti-images", "The host name, without the zone and without the stack's name, which comes before it"));
}
