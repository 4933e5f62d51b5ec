using EcsPlatform.Stacks.Functions;
using EcsPlatform.Stacks.Parts;
using EcsPlatform.Stacks.Services;

namespace EcsPlatform.Stacks;

/// <summary>Live: what readers use. It makes nothing of content; it indexes and copies what staging's editors publish into its bucket of releases.</summary>
internal static class LiveStack
{
    /// <summary>What it is made of.</summary>
    public static StackProgram Program { get; } = new()
    {
        Lifetime = Lifetime.Permanent,
        Services = [new Viewer(), new ItemServices(), new Search()],
        Functions = DataFunctions.Named("solr-listener", "collection-solr-listener", "copy-file-to-efs"),
        Parts = [new ImageServer(), new DailySummary()],
    };
}
