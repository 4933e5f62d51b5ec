using EcsPlatform.Routing;

namespace EcsPlatform.Workloads;

/// <summary>The load balancer that leads requests to a workload: one that others use as well, by a rule, or one of its own, by default.</summary>
public abstract record RouteLoadBalancer
{
    private RouteLoadBalancer()
    {
    }

    /// <summary>A load balancer for many workloads, which leads the route's hosts, paths and headers here.</summary>
    /// <param name="LoadBalancer">The load balancer.</param>
    public sealed record Shared(SharedLoadBalancer LoadBalancer) : RouteLoadBalancer;

    /// <summary>
    /// A load balancer made with the workload and for it alone, called as the workload. It has no rules: every HTTPS request comes here,
    /// whatever its host, so the route has no paths, headers and priority. Workloads of deployments that lead requests over cannot have one.
    /// </summary>
    /// <param name="Args">What it is made of; its <see cref="SharedLoadBalancerArgs.Default"/> is left out, for it leads here.</param>
    public sealed record Own(SharedLoadBalancerArgs Args) : RouteLoadBalancer;

    /// <summary>A load balancer for many workloads.</summary>
    /// <param name="loadBalancer">The load balancer.</param>
    public static implicit operator RouteLoadBalancer(SharedLoadBalancer loadBalancer) => FromSharedLoadBalancer(loadBalancer);

    /// <summary>A load balancer for many workloads.</summary>
    /// <param name="loadBalancer">The load balancer.</param>
    /// <returns>The load balancer of a route.</returns>
    public static RouteLoadBalancer FromSharedLoadBalancer(SharedLoadBalancer loadBalancer) => new Shared(loadBalancer);

    /// <summary>Finds what is wrong with this load balancer for a route.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="route">The route.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> Problems(string where, HttpRoute route)
    {
        if (this is not Own own)
        {
            yield break;
        }

        foreach (var problem in own.Args.Problems($"{where}.loadBalancer"))
        {
            yield return problem;
        }

        if (own.Args.Default is not ListenerDefault.NotFound)
        {
            yield return new Problem(
                $"{where}.loadBalancer.default", own.Args.Default.GetType().Name, "none for a load balancer of one's own", "Leave it out: the load balancer leads here");
        }

        if (!route.Paths.IsEmpty || !route.Headers.IsEmpty || route.Priority is not null)
        {
            yield return new Problem(
                $"{where}.loadBalancer",
                "one of its own for a route with paths, headers or a priority",
                "one of its own for all requests, or a shared one",
                "Leave them out, or share the load balancer: only there are rules");
        }
    }

    /// <summary>Finds what is wrong between this load balancer and a workload.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="args">The workload's arguments.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> FitProblems(string where, EcsWorkloadArgs args)
    {
        if (this is not Own own)
        {
            yield break;
        }

        if (own.Args.Network != args.Capacity.Cluster.Network)
        {
            yield return new Problem(
                $"{where}.loadBalancer.network", "another network than the cluster's", "the cluster's network", "Put the load balancer where the tasks are");
        }

        // ECS leads requests over by changing a rule's weights: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
        if (args.Deployment is DeploymentStrategy.TrafficShift)
        {
            yield return new Problem(
                $"{where}.loadBalancer",
                $"one of its own with {args.Deployment.GetType().Name}",
                "a shared one, whose rules lead requests over",
                "Share the load balancer, or let the workload roll");
        }
    }
}
