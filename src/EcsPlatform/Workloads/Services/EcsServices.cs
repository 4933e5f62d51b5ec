using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>ECS services as resources.</summary>
internal static class EcsServices
{
    /// <summary>Adds the service of a workload.</summary>
    /// <param name="name">The workload's name.</param>
    /// <param name="args">What the workload is made of.</param>
    /// <param name="parts">What the service puts together.</param>
    /// <param name="parent">The workload component.</param>
    /// <returns>The service.</returns>
    /// <exception cref="InvalidArgsException">Another workload has the instances for itself.</exception>
    public static Ecs.Service Add(string name, EcsWorkloadArgs args, ServiceParts parts, Resource parent)
    {
        var service = new Ecs.ServiceArgs
        {
            Cluster = parts.Network.Cluster.ClusterArn,
            TaskDefinition = parts.TaskDefinition.Arn,
            NetworkConfiguration = parts.Network.ToConfiguration(),
            ServiceRegistries = parts.Registry is { } registry ? registry : (Input<ServiceServiceRegistriesArgs>?)null,
            ServiceConnectConfiguration = parts.Connect is { } connect ? connect : (Input<ServiceServiceConnectConfigurationArgs>?)null,
            EnableExecuteCommand = args.ExecuteCommand ? true : (Input<bool>?)null,
            EnableEcsManagedTags = true,
            ForceDelete = args.ForceDelete ? true : (Input<bool>?)null,
            PropagateTags = "SERVICE",
            WaitForSteadyState = args.WaitForSteadyState,
        };
        Schedule(service, name, args);
        ServiceDeployments.Deploy(service, args, parts.Roles);
        Trigger(service, args);
        Balance(service, args, parts);
        foreach (var (more, endpoint) in args.FurtherRoutes.Zip(parts.FurtherEndpoints))
        {
            service.LoadBalancers.Add(new ServiceLoadBalancerArgs
            {
                TargetGroupArn = endpoint.TargetGroup.Arn,
                ContainerName = more.Route.ContainerName,
                ContainerPort = more.Route.ContainerPort,
            });
        }

        var timeout = TimeSpan.FromMinutes(args.SteadyStateMinutes + args.Deployment.WaitMinutes);
        var options = new CustomResourceOptions
        {
            Parent = parent,
            DependsOn = parts.After.ToArray(),
            CustomTimeouts = new CustomTimeouts { Create = timeout, Update = timeout },
        };
        if (args.DesiredCount is ServiceCount.Scaled)
        {
            options.IgnoreChanges = ["desiredCount"];
        }

        return new Ecs.Service(name, service, options);
    }

    // How many tasks run, and where.
    private static void Schedule(Ecs.ServiceArgs service, string name, EcsWorkloadArgs args)
    {
        if (args.DesiredCount is ServiceCount.Daemon)
        {
            // A strategy would share tasks between groups; this reaches every instance, whichever capacity provider launched it.
            service.SchedulingStrategy = "DAEMON";
            service.LaunchType = "EC2";
        }
        else
        {
            service.SchedulingStrategy = "REPLICA";
            service.DesiredCount = args.DesiredCount switch
            {
                ServiceCount.Managed managed => managed.Tasks,
                ServiceCount.Scaled scaled => scaled.Initial ?? scaled.Minimum,
                _ => throw new InvalidOperationException($"No number of {args.DesiredCount.GetType().Name}."),
            };
            service.CapacityProviderStrategies = args.Capacity.Strategy(name)
                .Select(share => new ServiceCapacityProviderStrategyArgs
                {
                    CapacityProvider = share.CapacityProvider,
                    Base = share.Base,
                    Weight = share.Weight,
                })
                .ToArray();
        }

        service.OrderedPlacementStrategies = args.Placement.ToStrategies(args.DesiredCount, args.Capacity.Kind);
        if (args.Placement.ToConstraints() is { Length: > 0 } constraints)
        {
            service.PlacementConstraints = constraints;
        }

        service.AvailabilityZoneRebalancing = args.Placement.RebalanceZones ? "ENABLED" : "DISABLED";
    }

    private static void Trigger(Ecs.ServiceArgs service, EcsWorkloadArgs args)
    {
        if (!args.DeploymentTriggers.IsEmpty)
        {
            service.ForceNewDeployment = true;
            foreach (var (trigger, value) in args.DeploymentTriggers)
            {
                service.Triggers.Add(trigger, value);
            }
        }
    }

    private static void Balance(Ecs.ServiceArgs service, EcsWorkloadArgs args, ServiceParts parts)
    {
        if (parts.Endpoint is not { } endpoint)
        {
            service.LoadBalancers = Array.Empty<ServiceLoadBalancerArgs>();
            return;
        }

        service.HealthCheckGracePeriodSeconds = args.HealthCheckGraceSeconds;
        service.LoadBalancers =
        [
            new ServiceLoadBalancerArgs
            {
                TargetGroupArn = endpoint.TargetGroup.Arn,
                ContainerName = args.Route!.ContainerName,
                ContainerPort = args.Route.ContainerPort,
                AdvancedConfiguration = ServiceDeployments.ToAdvanced(endpoint, parts.Roles),
            },
        ];
    }
}
