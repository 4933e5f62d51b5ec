namespace EcsPlatform.Delivery;

/// <summary>Where a distribution logs requests.</summary>
public abstract record DistributionLog
{
    private DistributionLog()
    {
    }

    /// <summary>Nowhere.</summary>
    public sealed record None : DistributionLog;

    /// <summary>
    /// Into a bucket, with standard logs (legacy). CloudFront writes them with ACLs, so that the bucket must allow them, which
    /// <see cref="Networking.LogBucket"/> does not and <see cref="DistributionLogBucket"/> does
    /// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html).
    /// </summary>
    /// <param name="BucketDomainName">The bucket's domain name.</param>
    public sealed record Bucket(Input<string> BucketDomainName) : DistributionLog
    {
        /// <summary>What the keys begin with, with a trailing slash. Default: null, the distribution's name and a slash.</summary>
        public string? Prefix { get; init; }

        /// <summary>Whether cookies are logged. Default: false, because they identify people.</summary>
        public bool IncludeCookies { get; init; }
    }

    /// <summary>Finds what is wrong with this log.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (this is Bucket { Prefix: { } prefix } && (prefix.StartsWith('/') || !prefix.EndsWith('/')))
        {
            yield return new Problem(
                $"{where}.prefix", $"'{prefix}'", "a prefix without a leading and with a trailing slash", "Correct the slashes");
        }
    }
}
