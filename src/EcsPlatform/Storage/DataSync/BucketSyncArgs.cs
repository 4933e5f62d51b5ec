using EcsPlatform.Networking;

namespace EcsPlatform.Storage;

/// <summary>What a <see cref="BucketSync"/> is made of.</summary>
public sealed record BucketSyncArgs
{
    /// <summary>The bucket's ARN.</summary>
    public required Input<string> BucketArn { get; init; }

    /// <summary>The ARN of the KMS key that encrypts its objects. Default: null, none of one's own.</summary>
    public Input<string>? BucketKeyArn { get; init; }

    /// <summary>What the objects' keys begin with, with a leading slash. Default: <c>/</c>, the whole bucket.</summary>
    public string Prefix { get; init; } = "/";

    /// <summary>The file system, with the mount targets that DataSync needs in the zone of <see cref="Subnet"/>.</summary>
    public required EfsFileSystem FileSystem { get; init; }

    /// <summary>The access point below whose directory the files go; they belong to its user.</summary>
    public required string AccessPoint { get; init; }

    /// <summary>
    /// The place among the network's private subnets of the one that DataSync works from: a location has one, and reaches the whole of a regional
    /// file system from there (https://docs.aws.amazon.com/datasync/latest/userguide/create-efs-location.html). Default: 0, the first.
    /// </summary>
    public int Subnet { get; init; }

    /// <summary>The tasks, by names that their own begin with. At least one.</summary>
    public required ImmutableSortedDictionary<string, SyncTask> Tasks { get; init; }

    /// <summary>The log group that the tasks write to. Default: a new one, which keeps events for 90 days.</summary>
    public LogGroup Logs { get; init; } = new LogGroup.Create();

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (!Prefix.StartsWith('/'))
        {
            yield return new Problem($"{where}.prefix", $"'{Prefix}'", "a path with a leading slash", "Begin with /");
        }

        foreach (var problem in Storage.AccessPoint.UnknownProblems(where, AccessPoint, FileSystem.AccessPoints.Keys))
        {
            yield return problem;
        }

        var zones = FileSystem.Network.AvailabilityZones.Length;
        if (Subnet < 0 || Subnet >= zones)
        {
            yield return new Problem($"{where}.subnet", $"{Subnet}", $"0 to {zones - 1}", "Choose one of the network's private subnets");
        }

        if (Tasks.IsEmpty)
        {
            yield return new Problem($"{where}.tasks", "none", "one or more", "Say what is to be copied");
        }

        foreach (var name in Tasks.Keys.Where(name => !DnsName.IsLabel(name)))
        {
            yield return new Problem($"{where}.tasks", $"'{name}'", DnsName.ValidLabels, "Choose a name that the task can bear");
        }

        foreach (var problem in Tasks.SelectMany(task => task.Value.Problems($"{where}.tasks.{task.Key}")).Concat(Logs.Problems($"{where}.logs")))
        {
            yield return problem;
        }
    }
}
