using EcsPlatform.Networking;

namespace EcsPlatform.Delivery;

/// <summary>
/// A CloudFront distribution with its certificate, its functions, its policies, its log and the records of its names. All of it is made with the
/// provider of us-east-1 that the options hold; what is global does not mind.
/// </summary>
public sealed class Distribution : ComponentResource
{
    /// <summary>Creates the distribution.</summary>
    /// <param name="name">The name, which its resources' names begin with.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent and so on, and a provider of us-east-1 in <see cref="ComponentResourceOptions.Providers"/>.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong, or there is no provider; the message names every problem.</exception>
    public Distribution(string name, DistributionArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:delivery:Distribution", name, options)
    {
        var usEast1 = UsEast1.ProviderOf(nameof(Distribution), name, options);
        InvalidArgsException.ThrowIfAny($"Distribution '{name}'", args.Problems(name));
        var children = new CustomResourceOptions { Parent = this };
        var certificate = UsEast1.Checked(name, usEast1, CertificateArn(name, args, usEast1, children));
        switch (args.State)
        {
            case DistributionState.On:
                var functions = new DistributionFunctions(name, children);
                var distribution = DistributionResource.Add(name, args, certificate, functions, children);
                DistributionLogDelivery.Add(name, args.Log, distribution.Arn, children);
                DnsTarget = new DnsTarget.CloudFrontDistribution(distribution.DomainName, distribution.HostedZoneId);
                DistributionId = distribution.Id;
                Arn = distribution.Arn;
                DomainName = distribution.DomainName;
                HostedZoneId = distribution.HostedZoneId;
                CredentialStoreArn = functions.StoreArn;
                break;
            case DistributionState.Off off:
                DnsTarget = off.Instead;
                break;
            default:
                throw new ArgumentException($"{args.State.GetType().Name} is no state that is known here.", nameof(args));
        }

        AddRecords(name, args, DnsTarget, children);
        RegisterOutputs();
    }

    /// <summary>The distribution's id, for invalidations; null when it is turned off.</summary>
    [Output("distributionId")]
    public Output<string>? DistributionId { get; private set; }

    /// <summary>The distribution's ARN; null when it is turned off.</summary>
    [Output("arn")]
    public Output<string>? Arn { get; private set; }

    /// <summary>The distribution's own name; null when it is turned off.</summary>
    [Output("domainName")]
    public Output<string>? DomainName { get; private set; }

    /// <summary>The zone of <see cref="DomainName"/>, for alias records; null when it is turned off.</summary>
    [Output("hostedZoneId")]
    public Output<string>? HostedZoneId { get; private set; }

    /// <summary>The key value store of who may enter; null when the distribution has none of its own.</summary>
    [Output("credentialStoreArn")]
    public Output<string>? CredentialStoreArn { get; private set; }

    /// <summary>What names must lead to: the distribution, or what serves them while it is turned off.</summary>
    public DnsTarget DnsTarget { get; }

    /// <summary>What the policy of a bucket must allow so that this distribution, and no other, can read it.</summary>
    /// <param name="bucketArn">The bucket.</param>
    /// <returns>The statement; none when the distribution is turned off.</returns>
    public ImmutableArray<PolicyStatement> ReadStatement(Input<string> bucketArn) => Arn is { } arn
        ?
        [
            new PolicyStatement
            {
                Services = ["cloudfront.amazonaws.com"],
                Actions = ["s3:GetObject"],
                Resources = [Output.Format($"{bucketArn}/*")],
                Conditions = [new PolicyCondition("StringEquals", "AWS:SourceArn", arn)],
            },
        ]
        : [];

    private static Output<string> CertificateArn(string name, DistributionArgs args, ProviderResource usEast1, CustomResourceOptions options) =>
        args.Certificate is ViewerCertificate.Existing existing
            ? existing.Arn.Apply(arn =>
            {
                InvalidArgsException.ThrowIfAny(
                    $"Distribution '{name}'",
                    Certificate.ArnProblems($"{name}.certificate", arn, args.Account with { Region = Certificate.CloudFrontRegion }));
                return arn;
            })
            : Certificates.Add(name, args.Zone.ZoneId, null, args.NewCertificate, usEast1, options).CloudFront!;

    private static void AddRecords(string name, DistributionArgs args, DnsTarget target, CustomResourceOptions options)
    {
        foreach (var host in args.Names.Where(_ => args.DnsRecords))
        {
            args.RecordNames?.Claim(name, args.Zone, host);
            target.AddRecords($"{name}-{host}", args.Zone, host, options);
        }
    }
}
