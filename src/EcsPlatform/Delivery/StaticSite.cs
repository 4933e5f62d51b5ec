using EcsPlatform.Networking;

namespace EcsPlatform.Delivery;

/// <summary>
/// Files in a private bucket behind a CloudFront distribution, which alone can read them. The distribution and all that belongs to it is made
/// with the provider of us-east-1, the bucket with the other one: that of the parent, or the one before it in the options.
/// </summary>
public sealed class StaticSite : ComponentResource
{
    private readonly Distribution _distribution;
    private readonly Output<string> _bucketArn;

    /// <summary>Creates the site.</summary>
    /// <param name="name">The name, which its resources' names begin with; at most 55 lower-case letters, digits and inner hyphens.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent and so on, and a provider of us-east-1 in <see cref="ComponentResourceOptions.Providers"/>.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong, or there is no provider; the message names every problem.</exception>
    public StaticSite(string name, StaticSiteArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:delivery:StaticSite", name, UsEast1.Without(options))
    {
        var usEast1 = UsEast1.ProviderOf(nameof(StaticSite), name, options);
        InvalidArgsException.ThrowIfAny(
            $"StaticSite '{name}'",
            [.. args.Bucket is SiteBucket.Create ? PrivateBucket.NameProblems(name) : [], .. args.Problems(name)]);
        var inUsEast1 = new ComponentResourceOptions { Parent = this, Providers = { usEast1 } };
        switch (args.Bucket)
        {
            case SiteBucket.Create create:
                var bucket = DataBucket.AddBucket(name, create.Contents, this);
                _bucketArn = bucket.Arn;
                _distribution = new Distribution(name, args.Distribution(bucket.BucketRegionalDomainName), inUsEast1);
                DataBucket.AddSettings(name, bucket, create.Contents, ReadStatement, this);
                BucketName = bucket.BucketName;
                BucketArn = bucket.Arn;
                BucketRegionalDomainName = bucket.BucketRegionalDomainName;
                break;
            case SiteBucket.Existing existing:
                _bucketArn = existing.Arn.Apply(arn => arn);
                _distribution = new Distribution(name, args.Distribution(existing.RegionalDomainName), inUsEast1);
                break;
            default:
                throw new ArgumentException($"{args.Bucket.GetType().Name} is no bucket that is known here.", nameof(args));
        }

        Url = Output.Create($"https://{args.FullHost}/");
        DistributionId = _distribution.DistributionId!;
        DistributionArn = _distribution.Arn!;
        DomainName = _distribution.DomainName!;
        CredentialStoreArn = _distribution.CredentialStoreArn;
        RegisterOutputs();
    }

    /// <summary>The site's address.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    /// <summary>The new bucket's name; null for one that existed.</summary>
    [Output("bucketName")]
    public Output<string>? BucketName { get; private set; }

    /// <summary>The new bucket's ARN, for rights of those who write the site; null for one that existed.</summary>
    [Output("bucketArn")]
    public Output<string>? BucketArn { get; private set; }

    /// <summary>The new bucket's domain name in its region, for the origins of other distributions; null for one that existed.</summary>
    [Output("bucketRegionalDomainName")]
    public Output<string>? BucketRegionalDomainName { get; private set; }

    /// <summary>The distribution's id, for invalidations.</summary>
    [Output("distributionId")]
    public Output<string> DistributionId { get; private set; }

    /// <summary>The distribution's ARN.</summary>
    [Output("distributionArn")]
    public Output<string> DistributionArn { get; private set; }

    /// <summary>The distribution's own name.</summary>
    [Output("domainName")]
    public Output<string> DomainName { get; private set; }

    /// <summary>The key value store of who may enter; null when the site has none of its own.</summary>
    [Output("credentialStoreArn")]
    public Output<string>? CredentialStoreArn { get; private set; }

    /// <summary>What the bucket's policy must allow; a new bucket's does.</summary>
    public ImmutableArray<PolicyStatement> ReadStatement => _distribution.ReadStatement(_bucketArn);
}
