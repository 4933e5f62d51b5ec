namespace EcsPlatform.Networking;

/// <summary>
/// One bucket for the logs that AWS services write to S3: access and connection logs of load balancers, standard logs (v2) of
/// CloudFront distributions, and access logs of other buckets. Each has a prefix of its own, and may write nowhere else.
/// </summary>
public sealed class LogBucket : ComponentResource
{
    /// <summary>The prefix of load balancers' access logs, for their configuration.</summary>
    public const string LoadBalancerAccessPrefix = LogBucketPolicy.LoadBalancerAccessPrefix;

    /// <summary>The prefix of load balancers' connection logs, for their configuration.</summary>
    public const string LoadBalancerConnectionPrefix = LogBucketPolicy.LoadBalancerConnectionPrefix;

    /// <summary>The prefix of distributions' standard logs, for the end of a delivery destination's ARN.</summary>
    public const string DistributionPrefix = LogBucketPolicy.DistributionPrefix;

    /// <summary>The prefix of other buckets' access logs; a bucket's name and a slash follow it.</summary>
    public const string BucketAccessPrefix = LogBucketPolicy.BucketAccessPrefix;

    /// <summary>Creates the bucket.</summary>
    /// <param name="name">The name, which its resources' names begin with; at most 55 lower-case letters, digits and inner hyphens.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public LogBucket(string name, LogBucketArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:networking:LogBucket", name, options)
    {
        InvalidArgsException.ThrowIfAny($"LogBucket '{name}'", PrivateBucket.NameProblems(name).Concat(args.Problems(name)));
        var children = new CustomResourceOptions { Parent = this };
        var bucket = new S3.Bucket(name, new S3.BucketArgs { ForceDestroy = args.ForceDestroy }, children);
        var policy = PrivateBucket.AddSettings(
            name,
            bucket,
            new BucketEncryption.S3Managed(),
            new BucketLifecycle(args.ExpirationDays, OldVersionDays: 1, args.IncompleteUploadDays),
            LogBucketPolicy.Statements(bucket.Arn, args.Account),
            children);
        Arn = bucket.Arn;
        BucketName = policy.Bucket;
        RegisterOutputs();
    }

    /// <summary>The bucket's ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>
    /// The bucket's name. It comes from the bucket's policy, so that what logs into the bucket waits for the right to:
    /// load balancers try it when logs are switched on.
    /// </summary>
    [Output("bucketName")]
    public Output<string> BucketName { get; private set; }
}
