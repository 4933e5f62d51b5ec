using EcsPlatform.Routing;
using Pulumi.Aws.LB.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>
/// Whether the load balancer leads a browser's later requests to the task that answered the first one, by a cookie
/// (limits: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html).
/// </summary>
public abstract record Stickiness
{
    /// <summary>The longest time, in seconds: a week.</summary>
    public const int LongestDurationSeconds = 604_800;

    private const int Day = 86_400;

    private Stickiness()
    {
    }

    /// <summary>It does not. This is what ends stickiness in a target group that had it; a new one needs nothing.</summary>
    public sealed record Off : Stickiness;

    /// <summary>It does, by a cookie of its own.</summary>
    /// <param name="DurationSeconds">For how long after the last request, in seconds, 1 to 604800. Default: 86400, a day.</param>
    public sealed record LoadBalancerCookie(int DurationSeconds = Day) : Stickiness;

    /// <summary>It does, for as long as the application sets a cookie.</summary>
    /// <param name="Name">The cookie's name; those that begin with AWSALB are the load balancer's own.</param>
    /// <param name="DurationSeconds">For how long after the last cookie, in seconds, 1 to 604800. Default: 86400, a day.</param>
    public sealed record ApplicationCookie(string Name, int DurationSeconds = Day) : Stickiness;

    /// <summary>The stickiness as the target group takes it.</summary>
    /// <returns>The arguments.</returns>
    internal TargetGroupStickinessArgs ToArgs() => this switch
    {
        Off => new TargetGroupStickinessArgs { Enabled = false, Type = "lb_cookie" },
        LoadBalancerCookie cookie => new TargetGroupStickinessArgs { Enabled = true, Type = "lb_cookie", CookieDuration = cookie.DurationSeconds },
        ApplicationCookie cookie => new TargetGroupStickinessArgs
        {
            Enabled = true,
            Type = "app_cookie",
            CookieName = cookie.Name,
            CookieDuration = cookie.DurationSeconds,
        },
        _ => throw new InvalidOperationException($"No arguments of {GetType().Name}."),
    };

    /// <summary>Finds what is wrong with this stickiness.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> Problems(string where)
    {
        var duration = this switch
        {
            LoadBalancerCookie cookie => cookie.DurationSeconds,
            ApplicationCookie cookie => cookie.DurationSeconds,
            _ => Day,
        };
        if (duration is < 1 or > LongestDurationSeconds)
        {
            yield return new Problem($"{where}.stickiness.duration", $"{duration} s", $"1 to {LongestDurationSeconds} s", "Choose a duration that AWS allows");
        }

        if (this is ApplicationCookie { Name: var name } && (!HeaderToken.IsToken(name) || name.StartsWith("AWSALB", StringComparison.Ordinal)))
        {
            yield return new Problem(
                $"{where}.stickiness.cookie", $"'{name}'", $"{HeaderToken.Characters}, not beginning with AWSALB", "Give the name of a cookie that the application sets");
        }
    }
}
