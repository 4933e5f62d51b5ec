namespace EcsPlatform.Networking;

/// <summary>With whose key a bucket encrypts what is put into it.</summary>
public abstract record BucketEncryption
{
    private BucketEncryption()
    {
    }

    /// <summary>With keys of S3 (SSE-S3): free, and the only way for a bucket that load balancers write to.</summary>
    public sealed record S3Managed : BucketEncryption;

    /// <summary>With a KMS key (SSE-KMS), of which a bucket key saves most requests: who reads needs the right to decrypt with it.</summary>
    /// <param name="Arn">The key's ARN.</param>
    public sealed record Kms(Input<string> Arn) : BucketEncryption;
}
