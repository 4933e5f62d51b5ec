using EcsPlatform.Networking;
using EcsPlatform.Routing;
using Pulumi.Aws.LB.Inputs;
using Pulumi.Aws.Route53.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>What leads requests to a workload: target group, listener rule, DNS name, and the path from the load balancer to the tasks.</summary>
internal sealed record HttpEndpoint(LB.TargetGroup TargetGroup, LB.ListenerRule Rule)
{
    /// <summary>Adds the endpoint.</summary>
    /// <param name="name">The workload's name.</param>
    /// <param name="route">How requests reach it.</param>
    /// <param name="network">The network.</param>
    /// <param name="tasks">The tasks' security group.</param>
    /// <param name="options">The parent.</param>
    /// <returns>What was added.</returns>
    /// <exception cref="InvalidArgsException">
    /// The priority is out of range or another route has it, one route hides another, the load balancer is full, or another route makes
    /// the same DNS record.
    /// </exception>
    public static HttpEndpoint Add(string name, HttpRoute route, BaseNetwork network, Ec2.SecurityGroup tasks, CustomResourceOptions options)
    {
        var priority = route.LoadBalancer.RulePriorities.Claim(name, route.Match, route.Priority);
        route.LoadBalancer.TargetGroups.Claim(name);
        SecurityGroups.Open(
            $"{name}-lb", $"Load balancer to tasks of {name}", route.LoadBalancer.SecurityGroupId, tasks.Id, route.ContainerPort, options);
        var targetGroup = AddTargetGroup(name, route, network, options);
        var rule = new LB.ListenerRule(
            name,
            new LB.ListenerRuleArgs
            {
                ListenerArn = route.LoadBalancer.HttpsListenerArn,
                Priority = priority,
                Conditions = Conditions(route.Match),
                Actions = { new ListenerRuleActionArgs { Type = "forward", TargetGroupArn = targetGroup.Arn } },
            },
            options);
        foreach (var host in route.RecordedHosts)
        {
            route.LoadBalancer.DnsRecords.Claim(name, route.Zone, host);
            AddRecord(host == route.FullHost ? name : $"{name}-{host}", host, route, options);
        }

        return new HttpEndpoint(targetGroup, rule);
    }

    private static ListenerRuleConditionArgs[] Conditions(RuleMatch match)
    {
        var hosts = new ListenerRuleConditionArgs { HostHeader = new ListenerRuleConditionHostHeaderArgs { Values = [.. match.Hosts] } };
        return match.Paths.IsEmpty
            ? [hosts]
            : [hosts, new ListenerRuleConditionArgs { PathPattern = new ListenerRuleConditionPathPatternArgs { Values = [.. match.Paths] } }];
    }

    private static void AddRecord(string name, string host, HttpRoute route, CustomResourceOptions options) => _ = new Route53.Record(
        name,
        new Route53.RecordArgs
        {
            ZoneId = route.Zone.ZoneId,
            Name = host,
            Type = Route53.RecordType.A,
            Aliases =
            {
                new RecordAliasArgs
                {
                    Name = route.LoadBalancer.DnsName,
                    ZoneId = route.LoadBalancer.ZoneId,
                    EvaluateTargetHealth = false,
                },
            },
        },
        options);

    private static LB.TargetGroup AddTargetGroup(string name, HttpRoute route, BaseNetwork network, CustomResourceOptions options) => new(
        ResourceName.AutoNamed(name, ResourceNameKind.TargetGroup),
        new LB.TargetGroupArgs
        {
            VpcId = network.VpcId,
            TargetType = "ip",
            Port = route.ContainerPort,
            Protocol = "HTTP",
            DeregistrationDelay = route.DeregistrationDelaySeconds,
            HealthCheck = new TargetGroupHealthCheckArgs
            {
                Enabled = true,
                Path = route.HealthCheck.Path,
                Matcher = route.HealthCheck.Matcher,
                Interval = route.HealthCheck.IntervalSeconds,
                Timeout = route.HealthCheck.TimeoutSeconds,
                HealthyThreshold = route.HealthCheck.HealthyThreshold,
                UnhealthyThreshold = route.HealthCheck.UnhealthyThreshold,
                Port = "traffic-port",
                Protocol = "HTTP",
            },
        },
        options);
}
