using System.Collections.Immutable;
using EcsPlatform.Processing;
using static EcsPlatform.Stacks.Functions.DataBuckets;
using static EcsPlatform.Stacks.Functions.SharedVariables;

namespace EcsPlatform.Stacks.Functions;

/// <summary>
/// The functions that work on content. A stack has all or some of them; <see cref="DataEvents"/> says of what each hears, and so what it reads.
/// </summary>
internal static class DataFunctions
{
    /// <summary>Where a function sees the file system of the releases.</summary>
    public const string MountPath = "/mnt/data-releases";

    // Under the same keys as in the source.
    private static readonly ImmutableArray<ObjectPlace> Copies =
        [InReleases("cudl.dl-dataset"), InReleases("cudl.ui"), InReleases("pages/images/"), InReleases("ui/")];

    private static readonly ImmutableArray<ObjectPlace> MadeOfTei = [InReleases("html/"), InReleases("json/"), InReleases("solr-json/")];

    /// <summary>All of them: name, what it runs, memory in MiB, timeout in seconds, queue, shared variables, and what it writes and deletes.</summary>
    public static ImmutableArray<DataFunction> All { get; } =
    [
        Editor("html-translate-urls", Jar("HtmlTranslateUrls"), 512, 900, Batches, [Destination], [InReleases("pages/html/")]),
        Editor("file-unchanged-copy", Jar("FileUnchangedCopy"), 512, 900, Batches, [Destination], Copies),
        Editor("json-translate-urls", Jar("JsonTranslateUrls"), 512, 900, Batches, [Destination], [InReleases("collections/")]),
        Editor("tei-processing", Image, 4096, 300, OneByOne(50), [Content, Search], MadeOfTei) with
        {
            Storage = 1024,
            Unreleased = [InReleases("unreleased/json/"), InReleases("unreleased/solr-json/")],
            Own = [("ALLOW_DELETE", "true"), ("TIMEOUT_MARGIN_MS", "180000")],
        },
        Reader("solr-listener", Image, 1024, 180, OneByOne(2), [Search]) with { Own = [("API_PATH", "item")] },
        Reader("collection-solr-listener", Image, 1024, 180, OneByOne(5), [Search]) with { Own = [("API_PATH", "collection")] },
        Reader("copy-file-to-efs", Jar("CopyFileToEfs"), 512, 900, Batches with { MaxReceiveCount = 1 }, [Destination]) with { MountsReleases = true },
        Reader("transkribus-ingest", Image, 4096, 300, OneByOne(100), [SharedVariables.Enhancements]) with
        {
            Reads = [InSource("items/data/tei/")],
            Writes = [InSource("items/data/tei/")],
        },
        Editor("copy-tei-assets", Image, 256, 60, Replicated, [], [InReleases("tei-assets/")]) with { OwnBuckets = [("DEST_BUCKET", Releases)] },
        Reader("ark-ingestion", Image, 4096, 300, OneByOne(50), [Content]) with { Secrets = ["PID_SECRET_ARN"] },
    ];

    // Only the replicating function tells which messages of a batch failed; the answer of another one would be taken for a failure.
    private static EventQueueArgs Batches => new() { MaxReceiveCount = 3, ReportBatchItemFailures = false };

    private static EventQueueArgs Replicated => new() { MaxReceiveCount = 3, BatchSize = 1 };

    private static FunctionKind.Image Image => new();

    /// <summary>Chooses functions for a stack.</summary>
    /// <param name="names">Their names.</param>
    /// <returns>The functions, in the order of the table.</returns>
    /// <exception cref="ArgumentException">There is no function of a name.</exception>
    public static ImmutableArray<DataFunction> Named(params ImmutableArray<string> names)
    {
        var unknown = names.Except(All.Select(function => function.Name)).ToList();
        return unknown.Count == 0
            ? [.. All.Where(function => names.Contains(function.Name))]
            : throw new ArgumentException($"There is no function '{unknown[0]}'.", nameof(names));
    }

    private static EventQueueArgs OneByOne(int atOnce) =>
        new() { MaxReceiveCount = 3, ReportBatchItemFailures = false, BatchSize = 1, BatchWindowSeconds = 2, MaximumConcurrency = atOnce };

    private static FunctionKind.Jar Jar(string handler) => new($"org.library.processing.{handler}::handleRequest");

    private static DataFunction Reader(
        string name, FunctionKind kind, int memory, int timeout, EventQueueArgs queue, ImmutableArray<SharedVariables> shared) =>
        new(name, kind, memory, timeout, queue) { Shared = shared };

    private static DataFunction Editor(
        string name,
        FunctionKind kind,
        int memory,
        int timeout,
        EventQueueArgs queue,
        ImmutableArray<SharedVariables> shared,
        ImmutableArray<ObjectPlace> places) =>
        Reader(name, kind, memory, timeout, queue, shared) with { Writes = places, Deletes = places };
}
