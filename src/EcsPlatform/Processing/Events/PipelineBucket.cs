namespace EcsPlatform.Processing;

/// <summary>A bucket of a pipeline.</summary>
/// <param name="BucketName">Its name.</param>
/// <param name="Arn">Its ARN.</param>
public sealed record PipelineBucket(Input<string> BucketName, Input<string> Arn)
{
    /// <summary>The ARN of the KMS key that encrypts its objects. Default: null, none of one's own.</summary>
    public Input<string>? KeyArn { get; init; }

    /// <summary>The rights to it.</summary>
    internal BucketGrants Grants => new(Arn) { KeyArn = KeyArn };
}
