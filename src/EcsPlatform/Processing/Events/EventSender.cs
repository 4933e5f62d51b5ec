namespace EcsPlatform.Processing;

/// <summary>A bucket or a topic that sends events on.</summary>
/// <param name="Service">Whose service it is, for example <c>s3.amazonaws.com</c>.</param>
/// <param name="Arn">Its ARN.</param>
internal sealed record EventSender(string Service, Input<string> Arn)
{
    /// <summary>A bucket.</summary>
    public const string Bucket = "s3.amazonaws.com";

    /// <summary>A topic.</summary>
    public const string Topic = "sns.amazonaws.com";

    /// <summary>
    /// The statement of a queue's or a topic's policy that lets it send. A bucket's ARN names no account, and somebody else may take the name
    /// of a bucket that was deleted (https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html).
    /// </summary>
    /// <param name="action">What it does.</param>
    /// <param name="resource">The queue or the topic.</param>
    /// <param name="accountId">The account in which it is.</param>
    /// <returns>The statement.</returns>
    public PolicyStatement May(string action, Input<string> resource, string accountId) => new()
    {
        Services = [Service],
        Actions = [action],
        Resources = [resource],
        Conditions = [new PolicyCondition("ArnEquals", "aws:SourceArn", Arn), new PolicyCondition("StringEquals", "aws:SourceAccount", accountId)],
    };
}
