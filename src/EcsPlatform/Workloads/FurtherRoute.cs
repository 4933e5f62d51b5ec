namespace EcsPlatform.Workloads;

/// <summary>One more way by which requests reach a workload, with a target group of its own: to another port, or judged by another health check.</summary>
/// <param name="Name">Its name, behind which its resources are found: lower-case letters, digits and inner hyphens.</param>
/// <param name="Route">The route.</param>
public sealed record FurtherRoute(string Name, HttpRoute Route)
{
    /// <summary>
    /// How many a service has at most besides its first route
    /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/register-multiple-targetgroups.html).
    /// </summary>
    public const int Most = 4;

    /// <summary>Finds what is wrong with a workload's further routes.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <param name="args">The workload's arguments.</param>
    /// <returns>The problems, none when they are right.</returns>
    internal static IEnumerable<Problem> Problems(string where, EcsWorkloadArgs args)
    {
        var routes = args.FurtherRoutes;
        if (!routes.IsEmpty && args.Route is null)
        {
            yield return new Problem($"{where}.furtherRoutes", "further routes without a first one", "a route before others", "Give the first one as the route");
        }

        if (routes.Length > Most)
        {
            yield return new Problem($"{where}.furtherRoutes", $"{routes.Length}", $"at most {Most}", "Lead to fewer ports: a service has at most 5 target groups");
        }

        foreach (var same in routes.GroupBy(more => more.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.furtherRoutes", $"'{same.Key}', {same.Count()} times", "each name once", "Rename one");
        }

        foreach (var more in routes.Where(more => !DnsName.IsLabel(more.Name)))
        {
            yield return new Problem($"{where}.furtherRoutes", $"'{more.Name}'", DnsName.ValidLabels, "Rename it");
        }

        foreach (var problem in routes.SelectMany(more => more.Route.Problems($"{where}.furtherRoutes.{more.Name}", args.Task)
            .Concat(more.Route.LoadBalancer.FitProblems($"{where}.furtherRoutes.{more.Name}", args))))
        {
            yield return problem;
        }
    }
}
