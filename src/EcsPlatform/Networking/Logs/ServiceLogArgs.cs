namespace EcsPlatform.Networking;

/// <summary>A log group that workloads share, where each would else have its own.</summary>
public sealed record ServiceLogArgs
{
    /// <summary>The log group.</summary>
    public required LogGroup Group { get; init; }

    /// <summary>Where its events go on to. Default: null, nowhere.</summary>
    public LogForwarding? Forwarding { get; init; }

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <param name="own">The account and the region of the log group.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where, AwsAccount own) =>
        [.. Group.Problems($"{where}.group"), .. Forwarding?.Problems($"{where}.forwarding", own) ?? []];
}
