using EcsPlatform.Networking;
using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Clusters;

/// <summary>How a cluster records sessions of <c>ecs execute-command</c>.</summary>
/// <param name="LogGroupName">The log group.</param>
/// <param name="KeyArn">The key that encrypts sessions; null for none of one's own.</param>
/// <param name="LogIsEncrypted">Whether it is known that the log group has a key: ECS ends sessions when it must, and has none.</param>
internal sealed record ExecSessions(Output<string> LogGroupName, Input<string>? KeyArn, bool LogIsEncrypted)
{
    /// <summary>Adds the log group and the key.</summary>
    /// <param name="name">The cluster's name.</param>
    /// <param name="source">Where sessions are recorded.</param>
    /// <param name="account">Where the cluster lives.</param>
    /// <param name="parent">The cluster component.</param>
    /// <returns>Where sessions are recorded.</returns>
    public static ExecSessions Add(string name, ClusterSource.Create source, AwsAccount account, Resource parent)
    {
        Input<string>? keyArn = source.ExecKey switch
        {
            ExecKey.Create key => AddKey(name, key, account, parent).Arn,
            ExecKey.Adopt key => key.Arn,
            _ => null,
        };
        var log = source.ExecLog is LogGroup.Create { KmsKeyArn: null } plain ? plain with { KmsKeyArn = keyArn } : source.ExecLog;
        var group = LogGroups.Add($"{name}-exec", log, account, new CustomResourceOptions { Parent = parent });
        return new ExecSessions(group.Name, keyArn, log is LogGroup.Create { KmsKeyArn: not null });
    }

    /// <summary>The cluster's part of it.</summary>
    /// <returns>The configuration.</returns>
    public ClusterConfigurationExecuteCommandConfigurationArgs ToConfiguration() => new()
    {
        Logging = "OVERRIDE",
        KmsKeyId = KeyArn,
        LogConfiguration = new ClusterConfigurationExecuteCommandConfigurationLogConfigurationArgs
        {
            CloudWatchLogGroupName = LogGroupName,
            CloudWatchEncryptionEnabled = LogIsEncrypted ? true : (Input<bool>?)null,
        },
    };

    private static KmsKey AddKey(string name, ExecKey.Create key, AwsAccount account, Resource parent) => new(
        $"{name}-exec",
        new KmsKeyArgs
        {
            Account = account,
            Description = $"Sessions in containers of {name}, and their log",
            CloudWatchLogs = true,
            DeletionWindowDays = key.DeletionWindowDays,
        },
        new ComponentResourceOptions { Parent = parent });
}
