using EcsPlatform.Routing;

namespace EcsPlatform.Workloads;

/// <content>What may be wrong with a strategy.</content>
public abstract partial record DeploymentStrategy
{
    private const int MostMinutes = 1440;

    /// <summary>Finds what is wrong: a deployment moves only if one task more may start, or one may stop first.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="desiredCount">How many tasks should run.</param>
    /// <returns>The problems, none when deployments move.</returns>
    public IEnumerable<Problem> Problems(string where, int desiredCount) => this switch
    {
        Rolling rolling => rolling.BoundProblems(where, desiredCount),
        SingleWriter => WriterProblems(where, desiredCount),
        TrafficShift shift => [.. ShiftProblems($"{where}.deployment", shift), .. shift.Hooks.SelectMany(hook => hook.Problems($"{where}.deployment.hooks"))],
        _ => throw new InvalidOperationException($"No problems of {GetType().Name}."),
    };

    /// <summary>Finds what does not fit the workload.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="args">What the workload is made of.</param>
    /// <returns>The problems, none when it fits.</returns>
    internal IEnumerable<Problem> FitProblems(string where, EcsWorkloadArgs args) => this is TrafficShift shift
        ? [.. TrafficProblems($"{where}.deployment", shift, args), .. TestHostProblems($"{where}.deployment.testHost", shift, args.Route)]
        : [];

    private IEnumerable<Problem> BoundProblems(string where, int desiredCount)
    {
        if (LeastPercent is < 0 or > 100)
        {
            yield return new Problem($"{where}.minimumHealthyPercent", $"{LeastPercent} %", "0 to 100 %", "Lower it");
        }

        if (MostPercent is < 100 or > 200)
        {
            yield return new Problem($"{where}.maximumPercent", $"{MostPercent} %", "100 to 200 %", "Choose a value in this range");
        }

        if (desiredCount > 0 && Ceiling(desiredCount) <= desiredCount && Floor(desiredCount) >= desiredCount)
        {
            yield return new Problem(
                $"{where}.deployment",
                $"{LeastPercent} % to {MostPercent} % of {desiredCount} tasks: none may stop and none may start",
                "bounds that let a task start or stop",
                "Raise the maximum to start first, or lower the minimum to stop first");
        }
    }

    private static IEnumerable<Problem> WriterProblems(string where, int desiredCount)
    {
        if (desiredCount > 1)
        {
            yield return new Problem(
                $"{where}.deployment", $"a single writer with {desiredCount} tasks", "at most 1 task", "Run one task, or let several deploy as Rolling");
        }
    }

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html and
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html
    private static IEnumerable<Problem> ShiftProblems(string where, TrafficShift shift) =>
    [
        .. shift switch
        {
            Canary canary => [.. PercentProblems($"{where}.percent", canary.Percent, 0.1), .. MinuteProblems($"{where}.minutes", canary.Minutes)],
            Linear linear => [.. PercentProblems($"{where}.stepPercent", linear.StepPercent, 3), .. MinuteProblems($"{where}.stepMinutes", linear.StepMinutes)],
            _ => Enumerable.Empty<Problem>(),
        },
        .. MinuteProblems($"{where}.bakeMinutes", shift.BakeMinutes),
    ];

    private static IEnumerable<Problem> PercentProblems(string where, double percent, double least)
    {
        if (!(percent >= least && percent <= 100) || Math.Abs(percent * 10 - Math.Round(percent * 10)) > 1e-6)
        {
            yield return new Problem(
                where, FormattableString.Invariant($"{percent} %"), FormattableString.Invariant($"{least} to 100 % in steps of 0.1"), "Choose a share that ECS allows");
        }
    }

    private static IEnumerable<Problem> MinuteProblems(string where, int minutes)
    {
        if (minutes is < 0 or > MostMinutes)
        {
            yield return new Problem(where, $"{minutes} min", $"0 to {MostMinutes} min", "Use 0 to go on at once");
        }
    }

    private static IEnumerable<Problem> TrafficProblems(string where, TrafficShift shift, EcsWorkloadArgs args)
    {
        var strategy = shift.GetType().Name;
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html
        if (args.Route is null && args.ServiceConnect is not { Endpoints.IsEmpty: false })
        {
            yield return new Problem(
                where, $"{strategy} without a route and an endpoint of Service Connect", "a route, or an endpoint", "Use Rolling: there are no requests to lead over");
        }

        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
        if (args.Route is not null && args.Task.NetworkMode != NetworkMode.Awsvpc)
        {
            yield return new Problem(
                where,
                $"{strategy} behind a load balancer in network mode {NetworkModes.Text(args.Task.NetworkMode)}",
                "awsvpc",
                "Give the tasks addresses of their own, or use Rolling");
        }

        if (args.DesiredCount is ServiceCount.Scaled scaled && scaled.Policies.Any(policy => policy is ScalingPolicy.RequestsPerTarget))
        {
            yield return new Problem(
                where,
                $"{strategy} with a count that follows requests",
                "one that follows CPU or memory",
                "Follow another metric: that of requests knows one target group");
        }

        if (args.WaitForSteadyState && shift.Hooks.Any(hook => hook is DeploymentHook.Pause))
        {
            yield return new Problem(
                $"{where}.hooks",
                "a pause in an update that waits",
                "a pause and WaitForSteadyState false",
                "Turn WaitForSteadyState off: the update cannot wait for people");
        }
    }

    private static IEnumerable<Problem> TestHostProblems(string where, TrafficShift shift, HttpRoute? route)
    {
        if (shift.TestHost is not { } host)
        {
            yield break;
        }

        if (route is null)
        {
            yield return new Problem(where, $"'{host}' without a route", "a route", "Leave it out: test requests come through the load balancer");
            yield break;
        }

        if (!DnsName.IsLabel(host))
        {
            yield return new Problem(where, $"'{host}'", DnsName.ValidLabels, "Choose a host name that DNS allows");
        }
        else if (route.Match.Hosts.Any(pattern => WildcardPattern.Covers(pattern, route.HostInZone(host))))
        {
            yield return new Problem(where, $"'{host}', which the route takes itself", "another host", "Choose a name that leads nowhere else");
        }
        else if (route.HostInZone(host).Length > RuleMatch.LongestValue)
        {
            yield return new Problem(
                where,
                $"'{host}', {route.HostInZone(host).Length} characters with the zone",
                $"at most {RuleMatch.LongestValue}",
                "Choose a shorter host name: a listener rule takes no longer one");
        }
    }
}
