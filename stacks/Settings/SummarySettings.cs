using EcsPlatform.Foundations;

namespace EcsPlatform.Stacks.Settings;

/// <summary>Where a stack stores the daily statistics of its collections.</summary>
/// <param name="Bucket">The name of a bucket of the account, which exists.</param>
public sealed record SummarySettings(string Bucket)
{
    /// <summary>The config key, without the namespace.</summary>
    internal const string Section = "summary";

    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <param name="alarms">Who hears of alarms.</param>
    /// <returns>The problems, none when the settings are right.</returns>
    internal IEnumerable<Problem> Problems(string where, AlarmSettings alarms)
    {
        foreach (var problem in BucketName.Problems($"{where}.bucket", Bucket))
        {
            yield return problem;
        }

        if (alarms.TopicArn is null)
        {
            yield return new Problem(where, "nobody who hears of a failure", "a topic", "Name it in 'topic' of the section alarms, or leave this section out");
        }
    }

    /// <summary>Reads the section; null where no bucket is named.</summary>
    internal static SummarySettings? Read(ConfigSection section) =>
        section.TextOrNull("bucket", "The bucket, which exists", otherwise: "no statistics are stored") is { } bucket ? new SummarySettings(bucket) : null;
}
