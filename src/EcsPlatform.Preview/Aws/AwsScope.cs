namespace EcsPlatform.Preview.Aws;

/// <summary>Where a resource lives: what its ARN and its DNS names are made of.</summary>
internal sealed record AwsScope(string AccountId, string Region, string Partition)
{
    /// <summary>The suffix of service host names.</summary>
    public string DnsSuffix => Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";

    /// <summary>The ARN of something regional in this account.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{AccountId}:{resource}";

    /// <summary>The ARN of something in this account that has no region.</summary>
    public string GlobalArn(string service, string resource) => $"arn:{Partition}:{service}::{AccountId}:{resource}";
}
