using EcsPlatform.Networking;

namespace EcsPlatform.Routing;

/// <summary>What a <see cref="SharedLoadBalancer"/> is made of.</summary>
public sealed record SharedLoadBalancerArgs
{
    /// <summary>
    /// How many certificates a load balancer has at most besides the first, unless AWS has granted more
    /// (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html).
    /// </summary>
    public const int MostAdditionalCertificates = 25;

    // All policies with TLS 1.3 that take nothing older than TLS 1.2.
    private static readonly ImmutableArray<string> SslPolicyStarts = ["ELBSecurityPolicy-TLS13-1-2-", "ELBSecurityPolicy-TLS13-1-3-"];

    /// <summary>The network in which it stands.</summary>
    public required BaseNetwork Network { get; init; }

    /// <summary>Where it stands, and who may connect.</summary>
    public required Exposure Exposure { get; init; }

    /// <summary>
    /// The ARN of the certificate that HTTPS clients see when no other fits, of the load balancer's account and region. It is checked when
    /// it is known: at once, or when the certificate exists.
    /// </summary>
    public required Input<string> CertificateArn { get; init; }

    /// <summary>
    /// The ARNs of more certificates by a name of your own, for clients that ask for another host (SNI); at most 25. The names name
    /// resources: one that stays keeps its certificate attached while others come and go. Each certificate may be named once only, for
    /// removing one of two attachments removes both. Default: none.
    /// </summary>
    public ImmutableSortedDictionary<string, Input<string>> AdditionalCertificateArns { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>
    /// The TLS policy, one that takes TLS 1.3, or 1.3 and 1.2. Default: the one that AWS recommends, <c>ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09</c>:
    /// TLS 1.3 and 1.2 with forward secrecy, and key exchange that withstands quantum computers for clients that know it
    /// (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html).
    /// </summary>
    public string SslPolicy { get; init; } = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

    /// <summary>What becomes of HTTPS requests that no rule takes. Default: <see cref="ListenerDefault.NotFound"/>, 404.</summary>
    public ListenerDefault Default { get; init; } = new ListenerDefault.NotFound();

    /// <summary>After how many quiet seconds a connection is closed, 1 to 4000. Default: 60.</summary>
    public int IdleTimeoutSeconds { get; init; } = 60;

    /// <summary>True refuses deletion until it is switched off. Default: true.</summary>
    public bool DeletionProtection { get; init; } = true;

    /// <summary>
    /// True removes headers with names that are not letters, digits and hyphens, underscores included, before a target sees them.
    /// Default: true.
    /// </summary>
    public bool DropInvalidHeaders { get; init; } = true;

    /// <summary>What becomes of ambiguous requests. Default: <see cref="DesyncMitigation.Defensive"/>, as at AWS.</summary>
    public DesyncMitigation DesyncMitigation { get; init; } = DesyncMitigation.Defensive;

    /// <summary>Where each request is logged. Default: null, nowhere.</summary>
    public LoadBalancerLog? AccessLog { get; init; }

    /// <summary>Where each connection is logged, with its TLS details. Default: null, nowhere.</summary>
    public LoadBalancerLog? ConnectionLog { get; init; }

    /// <summary>The ARN of the regional web ACL that sees each request first; checked when it is known. Default: null, none.</summary>
    public Input<string>? WebAclArn { get; init; }

    /// <summary>Finds what is wrong with these arguments, as far as it is known before anything exists.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
    [
        .. Exposure.Problems($"{where}.exposure"),
        .. CertificateCountProblems(where),
        .. AttributeProblems(where),
        .. AccessLog?.Problems($"{where}.accessLog") ?? [],
        .. ConnectionLog?.Problems($"{where}.connectionLog") ?? [],
    ];

    /// <summary>Finds what is wrong with a certificate for a load balancer.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="certificateArn">The certificate's ARN.</param>
    /// <param name="account">Where the load balancer lives.</param>
    /// <returns>The problems, none when it is right.</returns>
    public static IEnumerable<Problem> CertificateProblems(string where, string certificateArn, AwsAccount account) =>
        Certificate.ArnProblems(where, certificateArn, account)
            .Select(problem => problem with { Where = $"{where}.certificate", Change = "Use a certificate of the load balancer's account and region" });

    /// <summary>Finds what is wrong with a certificate for a distribution of CloudFront.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="certificateArn">The certificate's ARN.</param>
    /// <param name="account">The distribution's account; its region does not matter.</param>
    /// <returns>The problems, none when it is right.</returns>
    public static IEnumerable<Problem> CloudFrontCertificateProblems(string where, string certificateArn, AwsAccount account) =>
        Certificate.ArnProblems(where, certificateArn, account with { Region = Certificate.CloudFrontRegion })
            .Select(problem => problem with { Where = $"{where}.certificate" });

    /// <summary>Finds what is wrong with a web ACL for a load balancer.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="webAclArn">The web ACL's ARN.</param>
    /// <param name="account">Where the load balancer lives.</param>
    /// <returns>The problems, none when it is right.</returns>
    public static IEnumerable<Problem> WebAclProblems(string where, string webAclArn, AwsAccount account)
    {
        var prefix = $"arn:aws:wafv2:{account.Region}:{account.Id}:regional/webacl/";
        if (!webAclArn.StartsWith(prefix, StringComparison.Ordinal) || webAclArn.Length == prefix.Length)
        {
            yield return new Problem(
                $"{where}.webAcl", $"'{webAclArn}'", $"an ARN that begins with {prefix}", "Use a web ACL of the scope Regional in the load balancer's account and region");
        }
    }

    private IEnumerable<Problem> CertificateCountProblems(string where)
    {
        if (AdditionalCertificateArns.Count > MostAdditionalCertificates)
        {
            yield return new Problem(
                $"{where}.additionalCertificates",
                $"{AdditionalCertificateArns.Count} certificates",
                $"at most {MostAdditionalCertificates}",
                "Use certificates with more names or wildcards");
        }

        foreach (var name in AdditionalCertificateArns.Keys.Where(name => !DnsName.IsLabel(name)))
        {
            yield return new Problem($"{where}.additionalCertificates", $"'{name}'", DnsName.ValidLabels, "Choose another name for it");
        }
    }

    private IEnumerable<Problem> AttributeProblems(string where)
    {
        if (!SslPolicyStarts.Any(start => SslPolicy.StartsWith(start, StringComparison.Ordinal)))
        {
            yield return new Problem(
                $"{where}.sslPolicy", $"'{SslPolicy}'", $"a policy that begins with {string.Join(" or ", SslPolicyStarts)}", "Choose one without TLS 1.1 and 1.0");
        }

        foreach (var problem in IdleTimeoutProblems($"{where}.idleTimeout", IdleTimeoutSeconds))
        {
            yield return problem;
        }
    }

    /// <summary>Finds what is wrong with an idle timeout.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <param name="seconds">The timeout, in seconds.</param>
    /// <returns>The problem, none when it is right.</returns>
    public static IEnumerable<Problem> IdleTimeoutProblems(string where, int seconds) => seconds is < 1 or > 4000
        ? [new Problem(where, $"{seconds} s", "1 to 4000 s", "Choose a timeout that AWS allows")]
        : [];
}
