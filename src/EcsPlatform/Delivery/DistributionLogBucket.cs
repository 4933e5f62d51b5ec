using EcsPlatform.Networking;

namespace EcsPlatform.Delivery;

/// <summary>
/// A private bucket for the standard logs (legacy) of distributions. When a distribution begins to log, CloudFront gives itself the right to
/// write with the bucket's ACL, which is therefore allowed here; who updates the distribution needs s3:GetBucketAcl and s3:PutBucketAcl
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html).
/// </summary>
public sealed class DistributionLogBucket : ComponentResource
{
    /// <summary>Creates the bucket.</summary>
    /// <param name="name">The name, which its resources' names begin with; at most 55 lower-case letters, digits and inner hyphens.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public DistributionLogBucket(string name, DistributionLogBucketArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:delivery:DistributionLogBucket", name, options)
    {
        InvalidArgsException.ThrowIfAny($"DistributionLogBucket '{name}'", PrivateBucket.NameProblems(name).Concat(args.Problems(name)));
        var children = new CustomResourceOptions { Parent = this };
        var bucket = new S3.Bucket(name, new S3.BucketArgs { ForceDestroy = args.ForceDestroy }, children);
        var policy = PrivateBucket.AddSettings(
            name,
            bucket,
            new BucketEncryption.S3Managed(),
            new BucketLifecycle(args.ExpirationDays, OldVersionDays: 1, args.IncompleteUploadDays),
            [],
            children,
            acls: true);
        DomainName = Output.Tuple(bucket.BucketDomainName, policy.Id).Apply(both => both.Item1);
        RegisterOutputs();
    }

    /// <summary>The bucket's domain name, for <see cref="DistributionLog.Bucket"/>; it is known when the bucket is ready.</summary>
    [Output("domainName")]
    public Output<string> DomainName { get; private set; }
}

/// <summary>What a <see cref="DistributionLogBucket"/> is made of.</summary>
public sealed record DistributionLogBucketArgs
{
    /// <summary>How long logs are kept, in days, 1 or more. Default: 90.</summary>
    public int ExpirationDays { get; init; } = 90;

    /// <summary>For how long the parts of an unfinished upload are kept, in days, 1 or more. Default: 7.</summary>
    public int IncompleteUploadDays { get; init; } = 7;

    /// <summary>True deletes the bucket with all logs in it: only for an environment that lives for days. Default: false.</summary>
    public bool ForceDestroy { get; init; }

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
    [
        .. PrivateBucket.DayProblems($"{where}.expirationDays", ExpirationDays),
        .. PrivateBucket.DayProblems($"{where}.incompleteUploadDays", IncompleteUploadDays),
    ];
}
