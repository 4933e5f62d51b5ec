using EcsPlatform.Foundations;
using EcsPlatform.Routing;

namespace EcsPlatform.Stacks.Settings;

/// <summary>Names and certificate of a stack.</summary>
/// <param name="Zone">The hosted zone in which the services' names stand.</param>
/// <param name="CertificateArn">The load balancer's certificate.</param>
public sealed record DnsSettings(HostedZone Zone, string CertificateArn)
{
    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <param name="account">Where the stack lives.</param>
    /// <returns>The problems, none when the settings are right.</returns>
    public IEnumerable<Problem> Problems(string where, AwsAccount account) =>
        Zone.Problems(where).Concat(SharedLoadBalancerArgs.CertificateProblems(where, CertificateArn, account));

    /// <summary>Reads the section.</summary>
    internal static DnsSettings Read(ConfigSection section) =>
        new(new HostedZone(section.Text("zoneId"), section.Text("domain")), section.Text("certificate"));
}
