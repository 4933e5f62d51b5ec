namespace EcsPlatform.Routing;

/// <summary>
/// Where a load balancer writes one of its logs
/// (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html).
/// </summary>
/// <param name="BucketName">
/// A bucket of the load balancer's region that lets it write below the prefix. The load balancer tries it when the log is switched on, so
/// that the name should come from the bucket's policy, as that of <see cref="Networking.LogBucket"/> does.
/// </param>
/// <param name="Prefix">
/// What the keys begin with, without slashes at its ends, for example <see cref="Networking.LogBucket.LoadBalancerAccessPrefix"/>.
/// </param>
public sealed record LoadBalancerLog(Input<string> BucketName, string Prefix)
{
    /// <summary>Finds what is wrong with this log.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (Prefix.Length == 0 || Prefix.StartsWith('/') || Prefix.EndsWith('/') || Prefix.Contains("AWSLogs", StringComparison.Ordinal))
        {
            yield return new Problem(
                $"{where}.prefix",
                $"'{Prefix}'",
                "a prefix without slashes at its ends and without AWSLogs, which AWS adds",
                "Give the prefix below which the bucket lets load balancers write");
        }
    }
}
