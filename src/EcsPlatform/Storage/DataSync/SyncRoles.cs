using EcsPlatform.Networking;

namespace EcsPlatform.Storage;

/// <summary>What DataSync may do on either side, and in the log.</summary>
internal static class SyncRoles
{
    private const string Service = "datasync.amazonaws.com";

    /// <summary>Adds the role that reads the bucket (https://docs.aws.amazon.com/datasync/latest/userguide/create-s3-location.html).</summary>
    /// <param name="name">What its name begins with.</param>
    /// <param name="args">The bucket.</param>
    /// <param name="account">Where everything lives.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The role's ARN, and its policy.</returns>
    public static (Output<string> Arn, Resource Policy) AddReader(string name, BucketSyncArgs args, AwsAccount account, CustomResourceOptions options) => Add(
        $"{name}-read",
        $"DataSync of {name} reads the bucket",
        account,
        [
            new PolicyStatement { Actions = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], Resources = [args.BucketArn] },
            new PolicyStatement
            {
                Actions = ["s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion", "s3:GetObjectVersionTagging", "s3:ListMultipartUploadParts"],
                Resources = [Output.Format($"{args.BucketArn}/*")],
            },
            .. args.BucketKeyArn is { } key ? new KeyGrants(key).Decrypt().Statements : [],
        ],
        options);

    /// <summary>
    /// Adds the role that writes to the file system through the access point. DataSync mounts as root, which the access point then takes for its
    /// user (https://docs.aws.amazon.com/datasync/latest/userguide/create-efs-location.html).
    /// </summary>
    /// <param name="name">What its name begins with.</param>
    /// <param name="args">The file system and the access point.</param>
    /// <param name="account">Where everything lives.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The role's ARN, and its policy.</returns>
    public static (Output<string> Arn, Resource Policy) AddWriter(string name, BucketSyncArgs args, AwsAccount account, CustomResourceOptions options) => Add(
        $"{name}-write",
        $"DataSync of {name} writes to the file system",
        account,
        [AccessPoints.MountStatement(FileSystemRight.Root, args.FileSystem.Arn, args.FileSystem.AccessPoints[args.AccessPoint].Arn)],
        options);

    /// <summary>Lets DataSync write to a log group (https://docs.aws.amazon.com/datasync/latest/userguide/configure-logging.html).</summary>
    /// <param name="name">The policy's name.</param>
    /// <param name="logs">The log group.</param>
    /// <param name="account">Where everything lives.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The policy, after which tasks may log.</returns>
    public static Resource LetWriteLogs(string name, LogGroupOutputs logs, AwsAccount account, CustomResourceOptions options) => new CloudWatch.LogResourcePolicy(
        name,
        new CloudWatch.LogResourcePolicyArgs
        {
            PolicyName = name,
            PolicyDocument = PolicyDocument.Json(new PolicyStatement
            {
                Services = [Service],
                Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
                Resources = [Output.Format($"{logs.Arn}:*")],
                Conditions =
                [
                    new PolicyCondition("ArnLike", "aws:SourceArn", ArnsOf(account, "task/*")),
                    new PolicyCondition("StringEquals", "aws:SourceAccount", account.Id),
                ],
            }),
        },
        options);

    private static (Output<string> Arn, Resource Policy) Add(
        string name, string description, AwsAccount account, ImmutableArray<PolicyStatement> statements, CustomResourceOptions options)
    {
        var role = new Iam.Role(
            ResourceName.AutoNamed(name, ResourceNameKind.Role),
            new Iam.RoleArgs { Description = description, AssumeRolePolicy = PolicyDocument.Trust(Service, account.Id, ArnsOf(account, "*")) },
            options);
        var policy = new Iam.RolePolicy(
            ResourceName.AutoNamed(name, ResourceNameKind.Policy), new Iam.RolePolicyArgs { Role = role.Name, Policy = PolicyDocument.Json(statements) }, options);
        return (role.Arn, policy);
    }

    private static string ArnsOf(AwsAccount account, string resources) => new Arn("aws", "datasync", account.Region, account.Id, resources).ToString();
}
