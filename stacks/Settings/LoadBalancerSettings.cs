using EcsPlatform.Foundations;
using EcsPlatform.Routing;

namespace EcsPlatform.Stacks.Settings;

/// <summary>What a stack says of its load balancer.</summary>
/// <param name="IdleTimeout">For how long a connection may be silent, in seconds. Default: 60.</param>
public sealed record LoadBalancerSettings(int IdleTimeout)
{
    /// <summary>The config key, without the namespace.</summary>
    internal const string Section = "load-balancer";

    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <returns>The problem, none when the settings are right.</returns>
    internal IEnumerable<Problem> Problems(string where) => SharedLoadBalancerArgs.IdleTimeoutProblems($"{where}.idleTimeout", IdleTimeout);

    /// <summary>Reads the section.</summary>
    internal static LoadBalancerSettings Read(ConfigSection section) => new(section.OptionalNumber("idleTimeout", 60, "For how long a connection may be silent, in seconds"));
}
