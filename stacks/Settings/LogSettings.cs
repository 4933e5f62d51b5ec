using EcsPlatform.Foundations;
using EcsPlatform.Networking;

namespace EcsPlatform.Stacks.Settings;

/// <summary>The log group that a stack's services share, which exists before it.</summary>
/// <param name="Group">Its name; null where each service has a log group of its own.</param>
/// <param name="ForwardTo">The destination of CloudWatch Logs that its events go on to; null for none.</param>
public sealed record LogSettings(string? Group, string? ForwardTo)
{
    /// <summary>The log group as the network takes it; null for none.</summary>
    public ServiceLogArgs? Args => Group is null
        ? null
        : new ServiceLogArgs
        {
            Group = new LogGroup.Adopt(Group),
            Forwarding = ForwardTo is null ? null : new LogForwarding { DestinationArn = ForwardTo },
        };

    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <param name="account">Where the stack lives.</param>
    /// <returns>The problems, none when the settings are right.</returns>
    public IEnumerable<Problem> Problems(string where, AwsAccount account) => Group is null && ForwardTo is not null
        ? [new Problem($"{where}.forwardTo", "no log group", "a log group that exists", "Name it in 'group', or leave 'forwardTo' out")]
        : Args?.Problems(where, account) ?? [];

    /// <summary>Reads the section.</summary>
    internal static LogSettings Read(ConfigSection section) => new(
        section.TextOrNull("group", "The name of the log group that the services share, which exists", otherwise: "each service has a log group of its own"),
        section.TextOrNull(
            "forwardTo",
            "The destination of CloudWatch Logs, in another account, that the group's events go on to",
            ConfigFormat.Arn("logs", "a destination in the stack's region"),
            "nowhere"));
}
