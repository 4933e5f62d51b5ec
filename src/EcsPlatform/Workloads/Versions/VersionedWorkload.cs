using Pulumi.Aws.LB.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>
/// Versions of a workload that run side by side, each an <see cref="EcsWorkload"/> <c>{name}-{version}</c> with a task definition, a
/// service, a target group and a host of its own. One listener rule leads the workload's hosts to the live version. To cut over is to
/// name another version live: only that rule changes, at once and for all requests, and cutting back is the same again, for as long as
/// the other version stays.
/// </summary>
/// <remarks>
/// The rule waits for the live version's service, so one update can make a version and then lead to it. The versions' minimum numbers of
/// tasks are compared before; how many tasks scaling has added to the live version is nothing that a program knows, so raise the
/// minimum of the next one first when they are many. <see cref="ContainerContext.Host"/> is the version's own host, so that no task
/// definition depends on which version is live; where the workload's own is wanted, write it out.
/// </remarks>
public sealed class VersionedWorkload : ComponentResource
{
    /// <summary>Creates the workload.</summary>
    /// <param name="name">The name, which its resources' names begin with.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public VersionedWorkload(string name, VersionedWorkloadArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:workloads:VersionedWorkload", name, options)
    {
        InvalidArgsException.ThrowIfAny($"VersionedWorkload '{name}'", args.Problems(name));
        var balancer = ((RouteLoadBalancer.Shared)args.Route.LoadBalancer).LoadBalancer;
        var priority = balancer.RulePriorities.Claim(name, args.Route.Match, args.Route.Priority);
        Versions = args.Versions.ToImmutableSortedDictionary(
            version => version.Name,
            version => new EcsWorkload($"{name}-{version.Name}", version.Routed(args.Route), new ComponentResourceOptions { Parent = this }),
            StringComparer.Ordinal);

        var live = Versions[args.Live];
        _ = new LB.ListenerRule(
            name,
            new LB.ListenerRuleArgs
            {
                ListenerArn = balancer.HttpsListenerArn,
                Priority = priority,
                Conditions = HttpEndpoint.Conditions(args.Route.Match),
                Actions = { new ListenerRuleActionArgs { Type = "forward", TargetGroupArn = live.Endpoint!.TargetGroup.Arn } },
            },
            new CustomResourceOptions { Parent = this, DependsOn = { live } });
        HttpEndpoint.AddRecords(name, args.Route, balancer, new CustomResourceOptions { Parent = this });

        Url = Output.Create($"https://{args.Route.FullHost}");
        VersionUrls = Output.Create(args.Versions.ToImmutableDictionary(
            version => version.Name, version => $"https://{version.Routed(args.Route).Route!.FullHost}{version.BasePath}"));
        RegisterOutputs();
    }

    /// <summary>Where requests to the live version go.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    /// <summary>Where requests to each version go, live or not, with its base path; by the versions' names.</summary>
    [Output("versionUrls")]
    public Output<ImmutableDictionary<string, string>> VersionUrls { get; private set; }

    /// <summary>The versions, by their names.</summary>
    public ImmutableSortedDictionary<string, EcsWorkload> Versions { get; }
}
