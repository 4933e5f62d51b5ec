using EcsPlatform.Delivery;
using EcsPlatform.Networking;
using EcsPlatform.Shared;
using EcsPlatform.Storage;

namespace EcsPlatform.Processing;

/// <summary>What a <see cref="DataProcessing"/> is made of.</summary>
public sealed record DataProcessingArgs
{
    /// <summary>The network.</summary>
    public required BaseNetwork Network { get; init; }

    /// <summary>The buckets, by name. Where one says nothing else, its requests are logged in the network's log bucket.</summary>
    public required ImmutableSortedDictionary<string, DataBucketArgs> Buckets { get; init; }

    /// <summary>The functions, given the stores that they work on. Default: none.</summary>
    public Func<DataStores, ImmutableArray<PipelineFunction>> Functions { get; init; } = _ => [];

    /// <summary>What the functions hear of. Default: nothing.</summary>
    public ImmutableArray<ObjectEvents> Events { get; init; } = [];

    /// <summary>Steps before functions. Default: none.</summary>
    public ImmutableArray<EventDetour> Detours { get; init; } = [];

    /// <summary>The file system that functions and services share. Default: null, none.</summary>
    public EfsFileSystemArgs? FileSystem { get; init; }

    /// <summary>What is copied from a bucket to the file system. Default: null, nothing.</summary>
    public ProcessingSync? Sync { get; init; }

    /// <summary>A site over a bucket. It needs a provider of us-east-1, the last one of the component's options. Default: null, none.</summary>
    public ProcessingSite? Site { get; init; }

    /// <summary>
    /// The topics that hear of failing functions, throttled ones, waiting messages and dead letters, one or more. Default: null, nobody is told.
    /// </summary>
    public ImmutableArray<Input<string>>? AlarmTopicArns { get; init; }

    /// <summary>True adds dashboards of the functions and of their queues. Default: true.</summary>
    public bool Dashboards { get; init; } = true;

    /// <summary>Finds what is wrong with these arguments; functions, events and detours are judged when the stores are there.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
    [
        .. Buckets.IsEmpty ? [new Problem($"{where}.buckets", "none", "one or more", "Name where the data lies")] : Array.Empty<Problem>(),
        .. Buckets.Keys.SelectMany(bucket => PrivateBucket.NameProblems($"{where}-{bucket}")),
        .. Buckets.SelectMany(bucket => Contents(bucket.Key).Problems($"{where}.{bucket.Key}")),
        .. FileSystemProblems($"{where}.fileSystem"),
        .. SyncProblems($"{where}.sync"),
        .. SiteProblems($"{where}.site"),
    ];

    /// <summary>What a bucket is made of.</summary>
    /// <param name="bucket">Its name.</param>
    /// <returns>The arguments, logged where the network says unless they say otherwise.</returns>
    internal DataBucketArgs Contents(string bucket) => Buckets[bucket] with { AccessLogs = Buckets[bucket].AccessLogs ?? Network.LogBucket };

    private IEnumerable<Problem> FileSystemProblems(string where)
    {
        if (FileSystem is null)
        {
            yield break;
        }

        if (FileSystem.Network != Network)
        {
            yield return new Problem($"{where}.network", "another network", "the same network", "Give the network that the functions are in");
        }

        foreach (var problem in FileSystem.Problems(where))
        {
            yield return problem;
        }
    }

    private IEnumerable<Problem> SyncProblems(string where)
    {
        if (Sync is null)
        {
            yield break;
        }

        foreach (var problem in Unknown(where, Sync.Bucket))
        {
            yield return problem;
        }

        if (FileSystem is null)
        {
            yield return new Problem(where, "no file system", "a file system with access points", "Give FileSystem, or copy nothing");
        }

        foreach (var problem in FileSystem is null ? [] : AccessPoint.UnknownProblems(where, Sync.AccessPoint, FileSystem.AccessPoints.Keys))
        {
            yield return problem;
        }

        if (Sync.Tasks.IsEmpty)
        {
            yield return new Problem($"{where}.tasks", "none", "one or more", "Say what is to be copied");
        }

        foreach (var problem in Sync.Tasks.SelectMany(task => task.Value.Problems($"{where}.tasks.{task.Key}")))
        {
            yield return problem;
        }
    }

    private IEnumerable<Problem> SiteProblems(string where) => Site switch
    {
        null => [],
        _ when !Buckets.ContainsKey(Site.Bucket) => Unknown(where, Site.Bucket),
        _ => Site.Site(new SiteBucket.Existing($"arn:aws:s3:::{Site.Bucket}", Site.Bucket)).Problems(where),
    };

    private IEnumerable<Problem> Unknown(string where, string bucket) => Buckets.ContainsKey(bucket)
        ? []
        : [new Problem($"{where}.bucket", $"'{bucket}'", string.Join(", ", Buckets.Keys), Nearest.Advice(bucket, Buckets.Keys))];
}
