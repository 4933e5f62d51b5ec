namespace EcsPlatform.Networking;

/// <summary>
/// Sends a log group's events on to a destination of CloudWatch Logs, usually of another account, whose policy admits this one. A log group has
/// at most two of these (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions.html).
/// </summary>
public sealed record LogForwarding
{
    /// <summary>The destination, for example <c>arn:aws:logs:eu-west-1:222222222222:destination:central</c>, in the log group's region.</summary>
    public required string DestinationArn { get; init; }

    /// <summary>
    /// Which events go on (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html). Default: an empty text, all.
    /// </summary>
    public string FilterPattern { get; init; } = "";

    /// <summary>True keeps the events of one log stream together and in order; false spreads them evenly. Default: true.</summary>
    public bool ByLogStream { get; init; } = true;

    /// <summary>Finds what is wrong with this forwarding.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <param name="own">The account and the region of the log group.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, AwsAccount own)
    {
        var found = Arn.TryParse(DestinationArn, out var arn) && arn.Service == "logs" && arn.Resource.StartsWith("destination:", StringComparison.Ordinal);
        if (!found || arn!.Region != own.Region)
        {
            yield return new Problem(
                $"{where}.destination",
                $"'{DestinationArn}'",
                $"the ARN of a destination of CloudWatch Logs in {own.Region}",
                "Give the destination that the receiving account made in this region");
        }

        // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html
        if (FilterPattern.Length > 1024)
        {
            yield return new Problem($"{where}.filterPattern", $"{FilterPattern.Length} characters", "at most 1024", "Shorten the pattern");
        }
    }

    /// <summary>Adds the forwarding.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="group">The log group.</param>
    /// <param name="options">The parent.</param>
    internal void Add(string name, LogGroupOutputs group, CustomResourceOptions options) => _ = new CloudWatch.LogSubscriptionFilter(
        name,
        new CloudWatch.LogSubscriptionFilterArgs
        {
            LogGroup = group.Name,
            DestinationArn = DestinationArn,
            FilterPattern = FilterPattern,
            Distribution = ByLogStream ? "ByLogStream" : "Random",
        },
        options);
}
