namespace EcsPlatform.Routing;

/// <summary>How many target groups a load balancer leads to.</summary>
/// <param name="loadBalancer">The load balancer's name, for messages.</param>
public sealed class TargetGroupQuota(string loadBalancer)
{
    /// <summary>
    /// How many target groups a load balancer leads to at most; AWS grants no more
    /// (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html).
    /// </summary>
    public const int Most = 100;

    /// <summary>How many are taken.</summary>
    public int Taken { get; private set; }

    /// <summary>Takes target groups.</summary>
    /// <param name="holder">Who takes them.</param>
    /// <param name="count">How many, at least 1; a workload with two versions side by side has two.</param>
    /// <exception cref="InvalidArgsException">The load balancer has no room for them.</exception>
    public void Claim(string holder, int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (Taken + count > Most)
        {
            throw new InvalidArgsException(
                $"Target groups of '{holder}'",
                [
                    new Problem(
                        $"{holder}.route",
                        $"{count} more, where load balancer '{loadBalancer}' has {Taken}",
                        $"{Most} target groups",
                        $"Lead '{holder}' through another load balancer than '{loadBalancer}': AWS does not raise this quota"),
                ]);
        }

        Taken += count;
    }
}
