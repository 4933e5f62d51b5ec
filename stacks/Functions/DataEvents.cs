using System.Collections.Immutable;
using EcsPlatform.Processing;
using static EcsPlatform.Stacks.Functions.DataBuckets;

namespace EcsPlatform.Stacks.Functions;

/// <summary>Which functions hear of which objects, as they are written and as they are deleted.</summary>
internal static class DataEvents
{
    private const string Tei = "tei-processing";
    private const string Ark = "ark-ingestion";

    private static readonly ImmutableArray<ObjectEvents> Rows =
    [
        Row(Source, "pages/html/", ".html", "html-translate-urls"),
        Row(Source, "pages/images/", "", "file-unchanged-copy"),
        Row(Source, "cudl.dl-dataset", ".json", "file-unchanged-copy"),
        Row(Source, "cudl.ui", ".json5", "file-unchanged-copy"),
        Row(Source, "ui/", "", "file-unchanged-copy"),
        Row(Source, "collections/", ".json", "json-translate-urls"),
        Row(Source, "tei-assets/", "", "copy-tei-assets"),
        Row(Source, "items/data/tei/", ".xml", Tei),
        Row(Enhancements, "transkribus/curious-cures/", ".xml", "transkribus-ingest"),
        Row(Releases, "collections/", ".json", "collection-solr-listener", "copy-file-to-efs"),
        Row(Releases, "solr-json/", ".json", "solr-listener"),
        Row(Releases, "cudl.dl-dataset.json", "", "copy-file-to-efs"),
        Row(Releases, "cudl.ui.json5", "", "copy-file-to-efs"),
        Row(Releases, "json/", ".json", "copy-file-to-efs"),
        Row(Releases, "pages/", "", "copy-file-to-efs"),
        Row(Releases, "ui/", "", "copy-file-to-efs"),
    ];

    // What is made of TEI before its release, for those who work on it.
    private static readonly ImmutableArray<ObjectEvents> UnreleasedRows =
    [
        Row(Releases, "unreleased/solr-json/", ".json", "solr-listener"),
        Row(Releases, "unreleased/json/", ".json", "copy-file-to-efs"),
    ];

    /// <summary>The ARK workflow: TEI goes through the minting of identifiers, which sends it on to the queue of TEI processing.</summary>
    private static readonly EventDetour ArkWorkflow = new(Tei, Ark, "TEI_QUEUE_URL");

    /// <summary>The function that is there for the ARK workflow alone.</summary>
    public static string ArkIngestion => ArkWorkflow.Through;

    /// <summary>The events of which some functions hear.</summary>
    /// <param name="functions">The functions' names.</param>
    /// <param name="unreleased">Whether they hear of what is not released yet.</param>
    /// <returns>The events; those of which none of the functions hears are left out.</returns>
    public static ImmutableArray<ObjectEvents> For(IReadOnlySet<string> functions, bool unreleased) =>
    [
        .. RowsWith(unreleased).Select(events => events with { Consumers = [.. events.Consumers.Where(functions.Contains)] }).Where(events => !events.Consumers.IsEmpty),
    ];

    /// <summary>The steps before some functions.</summary>
    /// <param name="functions">The functions' names.</param>
    /// <returns>The ARK workflow where both its functions are.</returns>
    public static ImmutableArray<EventDetour> DetoursFor(IReadOnlySet<string> functions) =>
        functions.Contains(ArkWorkflow.Consumer) && functions.Contains(ArkWorkflow.Through) ? [ArkWorkflow] : [];

    /// <summary>The objects that a function hears of, by itself or on their way to another.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="unreleased">Whether it hears of what is not released yet.</param>
    /// <returns>The places.</returns>
    public static ImmutableArray<ObjectPlace> PlacesOf(string function, bool unreleased)
    {
        var named = function == ArkWorkflow.Through ? ArkWorkflow.Consumer : function;
        return [.. RowsWith(unreleased).Where(events => events.Consumers.Contains(named)).Select(events => new ObjectPlace(events.Bucket, events.Prefix))];
    }

    private static ImmutableArray<ObjectEvents> RowsWith(bool unreleased) => unreleased ? Rows.AddRange(UnreleasedRows) : Rows;

    private static ObjectEvents Row(string bucket, string prefix, string suffix, params ImmutableArray<string> consumers) =>
        new() { Bucket = bucket, Prefix = prefix, Suffix = suffix, Consumers = consumers };
}
