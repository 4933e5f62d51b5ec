using System.Globalization;
using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>Deployment strategies as services have them.</summary>
internal static class ServiceDeployments
{
    /// <summary>Says how new tasks replace the old ones.</summary>
    /// <param name="service">The service.</param>
    /// <param name="args">What the workload is made of.</param>
    /// <param name="roles">The roles that ECS needs for it.</param>
    public static void Deploy(Ecs.ServiceArgs service, EcsWorkloadArgs args, DeploymentRoles roles)
    {
        var deployment = args.Deployment;
        service.DeploymentMinimumHealthyPercent = deployment.LeastPercent;
        // A daemon's maximum is fixed, and the provider takes none.
        service.DeploymentMaximumPercent = args.DesiredCount is ServiceCount.Daemon ? (Input<int>?)null : deployment.MostPercent;
        // Only rolling deployments have one (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html).
        // The provider leaves alone what is not said, so the others say no.
        var breaks = deployment is DeploymentStrategy.Rolling { CircuitBreaker: true } or DeploymentStrategy.SingleWriter;
        service.DeploymentCircuitBreaker = new ServiceDeploymentCircuitBreakerArgs { Enable = breaks, Rollback = breaks && deployment.Rollback };
        if (deployment is DeploymentStrategy.TrafficShift shift)
        {
            service.DeploymentConfiguration = ToConfiguration(shift, roles.Hooks?.Arn);
        }
        else if (args.DesiredCount is not ServiceCount.Daemon)
        {
            // Left out, it would stay what it was: after blue/green a service would not roll again.
            service.DeploymentConfiguration = new ServiceDeploymentConfigurationArgs { Strategy = "ROLLING" };
        }

        if (!deployment.AlarmNames.IsEmpty)
        {
            service.Alarms = new ServiceAlarmsArgs { AlarmNames = [.. deployment.AlarmNames], Enable = true, Rollback = deployment.Rollback };
        }
    }

    /// <summary>What a service knows of its load balancer beyond the target group.</summary>
    /// <param name="endpoint">What leads requests to the service.</param>
    /// <param name="roles">The roles that ECS needs.</param>
    /// <returns>The arguments; null when requests are not led over.</returns>
    public static Input<ServiceLoadBalancerAdvancedConfigurationArgs>? ToAdvanced(HttpEndpoint endpoint, DeploymentRoles roles) =>
        endpoint.Alternate is not { } alternate
            ? (Input<ServiceLoadBalancerAdvancedConfigurationArgs>?)null
            : new ServiceLoadBalancerAdvancedConfigurationArgs
            {
                AlternateTargetGroupArn = alternate.Arn,
                ProductionListenerRule = endpoint.Rule!.Arn,
                TestListenerRule = endpoint.TestRule is { } rule ? rule.Arn : (Input<string>?)null,
                RoleArn = roles.LoadBalancers!.Arn,
            };

    private static ServiceDeploymentConfigurationArgs ToConfiguration(DeploymentStrategy.TrafficShift shift, Output<string>? hookRoleArn)
    {
        var configuration = new ServiceDeploymentConfigurationArgs
        {
            BakeTimeInMinutes = Text(shift.BakeMinutes),
            LifecycleHooks = [.. shift.Hooks.Select(hook => hook.ToHook(hookRoleArn))],
        };
        switch (shift)
        {
            case DeploymentStrategy.Canary canary:
                configuration.Strategy = "CANARY";
                configuration.CanaryConfiguration = new ServiceDeploymentConfigurationCanaryConfigurationArgs
                {
                    CanaryPercent = canary.Percent,
                    CanaryBakeTimeInMinutes = Text(canary.Minutes),
                };
                break;
            case DeploymentStrategy.Linear linear:
                configuration.Strategy = "LINEAR";
                configuration.LinearConfiguration = new ServiceDeploymentConfigurationLinearConfigurationArgs
                {
                    StepPercent = linear.StepPercent,
                    StepBakeTimeInMinutes = Text(linear.StepMinutes),
                };
                break;
            default:
                configuration.Strategy = "BLUE_GREEN";
                break;
        }

        return configuration;
    }

    private static string Text(int minutes) => minutes.ToString(CultureInfo.InvariantCulture);
}
