using EcsPlatform.Routing;

namespace EcsPlatform.Delivery;

/// <summary>Where CloudFront gets what it does not have. It connects by HTTPS only.</summary>
public abstract record Origin
{
    private const int UsualReadTimeoutQuotaSeconds = 120;

    private Origin(string name)
    {
        Name = name;
    }

    /// <summary>The label by which behaviours name it.</summary>
    public string Name { get; }

    /// <summary>What goes before the path of each request, with a leading and without a trailing slash. Default: nothing.</summary>
    public string Path { get; init; } = "";

    /// <summary>
    /// How long the origin may take for an answer, and between parts of it, in seconds, 1 to <see cref="ReadTimeoutQuotaSeconds"/>; not for
    /// buckets. Default: 30, AWS's own (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_VpcOriginConfig.html).
    /// </summary>
    public int ReadTimeoutSeconds { get; init; } = 30;

    /// <summary>
    /// The most that the account's quota allows for it, in seconds. Default: 120, what every account has; more where AWS has raised the quota
    /// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html).
    /// </summary>
    public int ReadTimeoutQuotaSeconds { get; init; } = UsualReadTimeoutQuotaSeconds;

    /// <summary>For how long an idle connection stays open, in seconds, 1 to 120; not for buckets. Default: 5, AWS's own.</summary>
    public int KeepAliveSeconds { get; init; } = 5;

    /// <summary>How often CloudFront tries to connect, 1 to 3. Default: 3.</summary>
    public int ConnectionAttempts { get; init; } = 3;

    /// <summary>How long each try may take, in seconds, 1 to 10. Default: 10.</summary>
    public int ConnectionTimeoutSeconds { get; init; } = 10;

    /// <summary>Headers that CloudFront adds, and their values. Default: none.</summary>
    public ImmutableSortedDictionary<string, Input<string>> Headers { get; init; } = ImmutableSortedDictionary<string, Input<string>>.Empty;

    /// <summary>Whether it goes by the header <c>Host</c>, as listener rules do.</summary>
    internal bool NeedsHost => this is Vpc or NewVpc or LoadBalancer;

    /// <summary>What stands in a private network behind a VPC origin that exists.</summary>
    /// <param name="Name">The label by which behaviours name it.</param>
    /// <param name="DomainName">The load balancer's own DNS name.</param>
    /// <param name="VpcOriginId">The VPC origin's id.</param>
    public sealed record Vpc(string Name, Input<string> DomainName, Input<string> VpcOriginId) : Origin(Name);

    /// <summary>An internal load balancer, for which the distribution makes a VPC origin.</summary>
    /// <param name="Name">The label by which behaviours name it.</param>
    /// <param name="DomainName">The load balancer's own DNS name.</param>
    /// <param name="LoadBalancerArn">The load balancer's ARN.</param>
    public sealed record NewVpc(string Name, Input<string> DomainName, Input<string> LoadBalancerArn) : Origin(Name);

    /// <summary>A load balancer that CloudFront reaches through the internet.</summary>
    /// <param name="Name">The label by which behaviours name it.</param>
    /// <param name="DomainName">The load balancer's own DNS name.</param>
    public sealed record LoadBalancer(string Name, Input<string> DomainName) : Origin(Name);

    /// <summary>
    /// A private bucket, read through an origin access control. Its policy must let the distribution read: see
    /// <see cref="Distribution.ReadStatement"/>.
    /// </summary>
    /// <param name="Name">The label by which behaviours name it.</param>
    /// <param name="RegionalDomainName">The bucket's domain name in its region.</param>
    public sealed record Bucket(string Name, Input<string> RegionalDomainName) : Origin(Name);

    /// <summary>Any other HTTPS server.</summary>
    /// <param name="Name">The label by which behaviours name it.</param>
    /// <param name="DomainName">The server's name.</param>
    public sealed record Custom(string Name, string DomainName) : Origin(Name);

    /// <summary>A shared load balancer: behind its VPC origin where it has one, else through the internet.</summary>
    /// <param name="name">The label by which behaviours name it.</param>
    /// <param name="loadBalancer">The load balancer.</param>
    /// <returns>The origin.</returns>
    public static Origin Of(string name, SharedLoadBalancer loadBalancer) => loadBalancer.VpcOriginId is { } vpcOrigin
        ? new Vpc(name, loadBalancer.DnsName, vpcOrigin)
        : new LoadBalancer(name, loadBalancer.DnsName);

    /// <summary>Finds what is wrong with this origin.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        foreach (var problem in PolicyNames.Problems(where, Name)
            .Concat(Range($"{where}.readTimeout", ReadTimeoutSeconds, Math.Max(ReadTimeoutQuotaSeconds, UsualReadTimeoutQuotaSeconds), " s"))
            .Concat(Range($"{where}.keepAlive", KeepAliveSeconds, 120, " s"))
            // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html
            .Concat(Range($"{where}.connectionAttempts", ConnectionAttempts, 3, ""))
            .Concat(Range($"{where}.connectionTimeout", ConnectionTimeoutSeconds, 10, " s")))
        {
            yield return problem;
        }

        if (ReadTimeoutQuotaSeconds < UsualReadTimeoutQuotaSeconds)
        {
            yield return new Problem(
                $"{where}.readTimeoutQuota", $"{ReadTimeoutQuotaSeconds} s", $"{UsualReadTimeoutQuotaSeconds} s or more", "Leave it out, or give the quota that the account has");
        }

        if (Path.Length > 0 && (!Path.StartsWith('/') || Path.EndsWith('/')))
        {
            yield return new Problem(
                $"{where}.path", $"'{Path}'", "a path with a leading and without a trailing slash", "Correct the slashes");
        }

        if (this is Custom { DomainName: var domain } && !DnsName.IsDomain(domain))
        {
            yield return new Problem($"{where}.domainName", $"'{domain}'", DnsName.ValidDomains, "Give the server's name");
        }
    }

    private static IEnumerable<Problem> Range(string where, int found, int most, string unit) =>
        found >= 1 && found <= most ? [] : [new Problem(where, $"{found}{unit}", $"1 to {most}{unit}", "Choose a value that CloudFront allows")];
}
