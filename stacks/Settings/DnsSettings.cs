using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Routing;

namespace EcsPlatform.Stacks.Settings;

/// <summary>The hosted zone of a stack, which exists before it, and its certificates.</summary>
/// <param name="ZoneId">The hosted zone in which the services' names stand.</param>
/// <param name="Domain">The zone's domain.</param>
/// <param name="CertificateArn">The load balancer's certificate; null for a new one of the domain and all names one level below.</param>
/// <param name="CloudFrontCertificateArn">CloudFront's certificate, of us-east-1; null for a new one, like the other.</param>
public sealed record DnsSettings(string ZoneId, string Domain, string? CertificateArn, string? CloudFrontCertificateArn)
{
    private const string New = "a new one of the domain and all names one level below";

    /// <summary>The zone as routes take it.</summary>
    public HostedZone Zone => new(ZoneId, Domain);

    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <param name="account">Where the stack lives.</param>
    /// <returns>The problems, none when the settings are right.</returns>
    public IEnumerable<Problem> Problems(string where, AwsAccount account) =>
    [
        .. Zone.Problems(where),
        .. CertificateArn is null ? [] : SharedLoadBalancerArgs.CertificateProblems(where, CertificateArn, account),
        .. CloudFrontCertificateArn is null
            ? []
            : SharedLoadBalancerArgs.CloudFrontCertificateProblems(where, CloudFrontCertificateArn, account)
                .Select(problem => problem with { Where = $"{where}.cloudFrontCertificate" }),
    ];

    /// <summary>Adds the zone and the certificates to a network.</summary>
    /// <param name="network">The network's arguments.</param>
    /// <returns>The arguments with them.</returns>
    public BaseNetworkArgs AddTo(BaseNetworkArgs network) => network with
    {
        Zone = new DnsZone.Adopt(ZoneId, Domain),
        Certificate = Certificate(CertificateArn),
        CloudFrontCertificate = Certificate(CloudFrontCertificateArn),
    };

    /// <summary>Reads the section.</summary>
    internal static DnsSettings Read(ConfigSection section) => new(
        section.Text("zoneId", "The id of the hosted zone, which exists"),
        section.Text("domain", "The hosted zone's domain"),
        section.TextOrNull("certificate", "The load balancer's certificate", ConfigFormat.Arn("acm", "a certificate in the stack's region"), New),
        section.TextOrNull("cloudFrontCertificate", "CloudFront's certificate", ConfigFormat.Arn("acm", "a certificate in us-east-1"), New));

    private Certificate Certificate(string? arn) => arn is null
        ? new Certificate.Create($"*.{Domain}") { AlternativeNames = [Domain] }
        : new Certificate.Adopt(arn);
}
