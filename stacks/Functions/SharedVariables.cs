using System.Collections.Immutable;
using EcsPlatform.Functions;
using EcsPlatform.Stacks.Services;

namespace EcsPlatform.Stacks.Functions;

/// <summary>
/// Environment variables that functions share, in the order in which they are merged: where two sets have the same variable the later one counts,
/// and a function's own variables count before all sets.
/// </summary>
internal enum SharedVariables
{
    /// <summary>What is made of content and where it goes.</summary>
    Destination,

    /// <summary>The buckets with the content and with what is released of it.</summary>
    Content,

    /// <summary>Where search is.</summary>
    Search,

    /// <summary>Where enhancements of items come from, and the bucket of the items.</summary>
    Enhancements,
}

/// <summary>Makes the shared sets.</summary>
internal static class SharedVariableSets
{
    /// <summary>The sets of a function.</summary>
    /// <param name="sets">Which ones.</param>
    /// <param name="place">What functions stand on.</param>
    /// <returns>The sets, in the order in which they are merged.</returns>
    public static ImmutableArray<EnvironmentSet> Of(ImmutableArray<SharedVariables> sets, FunctionPlace place) =>
        [.. sets.Order().Select(set => new EnvironmentSet(set.ToString().ToLowerInvariant(), Variables(set, place)))];

    private static ImmutableSortedDictionary<string, FunctionVariable> Variables(SharedVariables set, FunctionPlace place) => set switch
    {
        SharedVariables.Destination => Of(
            ("DST_BUCKET", place.BucketName(DataBuckets.Releases)),
            ("DST_EFS_ENABLED", "true"),
            ("DST_EFS_PREFIX", DataFunctions.MountPath),
            ("DST_PREFIX", "html/"),
            ("DST_S3_PREFIX", ""),
            ("DST_XSLT_OUTPUT_FOLDER", "json/"),
            ("DST_XSLT_OUTPUT_SUFFIX", ".json"),
            ("REGION", place.Settings.Account.Region),
            ("TMP_DIR", "/tmp/dest/"),
            ("VERSION", place.Settings.Stack)),
        SharedVariables.Content => Of(
            ("RELEASES_BUCKET", place.BucketName(DataBuckets.Releases)),
            ("SOURCE_BUCKET", place.BucketName(DataBuckets.Source))),
        SharedVariables.Search => Of(
            ("API_HOST", Search.HostIn(place.Settings.Name)),
            ("API_PORT", $"{Search.ApiPort}")),
        SharedVariables.Enhancements => Of(
            ("ENHANCEMENTS_BUCKET", place.BucketName(DataBuckets.Enhancements)),
            ("OUTPUT_BUCKET", place.BucketName(DataBuckets.Source))),
        _ => throw new ArgumentOutOfRangeException(nameof(set)),
    };

    private static ImmutableSortedDictionary<string, FunctionVariable> Of(params IEnumerable<(string Name, FunctionVariable Value)> variables) =>
        variables.ToImmutableSortedDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);
}
