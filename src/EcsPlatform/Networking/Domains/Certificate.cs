namespace EcsPlatform.Networking;

/// <summary>A certificate of AWS Certificate Manager: a new one that DNS validates, or one that exists.</summary>
public abstract record Certificate
{
    /// <summary>
    /// The only region whose certificates CloudFront takes
    /// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html).
    /// </summary>
    public const string CloudFrontRegion = "us-east-1";

    // https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html: 10 to begin with, up to 100 on request.
    private const int MostNames = 100;

    // The common name: https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
    private const int LongestFirstName = 64;

    private Certificate()
    {
    }

    /// <summary>A new certificate, validated by records in the zone; whoever uses it waits until it is valid.</summary>
    /// <param name="Domain">The first name, at most 64 characters: a domain, or <c>*.</c> and a domain for all names one level below.</param>
    public sealed record Create(string Domain) : Certificate
    {
        /// <summary>
        /// More names, each a domain or <c>*.</c> and a domain; with the first at most 100, of which AWS grants 10 without being asked.
        /// Default: none.
        /// </summary>
        public ImmutableArray<string> AlternativeNames { get; init; } = [];

        /// <summary>How long resolvers may keep the validation records, in seconds, 60 to 172,800. Default: 300.</summary>
        public int RecordTtlSeconds { get; init; } = 300;

        /// <summary>All names, the first first.</summary>
        internal ImmutableArray<string> Names => AlternativeNames.Insert(0, Domain);
    }

    /// <summary>A certificate that exists and that somebody else manages.</summary>
    /// <param name="Arn">The certificate's ARN.</param>
    public sealed record Adopt(string Arn) : Certificate;

    /// <summary>Finds what is wrong with this certificate.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <param name="account">The account and the region in which it is used; for CloudFront the region is <see cref="CloudFrontRegion"/>.</param>
    /// <param name="zone">The zone in which a new certificate's names lie; null when there is none.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, AwsAccount account, DnsZone? zone) => this switch
    {
        Create create => CreateProblems(where, create, zone),
        Adopt adopt => ArnProblems(where, adopt.Arn, account),
        _ => [],
    };

    /// <summary>Finds what is wrong with the ARN of a certificate that exists.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="arn">The ARN.</param>
    /// <param name="account">The account and the region in which it is used.</param>
    /// <returns>The problems, none when it is right.</returns>
    public static IEnumerable<Problem> ArnProblems(string where, string arn, AwsAccount account)
    {
        const string Kind = "certificate/";
        var allowed = new Arn("aws", "acm", account.Region, account.Id, Kind);
        if (!Arn.TryParse(arn, out var found)
            || found.Resource.Length <= Kind.Length
            || found with { Resource = found.Resource[..Kind.Length] } != allowed)
        {
            yield return new Problem(
                $"{where}.arn",
                $"'{arn}'",
                $"an ARN that begins with {allowed}",
                account.Region == CloudFrontRegion
                    ? $"Use a certificate of the account in {CloudFrontRegion}: CloudFront takes no other"
                    : "Use a certificate of the account and the region: a load balancer takes no other");
        }
    }

    private static IEnumerable<Problem> CreateProblems(string where, Create create, DnsZone? zone)
    {
        if (zone is null)
        {
            yield return new Problem($"{where}.domain", "a new certificate without a zone", "one with a zone", "Give the zone, which holds the records that validate it");
        }

        if (create.Domain.Length > LongestFirstName)
        {
            yield return new Problem(
                $"{where}.domain",
                $"{create.Domain.Length} characters",
                $"at most {LongestFirstName}",
                "Put a shorter name first: only alternative names may be longer");
        }

        if (create.Names.Length > MostNames)
        {
            yield return new Problem($"{where}.alternativeNames", $"{create.Names.Length} names", $"at most {MostNames}", "Use a wildcard, or a second certificate");
        }

        foreach (var name in create.Names.Where(name => !DnsName.IsDomain(ValidationRecords.HostOf(name))))
        {
            yield return new Problem($"{where}.domain", $"'{name}'", $"{DnsName.ValidDomains}, or *. and such a domain", "Correct the name");
        }

        foreach (var name in create.Names.Where(name => zone is not null && !zone.Holds(name)))
        {
            yield return new Problem($"{where}.domain", $"'{name}'", $"names in {zone!.Domain}", "Name what lies in the zone: only there can records validate it");
        }

        foreach (var same in create.Names.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.alternativeNames", $"'{same.Key}' {same.Count()} times", "each name once", "Leave the others out");
        }

        // Above two days nothing is gained, and a mistake stays as long.
        if (create.RecordTtlSeconds is < 60 or > 172_800)
        {
            yield return new Problem($"{where}.recordTtl", $"{create.RecordTtlSeconds} s", "60 to 172800 s", "Choose a time in between");
        }
    }
}
