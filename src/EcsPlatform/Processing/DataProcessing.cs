using EcsPlatform.Delivery;
using EcsPlatform.Networking;
using EcsPlatform.Storage;

namespace EcsPlatform.Processing;

/// <summary>
/// Content that functions work on as it comes: buckets and if asked for a file system, functions that hear of what happens in the buckets, copies
/// from a bucket to the file system, a site over a bucket, dashboards and alarms.
/// </summary>
public sealed class DataProcessing : ComponentResource
{
    /// <summary>Creates everything.</summary>
    /// <param name="name">The name, which its resources' names begin with.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent and the providers: that of the region, and for a site one of us-east-1 after it.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public DataProcessing(string name, DataProcessingArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:processing:DataProcessing", name, UsEast1.WithoutLater(options, args.Site is not null))
    {
        InvalidArgsException.ThrowIfAny(
            $"DataProcessing '{name}'",
            [.. args.Problems(name), .. args.Site is null ? [] : UsEast1.Problems(nameof(DataProcessing), name, options)]);
        var children = new ComponentResourceOptions { Parent = this };
        var usEast1 = args.Site is null ? null : UsEast1.ProviderOf(nameof(DataProcessing), name, options);

        Stores = AddStores(name, args, usEast1);
        Pipeline = new EventPipeline(
            name,
            new EventPipelineArgs
            {
                Account = args.Network.Account,
                Buckets = Stores.Buckets,
                Functions = args.Functions(Stores),
                Events = args.Events,
                Detours = args.Detours,
                AlarmTopicArns = args.AlarmTopicArns,
            },
            children);
        Sync = args.Sync is { } sync ? new BucketSync($"{name}-{sync.Bucket}-sync", sync.Args(Stores), children) : null;
        if (args.Dashboards && !Pipeline.Functions.IsEmpty)
        {
            PipelineDashboards.Add(name, Pipeline, args.Network.Account.Region, new CustomResourceOptions { Parent = this });
        }

        RegisterOutputs();
    }

    /// <summary>The buckets and the file system.</summary>
    public DataStores Stores { get; }

    /// <summary>The functions and their queues.</summary>
    public EventPipeline Pipeline { get; }

    /// <summary>The tasks that copy to the file system; null for none.</summary>
    public BucketSync? Sync { get; }

    /// <summary>The site; null for none.</summary>
    public StaticSite? Site { get; private set; }

    private DataStores AddStores(string name, DataProcessingArgs args, ProviderResource? usEast1)
    {
        var children = new ComponentResourceOptions { Parent = this };
        var buckets = args.Buckets.Keys.ToImmutableSortedDictionary(
            bucket => bucket,
            bucket =>
            {
                var contents = args.Contents(bucket);
                var made = new DataBucket($"{name}-{bucket}", contents, data => args.Site?.Bucket == bucket ? AddSite(name, args.Site, data, usEast1!) : [], children);
                return new PipelineBucket(made.BucketName, made.Arn) { KeyArn = (contents.Encryption as BucketEncryption.Kms)?.Arn };
            },
            StringComparer.Ordinal);
        var fileSystem = args.FileSystem is { } files ? new EfsFileSystem($"{name}-files", files, children) : null;
        return new DataStores(args.Network, buckets, fileSystem);
    }

    // The bucket is there whether it has a site or not, so that a site may come and go.
    private ImmutableArray<PolicyStatement> AddSite(string name, ProcessingSite declared, DataBucket bucket, ProviderResource usEast1)
    {
        Site = new StaticSite(
            $"{name}-{declared.Bucket}",
            declared.Site(new SiteBucket.Existing(bucket.Arn, bucket.RegionalDomainName)),
            new ComponentResourceOptions { Parent = this, Providers = { usEast1 } });
        return Site.ReadStatement;
    }
}
