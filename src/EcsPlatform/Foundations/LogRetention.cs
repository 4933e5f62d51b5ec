namespace EcsPlatform.Foundations;

/// <summary>How long CloudWatch Logs keeps events.</summary>
public static class LogRetention
{
    /// <summary>
    /// The retention periods that CloudWatch Logs knows, in days
    /// (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html).
    /// Forever is not one of them here: logs that nobody deletes are a cost that nobody decided on.
    /// </summary>
    public static ImmutableSortedSet<int> Allowed { get; } =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    /// <summary>The problem of a period that is not one of <see cref="Allowed"/>.</summary>
    /// <param name="where">The config key or the component's property.</param>
    /// <param name="days">The period that was found, in days.</param>
    /// <returns>The problem.</returns>
    public static Problem Problem(string where, int days) =>
        new(where, $"{days} days", string.Join(", ", Allowed), "Choose a retention period that CloudWatch Logs knows");
}
