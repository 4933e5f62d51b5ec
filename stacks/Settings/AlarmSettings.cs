using System.Collections.Immutable;
using EcsPlatform.Foundations;
using Pulumi;

namespace EcsPlatform.Stacks.Settings;

/// <summary>Who hears of a stack's alarms.</summary>
/// <param name="TopicArn">A topic that exists; null where nobody does, and there are no alarms.</param>
public sealed record AlarmSettings(string? TopicArn)
{
    /// <summary>The topics, for components; null for none.</summary>
    public ImmutableArray<Input<string>>? TopicArns => TopicArn is null ? null : [TopicArn];

    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <param name="account">Where the stack lives.</param>
    /// <returns>The problems, none when the settings are right.</returns>
    public IEnumerable<Problem> Problems(string where, AwsAccount account)
    {
        // An alarm speaks only to topics of its region: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
        if (TopicArn is not null && (!Arn.TryParse(TopicArn, out var arn) || arn.Service != "sns" || arn.Region != account.Region))
        {
            yield return new Problem($"{where}.topic", $"'{TopicArn}'", $"the ARN of a topic in {account.Region}", "Give a topic whose policy lets CloudWatch publish");
        }
    }

    /// <summary>Reads the section.</summary>
    internal static AlarmSettings Read(ConfigSection section) => new(section.TextOrNull(
        "topic", "The SNS topic, which exists, that hears of alarms", ConfigFormat.Arn("sns", "a topic in the stack's region"), "there are no alarms"));
}
