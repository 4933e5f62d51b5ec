using EcsPlatform.Networking;
using EcsPlatform.Routing;

namespace EcsPlatform.Delivery;

/// <content>What can be wrong.</content>
public sealed partial record DistributionArgs
{
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html: more on request.
    private const int MostNames = 100;
    private const int MostBehaviors = 75;
    private const int LongestPattern = 255;

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
    [
        .. Account.Problems($"{where}.account"),
        .. Zone.Problems($"{where}.zone"),
        .. NameProblems(where),
        .. CertificateProblems(where),
        .. Origins.SelectMany(origin => origin.Problems($"{where}.origins.{origin.Name}")),
        .. OriginProblems(where),
        .. Behaviors.SelectMany(of => of.Behavior.Problems($"{where}.{of.Place}", Origins)),
        .. PatternProblems(where),
        .. SharedProblems(where),
        .. ErrorResponse.Problems($"{where}.errorResponses", ErrorResponses),
        .. GeoRestriction.Problems($"{where}.geoRestriction"),
        .. Log.Problems($"{where}.log"),
        .. RootProblems(where),
    ];

    /// <summary>Finds what is wrong with the ARN of a web ACL.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="webAclArn">The ARN.</param>
    /// <param name="account">The distribution's account.</param>
    /// <returns>The problems, none when it is right.</returns>
    public static IEnumerable<Problem> WebAclProblems(string where, string webAclArn, AwsAccount account)
    {
        var prefix = $"arn:aws:wafv2:{Networking.Certificate.CloudFrontRegion}:{account.Id}:global/webacl/";
        if (!webAclArn.StartsWith(prefix, StringComparison.Ordinal) || webAclArn.Length == prefix.Length)
        {
            yield return new Problem(
                $"{where}.webAcl",
                $"'{webAclArn}'",
                $"an ARN that begins with {prefix}",
                "Use a web ACL of the scope CloudFront, made with a provider of us-east-1");
        }
    }

    /// <summary>A new certificate for all names.</summary>
    internal Certificate.Create NewCertificate => new(AllNames[0]) { AlternativeNames = [.. AllNames.Skip(1)] };

    private IEnumerable<Problem> NameProblems(string where)
    {
        if (Names.IsEmpty)
        {
            yield return new Problem($"{where}.names", "none", "one or more", "Name the distribution: its own name is nothing to remember");
        }

        if (AllNames.Length > MostNames)
        {
            yield return new Problem(
                $"{where}.names", $"{AllNames.Length} names", $"at most {MostNames}", "Use a wildcard, or a second distribution");
        }

        foreach (var name in AllNames.Where(name => !DnsName.IsDomain(ValidationRecords.HostOf(name))))
        {
            yield return new Problem($"{where}.names", $"'{name}'", $"{DnsName.ValidDomains}, or *. and such a domain", "Correct the name");
        }

        foreach (var name in Names.Where(name => !Zone.Holds(name)))
        {
            yield return new Problem(
                $"{where}.names", $"'{name}'", $"names in {Zone.DomainName}", "Put it into OtherNames when somebody else makes its record");
        }

        foreach (var same in AllNames.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.names", $"'{same.Key}' {same.Count()} times", "each name once", "Leave the others out");
        }
    }

    // Wrong names are reported once.
    private IEnumerable<Problem> CertificateProblems(string where) => Certificate is ViewerCertificate.Create && !NameProblems(where).Any()
        ? NewCertificate.Problems(
            $"{where}.certificate",
            Account with { Region = Networking.Certificate.CloudFrontRegion },
            new DnsZone.Create(Zone.DomainName))
        : [];

    private IEnumerable<Problem> OriginProblems(string where)
    {
        if (Origins.IsEmpty)
        {
            yield return new Problem($"{where}.origins", "none", "one or more", "Say where CloudFront gets what it does not have");
        }

        foreach (var same in Origins.GroupBy(origin => origin.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem(
                $"{where}.origins.{same.Key}", $"{same.Count()} origins of this name", "one", "Give each origin a name of its own");
        }
    }

    private IEnumerable<Problem> PatternProblems(string where)
    {
        if (OrderedBehaviors.Length >= MostBehaviors)
        {
            yield return new Problem(
                $"{where}.behaviors", $"{OrderedBehaviors.Length + 1} behaviours", $"at most {MostBehaviors}", "Use wider patterns");
        }

        foreach (var ordered in OrderedBehaviors)
        {
            foreach (var problem in PolicyNames.Problems($"{where}.{ordered.Name}", ordered.Name))
            {
                yield return problem;
            }

            if (ordered.PathPattern.Length is 0 or > LongestPattern)
            {
                yield return new Problem(
                    $"{where}.{ordered.Name}.pathPattern",
                    $"{ordered.PathPattern.Length} characters",
                    $"1 to {LongestPattern}",
                    "Give a pattern that CloudFront takes");
            }
        }

        foreach (var same in Behaviors.GroupBy(of => of.Place, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem(
                $"{where}.{same.Key}", $"{same.Count()} behaviours of this name", "one", "Give each behaviour a name of its own");
        }

        for (var i = 0; i < OrderedBehaviors.Length; i++)
        {
            var later = OrderedBehaviors[i];
            if (OrderedBehaviors.Take(i).FirstOrDefault(earlier => Covers(earlier.PathPattern, later.PathPattern)) is { } first)
            {
                yield return new Problem(
                    $"{where}.{later.Name}.pathPattern",
                    $"'{later.PathPattern}' after '{first.PathPattern}' of '{first.Name}'",
                    "patterns that match something which no earlier one does",
                    $"Put '{later.Name}' before '{first.Name}'");
            }
        }
    }

    // CloudFront takes patterns with and without a leading slash for the same.
    private static bool Covers(string wide, string narrow) => WildcardPattern.Covers(Slashed(wide), Slashed(narrow));

    private static string Slashed(string pattern) => pattern.StartsWith('/') || pattern.StartsWith('*') ? pattern : $"/{pattern}";

    private IEnumerable<Problem> SharedProblems(string where)
    {
        List<CacheBehavior> behaviors = [.. Behaviors.Select(of => of.Behavior)];
        var users = behaviors.SelectMany(of => of.Functions).OfType<EdgeFunction.BasicAuth>()
            .Select(auth => auth.Store).OfType<CredentialStore.Create>().SelectMany(store => store.Users).ToList();
        var cache = behaviors.Select(of => of.CachePolicy).OfType<CachePolicy.Own>();
        var requests = behaviors.Select(of => of.OriginRequestPolicy).OfType<OriginRequestPolicy.Own>();
        var responses = behaviors.Select(of => of.ResponseHeadersPolicy).OfType<ResponseHeadersPolicy.Own>();
        return
        [
            .. PolicyNames.Duplicates(where, "cachePolicies", cache, policy => policy.Name),
            .. PolicyNames.Duplicates(where, "originRequestPolicies", requests, policy => policy.Name),
            .. PolicyNames.Duplicates(where, "responseHeadersPolicies", responses, policy => policy.Name),
            .. users.Select(user => user.Label).Distinct(StringComparer.Ordinal).SelectMany(label => PolicyNames.Problems($"{where}.users", label)),
            .. PolicyNames.Duplicates(where, "users", users, user => user.Label),
        ];
    }

    private IEnumerable<Problem> RootProblems(string where)
    {
        if (DefaultRootObject is { } root && (root.Length == 0 || root.StartsWith('/')))
        {
            yield return new Problem(
                $"{where}.defaultRootObject", $"'{root}'", "a path without a leading slash", "Give it as in index.html");
        }
    }
}
