using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>What a service puts together.</summary>
internal sealed record ServiceParts
{
    /// <summary>What it runs.</summary>
    public required Ecs.TaskDefinition TaskDefinition { get; init; }

    /// <summary>Where its tasks are in the network.</summary>
    public required TaskNetwork Network { get; init; }

    /// <summary>What leads requests to it; null when nothing does.</summary>
    public required HttpEndpoint? Endpoint { get; init; }

    /// <summary>What leads requests to it by its further routes, in their order.</summary>
    public required ImmutableArray<HttpEndpoint> FurtherEndpoints { get; init; }

    /// <summary>The roles with which ECS deploys it.</summary>
    public required DeploymentRoles Roles { get; init; }

    /// <summary>The name in Cloud Map; null without one.</summary>
    public required ServiceServiceRegistriesArgs? Registry { get; init; }

    /// <summary>What it offers and finds through Service Connect; null for nothing.</summary>
    public required ServiceServiceConnectConfigurationArgs? Connect { get; init; }

    /// <summary>What must be there before a task starts.</summary>
    public required ImmutableArray<Resource> After { get; init; }
}
