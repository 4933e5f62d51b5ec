namespace EcsPlatform.Networking;

/// <summary>A symmetric KMS key that rotates every year. The account's IAM policies decide who uses and administers it.</summary>
public sealed class KmsKey : ComponentResource
{
    private static readonly ImmutableArray<string> Use =
    [
        "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo",
    ];

    private static readonly ImmutableArray<string> Administration =
    [
        "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:CreateGrant", "kms:DeleteAlias", "kms:DisableKey", "kms:DisableKeyRotation", "kms:EnableKey",
        "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants", "kms:ListKeyPolicies", "kms:ListKeyRotations",
        "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:RevokeGrant", "kms:RotateKeyOnDemand", "kms:ScheduleKeyDeletion", "kms:TagResource",
        "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription",
    ];

    /// <summary>Creates the key.</summary>
    /// <param name="name">The name, which its resources' names begin with.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public KmsKey(string name, KmsKeyArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:networking:KmsKey", name, options)
    {
        InvalidArgsException.ThrowIfAny($"KmsKey '{name}'", args.Problems(name));
        var key = new Kms.Key(
            name,
            new Kms.KeyArgs
            {
                Description = args.Description,
                EnableKeyRotation = true,
                DeletionWindowInDays = args.DeletionWindowDays,
                Policy = PolicyDocument.Json([
                    OfAccount(args.Account),
                    .. args.CloudWatchLogs ? [OfCloudWatchLogs(args.Account)] : Array.Empty<PolicyStatement>(),
                    .. args.Publishers.IsEmpty ? [] : new[] { OfPublishers(args) },
                ]),
            },
            new CustomResourceOptions { Parent = this });
        Arn = key.Arn;
        RegisterOutputs();
    }

    /// <summary>The key's ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    // In a key's own policy the resource * is the key (https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html).
    private static PolicyStatement OfAccount(AwsAccount account) => new()
    {
        Principals = [$"arn:aws:iam::{account.Id}:root"],
        Actions = [.. Administration, .. Use],
        Resources = ["*"],
    };

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    private static PolicyStatement OfCloudWatchLogs(AwsAccount account) => new()
    {
        Services = [$"logs.{account.Region}.amazonaws.com"],
        Actions = Use,
        Resources = ["*"],
        Conditions =
        [
            new PolicyCondition("ArnLike", "kms:EncryptionContext:aws:logs:arn", $"arn:aws:logs:{account.Region}:{account.Id}:log-group:*"),
        ],
    };

    private static PolicyStatement OfPublishers(KmsKeyArgs args) => new()
    {
        Services = args.Publishers,
        Actions = ["kms:Decrypt", "kms:GenerateDataKey"],
        Resources = ["*"],
        Conditions = [new PolicyCondition("StringEquals", "aws:SourceAccount", args.Account.Id)],
    };
}
