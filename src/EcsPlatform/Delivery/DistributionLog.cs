using System.Text.RegularExpressions;
using EcsPlatform.Networking;

namespace EcsPlatform.Delivery;

/// <summary>Where a distribution logs requests.</summary>
public abstract partial record DistributionLog
{
    private DistributionLog()
    {
    }

    /// <summary>Nowhere.</summary>
    public sealed record None : DistributionLog;

    /// <summary>
    /// Into a bucket, with standard logs (v2): each request's date, time, address, path, status and so on, a few minutes later
    /// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html). The bucket may be in any region, and its
    /// policy must admit <c>delivery.logs.amazonaws.com</c>, as that of a <see cref="LogBucket"/> does.
    /// </summary>
    /// <param name="BucketName">The bucket's name.</param>
    public sealed record Bucket(Input<string> BucketName) : DistributionLog
    {
        /// <summary>
        /// What the keys begin with, without slashes around it. Default: null, <see cref="LogBucket.DistributionPrefix"/>, a slash and the
        /// distribution's name; in a <see cref="LogBucket"/> only what is below that prefix can be written.
        /// </summary>
        public string? Prefix { get; init; }

        /// <summary>Whether cookies are logged. Default: false, because they identify people.</summary>
        public bool IncludeCookies { get; init; }

        /// <summary>How the files are written. Default: as CloudFront's logs always were.</summary>
        public DistributionLogFormat Format { get; init; } = DistributionLogFormat.W3C;
    }

    /// <summary>Finds what is wrong with this log.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (this is Bucket { Prefix: { } prefix } && !PrefixPattern().IsMatch(prefix))
        {
            yield return new Problem(
                $"{where}.prefix", $"'{prefix}'", "letters, digits and ._- in parts joined by slashes, without slashes around", "Correct the prefix");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex PrefixPattern();
}

/// <summary>
/// The format of a distribution's logs
/// (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliveryDestination.html).
/// </summary>
public enum DistributionLogFormat
{
    /// <summary>W3C's extended format: a line for each request, its fields divided by tabs, and a header that names them.</summary>
    W3C,

    /// <summary>A line of JSON for each request.</summary>
    Json,

    /// <summary>A line of text for each request, without a header.</summary>
    Plain,

    /// <summary>Parquet, for queries over long times; AWS charges for the conversion.</summary>
    Parquet,
}
