using System.Collections.Immutable;
using EcsPlatform.Networking;
using EcsPlatform.Processing;
using EcsPlatform.Stacks.Functions;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Storage;
using EcsPlatform.Workloads;
using Pulumi;

namespace EcsPlatform.Stacks;

/// <summary>The content of a stack: its buckets, the file system of the releases, and the functions that work on them.</summary>
/// <param name="processing">The component.</param>
/// <param name="functions">The functions that the stack has.</param>
internal sealed class StackProcessing(DataProcessing processing, ImmutableArray<DataFunction> functions)
{
    /// <summary>The access point through which functions write to the file system.</summary>
    public const string AccessPoint = "data";

    // The user and group as whom the viewer reads, too.
    private const int Owner = 1000;

    /// <summary>Adds the content of a stack.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="declared">The functions that the stack names.</param>
    /// <param name="network">The network, with a log bucket.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <returns>What was added.</returns>
    public static StackProcessing Add(PlatformSettings settings, ImmutableArray<DataFunction> declared, BaseNetwork network, ComponentResourceOptions options)
    {
        var functions = settings.Processing.Chosen(declared, settings.Images.Pins);
        var names = functions.Select(function => function.Name).ToImmutableHashSet(StringComparer.Ordinal);
        return new StackProcessing(
            new DataProcessing(
                settings.Stack,
                new DataProcessingArgs
                {
                    Network = network,
                    Buckets = new[] { DataBuckets.Source, DataBuckets.Releases, DataBuckets.Enhancements }
                        .ToImmutableSortedDictionary(name => name, _ => new DataBucketArgs(), StringComparer.Ordinal),
                    FileSystem = new EfsFileSystemArgs
                    {
                        Network = network,
                        FileSystem = new FileSystem.Create { ThroughputMode = new ThroughputMode.Provisioned(3) },
                        AccessPoints = ImmutableSortedDictionary<string, AccessPoint>.Empty
                            .Add(AccessPoint, new AccessPoint { RootDirectory = "/data", UserId = Owner, GroupId = Owner }),
                    },
                    Functions = stores => [.. functions.Select(new FunctionPlace(settings, stores).Make)],
                    Events = DataEvents.For(names),
                    Detours = DataEvents.DetoursFor(names),
                },
                options),
            functions);
    }

    /// <summary>The functions that connect to search, as its clients.</summary>
    /// <param name="port">The port of search.</param>
    /// <returns>The clients.</returns>
    public ImmutableArray<ServiceClient> SearchClients(int port) =>
    [
        .. functions.Where(function => function.CallsSearch)
            .Select(function => new ServiceClient.Group(function.Name, processing.Pipeline.Functions[function.Name].SecurityGroupId!, port)),
    ];
}
