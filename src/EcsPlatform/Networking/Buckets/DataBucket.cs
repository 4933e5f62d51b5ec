using Pulumi.Aws.S3.Inputs;

namespace EcsPlatform.Networking;

/// <summary>A private bucket for data that the environment's workloads share: versioned, logged, protected from deletion.</summary>
public sealed class DataBucket : ComponentResource
{
    /// <summary>Creates the bucket.</summary>
    /// <param name="name">The name, which its resources' names begin with; at most 55 lower-case letters, digits and inner hyphens.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public DataBucket(string name, DataBucketArgs args, ComponentResourceOptions? options = null)
        : this(name, args, _ => [], options)
    {
    }

    /// <summary>Creates a bucket that somebody else may use, too.</summary>
    /// <param name="name">The name.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="allowed">Who may use it, given the bucket, of which only the policy is still to come.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    internal DataBucket(string name, DataBucketArgs args, Func<DataBucket, ImmutableArray<PolicyStatement>> allowed, ComponentResourceOptions? options)
        : base("ecs-platform:networking:DataBucket", name, options)
    {
        InvalidArgsException.ThrowIfAny($"DataBucket '{name}'", PrivateBucket.NameProblems(name).Concat(args.Problems(name)));
        var bucket = AddBucket(name, args, this);
        Arn = bucket.Arn;
        BucketName = bucket.BucketName;
        RegionalDomainName = bucket.BucketRegionalDomainName;
        AddSettings(name, bucket, args, allowed(this), this);
        RegisterOutputs();
    }

    /// <summary>The bucket's ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The bucket's name.</summary>
    [Output("bucketName")]
    public Output<string> BucketName { get; private set; }

    /// <summary>The bucket's domain name in its region, for the origin of a distribution.</summary>
    [Output("regionalDomainName")]
    public Output<string> RegionalDomainName { get; private set; }

    /// <summary>Adds the bucket itself; <see cref="AddSettings"/> completes it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="args">What it is made of, without problems.</param>
    /// <param name="parent">Whose bucket it is.</param>
    /// <returns>The bucket.</returns>
    internal static S3.Bucket AddBucket(string name, DataBucketArgs args, Resource parent) => new(
        name, new S3.BucketArgs { ForceDestroy = args.ForceDestroy }, new CustomResourceOptions { Parent = parent, Protect = args.Protect });

    /// <summary>Adds what makes a bucket private, versioned and logged.</summary>
    /// <param name="name">The name.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="args">What it is made of, without problems.</param>
    /// <param name="allowed">Who may use it besides the account.</param>
    /// <param name="parent">Whose bucket it is.</param>
    internal static void AddSettings(string name, S3.Bucket bucket, DataBucketArgs args, ImmutableArray<PolicyStatement> allowed, Resource parent)
    {
        var children = new CustomResourceOptions { Parent = parent };
        _ = PrivateBucket.AddSettings(
            name,
            bucket,
            args.Encryption,
            new BucketLifecycle(ExpirationDays: null, args.OldVersionDays, args.IncompleteUploadDays),
            allowed,
            children);
        AddVersioning(name, bucket, children);
        AddAccessLog(name, bucket, args.AccessLogs!, children);
    }

    private static void AddVersioning(string name, S3.Bucket bucket, CustomResourceOptions options) => _ = new S3.BucketVersioning(
        name,
        new S3.BucketVersioningArgs
        {
            Bucket = bucket.BucketName,
            VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        },
        options);

    private static void AddAccessLog(string name, S3.Bucket bucket, LogBucket logs, CustomResourceOptions options) => _ = new S3.BucketLogging(
        name,
        new S3.BucketLoggingArgs
        {
            Bucket = bucket.BucketName,
            TargetBucket = logs.BucketName,
            TargetPrefix = Output.Format($"{LogBucket.BucketAccessPrefix}{bucket.BucketName}/"),
        },
        options);
}
