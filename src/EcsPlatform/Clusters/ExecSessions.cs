using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Clusters;

/// <summary>How a cluster records sessions of <c>ecs execute-command</c>.</summary>
/// <param name="LogGroupName">The log group.</param>
/// <param name="KeyArn">The key that encrypts sessions and log; null for none of one's own.</param>
internal sealed record ExecSessions(Input<string> LogGroupName, Input<string>? KeyArn)
{
    // Whoever administers the account administers the key, by IAM policies; the list names what that means.
    private static readonly ImmutableArray<string> AccountActions =
    [
        "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:CreateGrant", "kms:Decrypt", "kms:DeleteAlias", "kms:DescribeKey", "kms:DisableKey",
        "kms:DisableKeyRotation", "kms:EnableKey", "kms:EnableKeyRotation", "kms:Encrypt", "kms:GenerateDataKey", "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus", "kms:ListGrants", "kms:ListKeyPolicies", "kms:ListKeyRotations", "kms:ListResourceTags", "kms:PutKeyPolicy",
        "kms:RevokeGrant", "kms:RotateKeyOnDemand", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource", "kms:UpdateAlias",
        "kms:UpdateKeyDescription",
    ];

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    private static readonly ImmutableArray<string> LogActions =
    [
        "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
    ];

    /// <summary>Adds the log group and the key.</summary>
    /// <param name="name">The cluster's name.</param>
    /// <param name="log">Where sessions are recorded.</param>
    /// <param name="account">Where the cluster lives.</param>
    /// <param name="options">The parent.</param>
    /// <returns>Where sessions are recorded.</returns>
    public static ExecSessions Add(string name, ExecLog log, AwsAccount account, CustomResourceOptions options)
    {
        switch (log)
        {
            case ExecLog.Adopt adopt:
                return new ExecSessions(adopt.LogGroupName, adopt.KeyArn);
            case ExecLog.Create create:
                Input<string>? keyArn = create.Key switch
                {
                    ExecKey.Create key => AddKey(name, key, account, options).Arn,
                    ExecKey.Adopt key => key.Arn,
                    _ => null,
                };
                var group = new CloudWatch.LogGroup(
                    $"{name}-exec", new CloudWatch.LogGroupArgs { RetentionInDays = create.RetentionDays, KmsKeyId = keyArn }, options);
                return new ExecSessions(group.Name, keyArn);
            default:
                throw new InvalidOperationException($"No log in {log.GetType().Name}.");
        }
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
            CloudWatchEncryptionEnabled = KeyArn is null ? (Input<bool>?)null : true,
        },
    };

    private static Kms.Key AddKey(string name, ExecKey.Create key, AwsAccount account, CustomResourceOptions options) => new(
        $"{name}-exec",
        new Kms.KeyArgs
        {
            Description = $"Sessions in containers of {name}, and their log",
            EnableKeyRotation = true,
            DeletionWindowInDays = key.DeletionWindowDays,
            // A key's policy speaks of that key alone: "*" is the only way to name it.
            Policy = PolicyDocument.Json(
                new PolicyStatement { Actions = AccountActions, Principals = [$"arn:aws:iam::{account.Id}:root"], Resources = ["*"] },
                new PolicyStatement
                {
                    Actions = LogActions,
                    Services = [$"logs.{account.Region}.amazonaws.com"],
                    Resources = ["*"],
                    Conditions =
                    [
                        new PolicyCondition(
                            "ArnLike", "kms:EncryptionContext:aws:logs:arn", $"arn:aws:logs:{account.Region}:{account.Id}:log-group:{name}-exec-*"),
                    ],
                }),
        },
        options);
}
