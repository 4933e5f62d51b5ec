using EcsPlatform.Processing;

namespace EcsPlatform.Stacks.Functions;

/// <summary>The buckets of the content, by the names that events and functions call them.</summary>
internal static class DataBuckets
{
    /// <summary>What editors put in.</summary>
    public const string Source = "source";

    /// <summary>What readers get.</summary>
    public const string Releases = "releases";

    /// <summary>What others know of items, such as transcriptions.</summary>
    public const string Enhancements = "enhancements";

    /// <summary>Objects of the source.</summary>
    public static ObjectPlace InSource(string prefix) => new(Source, prefix);

    /// <summary>Objects of the releases.</summary>
    public static ObjectPlace InReleases(string prefix) => new(Releases, prefix);
}
