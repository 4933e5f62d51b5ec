using Pulumi.Aws.S3.Inputs;

namespace EcsPlatform.Networking;

/// <summary>
/// What every bucket has: no public access, no ACLs, encryption, TLS only, and a lifecycle that clears away old versions and the
/// parts of uploads that nobody finished.
/// </summary>
internal static class PrivateBucket
{
    /// <summary>How many characters a bucket's logical name may have: AWS allows 63, of which the random end takes 8.</summary>
    public const int LongestName = 55;

    /// <summary>The problem of a name from which no bucket name can be made.</summary>
    /// <param name="name">The component's name.</param>
    /// <returns>The problem, none when the name is right.</returns>
    public static IEnumerable<Problem> NameProblems(string name)
    {
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
        if (name.Length > LongestName || !DnsName.IsLabel(name))
        {
            yield return new Problem(
                "name", $"'{name}'", $"1 to {LongestName} lower-case letters, digits and inner hyphens", "Choose a name that a bucket's name can begin with");
        }
    }

    /// <summary>The problem of a number of days that is not positive.</summary>
    /// <param name="where">The property.</param>
    /// <param name="days">The days.</param>
    /// <returns>The problem, none when there is at least one day.</returns>
    public static IEnumerable<Problem> DayProblems(string where, int days) =>
        days >= 1 ? [] : [new Problem(where, $"{days} days", "1 day or more", "Choose how long to keep it")];

    /// <summary>Adds the settings of a bucket.</summary>
    /// <param name="name">The bucket's logical name.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="encryption">With whose key it encrypts.</param>
    /// <param name="lifecycle">How long it keeps what.</param>
    /// <param name="allowed">Who may use it besides the account.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The bucket's policy.</returns>
    public static S3.BucketPolicy AddSettings(
        string name,
        S3.Bucket bucket,
        BucketEncryption encryption,
        BucketLifecycle lifecycle,
        ImmutableArray<PolicyStatement> allowed,
        CustomResourceOptions options)
    {
        var publicAccess = new S3.BucketPublicAccessBlock(
            name,
            new S3.BucketPublicAccessBlockArgs
            {
                Bucket = bucket.BucketName,
                BlockPublicAcls = true,
                BlockPublicPolicy = true,
                IgnorePublicAcls = true,
                RestrictPublicBuckets = true,
            },
            options);
        _ = new S3.BucketOwnershipControls(
            name,
            new S3.BucketOwnershipControlsArgs
            {
                Bucket = bucket.BucketName,
                Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
            },
            options);
        AddEncryption(name, bucket, encryption, options);
        AddLifecycle(name, bucket, lifecycle, options);

        // S3 refuses two changes of a bucket's access at once.
        var afterwards = CustomResourceOptions.Merge(options, new CustomResourceOptions { DependsOn = { publicAccess } });
        return new S3.BucketPolicy(
            name,
            new S3.BucketPolicyArgs { Bucket = bucket.BucketName, Policy = PolicyDocument.Json([TlsOnly(bucket.Arn), .. allowed]) },
            afterwards);
    }

    private static PolicyStatement TlsOnly(Output<string> arn) => new()
    {
        Deny = true,
        Everybody = true,
        Actions = ["s3:*"],
        Resources = [arn, Output.Format($"{arn}/*")],
        Conditions = [new PolicyCondition("Bool", "aws:SecureTransport", "false")],
    };

    private static void AddEncryption(string name, S3.Bucket bucket, BucketEncryption encryption, CustomResourceOptions options)
    {
        var kms = encryption as BucketEncryption.Kms;
        _ = new S3.BucketServerSideEncryptionConfiguration(
            name,
            new S3.BucketServerSideEncryptionConfigurationArgs
            {
                Bucket = bucket.BucketName,
                Rules =
                {
                    new BucketServerSideEncryptionConfigurationRuleArgs
                    {
                        ApplyServerSideEncryptionByDefault = new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                        {
                            SseAlgorithm = kms is null ? "AES256" : "aws:kms",
                            KmsMasterKeyId = kms?.Arn,
                        },
                        BucketKeyEnabled = kms is null ? null : (Input<bool>)true,
                    },
                },
            },
            options);
    }

    private static void AddLifecycle(string name, S3.Bucket bucket, BucketLifecycle lifecycle, CustomResourceOptions options) =>
        _ = new S3.BucketLifecycleConfiguration(
            name,
            new S3.BucketLifecycleConfigurationArgs
            {
                Bucket = bucket.BucketName,
                Rules =
                {
                    new BucketLifecycleConfigurationRuleArgs
                    {
                        Id = "clear-away",
                        Status = "Enabled",
                        Filter = new BucketLifecycleConfigurationRuleFilterArgs(),
                        Expiration = lifecycle.ExpirationDays is { } days
                            ? (Input<BucketLifecycleConfigurationRuleExpirationArgs>)new BucketLifecycleConfigurationRuleExpirationArgs { Days = days }
                            : null,
                        NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
                        {
                            NoncurrentDays = lifecycle.OldVersionDays,
                        },
                        AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
                        {
                            DaysAfterInitiation = lifecycle.IncompleteUploadDays,
                        },
                    },
                },
            },
            options);
}

/// <summary>How long a bucket keeps what, in days.</summary>
/// <param name="ExpirationDays">Objects; null for as long as nobody deletes them.</param>
/// <param name="OldVersionDays">Versions that were overwritten or deleted.</param>
/// <param name="IncompleteUploadDays">The parts of uploads that nobody finished.</param>
internal sealed record BucketLifecycle(int? ExpirationDays, int OldVersionDays, int IncompleteUploadDays);
