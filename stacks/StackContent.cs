using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Processing;
using EcsPlatform.Stacks.Functions;
using EcsPlatform.Stacks.Parts;
using EcsPlatform.Stacks.Services;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Storage;
using EcsPlatform.Workloads;
using Pulumi;

namespace EcsPlatform.Stacks;

/// <summary>The content of a stack: its buckets, the file system of the releases, and the functions that work on them.</summary>
/// <param name="processing">The component.</param>
/// <param name="functions">The functions that the stack has.</param>
internal sealed class StackContent(DataProcessing processing, ImmutableArray<DataFunction> functions)
{
    /// <summary>The access point through which functions write to the file system.</summary>
    public const string AccessPoint = "data";

    /// <summary>What the viewer reads from the file system: everything, or what its pages are made of.</summary>
    private static readonly ImmutableSortedDictionary<string, SyncTask> Copies = ImmutableSortedDictionary.Create<string, SyncTask>(StringComparer.Ordinal)
        .Add("full", new SyncTask { DeleteRemoved = true })
        .Add("pages", new SyncTask
        {
            Includes = ["/json/*", "/pages/*", "/cudl.dl-dataset.json", "/cudl.ui.json5", "/collections/*", "/ui/*"],
            DeleteRemoved = true,
        });

    // The user and group as whom the viewer reads, too.
    private const int Owner = 1000;

    /// <summary>Adds the content of a stack.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="declared">The functions that the stack names.</param>
    /// <param name="foundation">What it stands on.</param>
    /// <param name="providers">The providers.</param>
    /// <returns>What was added.</returns>
    public static StackContent Add(PlatformSettings settings, ImmutableArray<DataFunction> declared, StackFoundation foundation, Providers providers)
    {
        var network = foundation.Network;
        var webAcl = Transcriptions.WebAcl(settings, providers);
        var functions = settings.Processing.Chosen(declared, settings.Images.Pins);
        var names = functions.Select(function => function.Name).ToImmutableHashSet(StringComparer.Ordinal);
        return new StackContent(
            new DataProcessing(
                settings.Name,
                new DataProcessingArgs
                {
                    Network = network,
                    Buckets = new[] { DataBuckets.Source, DataBuckets.Releases, DataBuckets.Enhancements }
                        .ToImmutableSortedDictionary(name => name, _ => settings.Lifetime.Bucket(), StringComparer.Ordinal),
                    FileSystem = new EfsFileSystemArgs
                    {
                        Network = network,
                        FileSystem = settings.Lifetime.FileSystem() with { ThroughputMode = Throughput(settings.Processing.FileSystemThroughput) },
                        AccessPoints = ImmutableSortedDictionary.Create<string, AccessPoint>(StringComparer.Ordinal)
                            .Add(AccessPoint, new AccessPoint { RootDirectory = "/data", UserId = Owner, GroupId = Owner }),
                    },
                    Functions = stores => [.. functions.Select(new FunctionPlace(settings, stores).Make)],
                    Events = DataEvents.For(names, settings.Processing.Unreleased),
                    Detours = DataEvents.DetoursFor(names),
                    Sync = new ProcessingSync { Bucket = DataBuckets.Releases, AccessPoint = AccessPoint, Tasks = Copies },
                    Site = new ProcessingSite(DataBuckets.Releases, bucket => Transcriptions.Site(settings, foundation, webAcl, bucket)),
                    AlarmTopicArns = settings.Alarms.TopicArns,
                },
                new ComponentResourceOptions { Providers = { providers.Regional, providers.UsEast1 } }),
            functions);
    }

    /// <summary>The names of the buckets, by what <see cref="DataBuckets"/> calls them.</summary>
    public Output<ImmutableSortedDictionary<string, string>> BucketNames
    {
        get
        {
            var buckets = processing.Stores.Buckets;
            return Output.All(buckets.Values.Select(bucket => bucket.BucketName)).Apply(names => buckets.Keys.Zip(names)
                .ToImmutableSortedDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        }
    }

    /// <summary>Where readers find the transcriptions.</summary>
    public Output<string> SiteUrl => processing.Site!.Url;

    /// <summary>A bucket.</summary>
    /// <param name="bucket">What <see cref="DataBuckets"/> calls it.</param>
    /// <returns>Rights to it.</returns>
    public BucketGrants Bucket(string bucket) => new(processing.Stores.Buckets[bucket].Arn) { KeyArn = processing.Stores.Buckets[bucket].KeyArn };

    /// <summary>The rights to read, write and delete in a bucket.</summary>
    /// <param name="bucket">What <see cref="DataBuckets"/> calls it.</param>
    /// <returns>The grants.</returns>
    public ImmutableArray<Grant> Edit(string bucket) => [Bucket(bucket).Read(), Bucket(bucket).Write(), Bucket(bucket).Delete()];

    /// <summary>A task of which a container learns the names of buckets.</summary>
    /// <param name="task">The task.</param>
    /// <param name="container">The container.</param>
    /// <param name="variables">The environment variables, and what <see cref="DataBuckets"/> calls the buckets.</param>
    /// <returns>The task.</returns>
    public TaskSpec Name(TaskSpec task, string container, params ImmutableArray<(string Variable, string Bucket)> variables) =>
        task.With(container, variables.Select(variable => (variable.Variable, EnvironmentValue.FromOutput(Output.Format($"{processing.Stores.Buckets[variable.Bucket].BucketName}")))));

    /// <summary>A task of which a container learns the addresses of buckets, such as <c>s3://staging-releases</c>.</summary>
    /// <param name="task">The task.</param>
    /// <param name="container">The container.</param>
    /// <param name="variables">The environment variables, and what <see cref="DataBuckets"/> calls the buckets.</param>
    /// <returns>The task.</returns>
    public TaskSpec Locate(TaskSpec task, string container, params ImmutableArray<(string Variable, string Bucket)> variables) =>
        task.With(container, variables.Select(variable => (variable.Variable, EnvironmentValue.FromOutput(Output.Format($"s3://{processing.Stores.Buckets[variable.Bucket].BucketName}")))));

    /// <summary>A task whose volumes lie on the file system of the releases.</summary>
    /// <param name="task">The task.</param>
    /// <returns>The task.</returns>
    public TaskSpec OnFileSystem(TaskSpec task) => task with
    {
        Volumes = [.. task.Volumes.Select(volume => volume with { FileSystem = new VolumeFileSystem.Shared(processing.Stores.FileSystem!) })],
    };

    /// <summary>The functions that connect to search, as its clients.</summary>
    /// <param name="port">The port of search.</param>
    /// <returns>The clients.</returns>
    public ImmutableArray<ServiceClient> SearchClients(int port) =>
    [
        .. functions.Where(function => function.CallsSearch)
            .Select(function => new ServiceClient.Group(function.Name, processing.Pipeline.Functions[function.Name].SecurityGroupId!, port)),
    ];

    private static ThroughputMode Throughput(int? provisioned) =>
        provisioned is { } always ? new ThroughputMode.Provisioned(always) : new ThroughputMode.Bursting();
}
