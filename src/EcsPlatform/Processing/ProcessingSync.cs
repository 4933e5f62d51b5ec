using EcsPlatform.Storage;

namespace EcsPlatform.Processing;

/// <summary>Copies a bucket of a <see cref="DataProcessing"/> to its file system.</summary>
public sealed record ProcessingSync
{
    /// <summary>The bucket's name there.</summary>
    public required string Bucket { get; init; }

    /// <summary>The access point below whose directory the files go.</summary>
    public required string AccessPoint { get; init; }

    /// <summary>The tasks, by name. At least one.</summary>
    public required ImmutableSortedDictionary<string, SyncTask> Tasks { get; init; }

    /// <summary>What the objects' keys begin with, with a leading slash. Default: <c>/</c>, the whole bucket.</summary>
    public string Prefix { get; init; } = "/";

    /// <summary>What the copying is made of.</summary>
    /// <param name="stores">The stores, with a file system.</param>
    /// <returns>The arguments.</returns>
    internal BucketSyncArgs Args(DataStores stores) => new()
    {
        BucketArn = stores.Buckets[Bucket].Arn,
        BucketKeyArn = stores.Buckets[Bucket].KeyArn,
        FileSystem = stores.FileSystem!,
        AccessPoint = AccessPoint,
        Tasks = Tasks,
        Prefix = Prefix,
    };
}
