namespace EcsPlatform.Networking;

/// <summary>Who may write where in a log bucket: services on behalf of one account, each below its own prefix.</summary>
internal static class LogBucketPolicy
{
    public const string LoadBalancerAccessPrefix = "load-balancer-access";
    public const string LoadBalancerConnectionPrefix = "load-balancer-connections";
    public const string DistributionPrefix = "distributions";
    public const string BucketAccessPrefix = "buckets/";

    /// <summary>The statements that let services write their logs.</summary>
    /// <param name="bucketArn">The bucket.</param>
    /// <param name="account">Whose logs it takes, and where it is.</param>
    /// <returns>The statements.</returns>
    public static ImmutableArray<PolicyStatement> Statements(Output<string> bucketArn, AwsAccount account) =>
        [LoadBalancers(bucketArn, account), Distributions(bucketArn, account), Buckets(bucketArn, account)];

    // One principal for all regions; policies with an account of AWS for each region, those from before August 2022, are the older way.
    // The account's own path keeps other accounts' load balancers out. No condition on aws:SourceArn: AWS's policies for these logs have
    // none, and where a service does not send it, the statement allows nothing and switching the logs on fails.
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-connection-logging.html
    private static PolicyStatement LoadBalancers(Output<string> bucketArn, AwsAccount account) => new()
    {
        Services = ["logdelivery.elasticloadbalancing.amazonaws.com"],
        Actions = ["s3:PutObject"],
        Resources =
        [
            Output.Format($"{bucketArn}/{LoadBalancerAccessPrefix}/AWSLogs/{account.Id}/*"),
            Output.Format($"{bucketArn}/{LoadBalancerConnectionPrefix}/AWSLogs/{account.Id}/*"),
        ],
    };

    // CloudFront's deliveries live in us-east-1, wherever the bucket is. Without a prefix of their own they write below AWSLogs:
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
    private static PolicyStatement Distributions(Output<string> bucketArn, AwsAccount account) => new()
    {
        Services = ["delivery.logs.amazonaws.com"],
        Actions = ["s3:PutObject"],
        Resources =
        [
            Output.Format($"{bucketArn}/{DistributionPrefix}/*"),
            Output.Format($"{bucketArn}/AWSLogs/{account.Id}/CloudFront/*"),
        ],
        Conditions =
        [
            new PolicyCondition("StringEquals", "aws:SourceAccount", account.Id),
            new PolicyCondition("StringEquals", "s3:x-amz-acl", "bucket-owner-full-control"),
            new PolicyCondition("ArnLike", "aws:SourceArn", $"arn:aws:logs:{Certificate.CloudFrontRegion}:{account.Id}:delivery-source:*"),
        ],
    };

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
    private static PolicyStatement Buckets(Output<string> bucketArn, AwsAccount account) => new()
    {
        Services = ["logging.s3.amazonaws.com"],
        Actions = ["s3:PutObject"],
        Resources = [Output.Format($"{bucketArn}/{BucketAccessPrefix}*")],
        Conditions =
        [
            new PolicyCondition("StringEquals", "aws:SourceAccount", account.Id),
            new PolicyCondition("ArnLike", "aws:SourceArn", "arn:aws:s3:::*"),
        ],
    };
}
