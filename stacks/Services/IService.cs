using System.Collections.Immutable;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Workloads;

namespace EcsPlatform.Stacks.Services;

/// <summary>A service that stacks can run. What differs between stacks it takes from the section of the config that is called like it.</summary>
internal interface IService
{
    /// <summary>Its name, with which its resources' names begin after the stack's; also its section in the config.</summary>
    string Name { get; }

    /// <summary>Its containers.</summary>
    ImmutableArray<ServiceContainer> Containers { get; }

    /// <summary>The environment variables whose values each stack gives, in the part <c>environment</c> of the section. Default: none.</summary>
    ImmutableArray<ServiceVariable> Environment => [];

    /// <summary>
    /// The environment variables whose values are secret: each stack gives the ARN of a parameter, in the part <c>secrets</c> of the section.
    /// Default: none.
    /// </summary>
    ImmutableArray<string> Secrets => [];

    /// <summary>
    /// The environment variables that hold the name of a bucket of another environment, to which it may write: each stack may name buckets,
    /// in the part <c>buckets</c> of the section. Default: none.
    /// </summary>
    ImmutableArray<string> Buckets => [];

    /// <summary>What it does in those stacks alone that say how. Default: nothing.</summary>
    ImmutableArray<ServiceFeature> Features => [];

    /// <summary>How a new task definition replaces the old one. Default: see <see cref="DeploymentStrategy.Rolling"/>.</summary>
    DeploymentStrategy Deployment => new DeploymentStrategy.Rolling();

    /// <summary>How it is offered to the internet. Default: null, requests come from the network only.</summary>
    ServiceEdge? Edge => null;

    /// <summary>What runs as one task: a plain value, judged before any resource is made.</summary>
    /// <param name="settings">What the stack says of the service.</param>
    /// <returns>The task.</returns>
    TaskSpec Task(ServiceSettings settings);

    /// <summary>What the workload is made of.</summary>
    /// <param name="workload">What follows from the stack and from this description.</param>
    /// <param name="place">What the service stands on, and the services before it.</param>
    /// <returns>The arguments, with the service's way in.</returns>
    EcsWorkloadArgs Args(EcsWorkloadArgs workload, ServicePlace place);
}

/// <summary>A container of a service.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Image">The name of its image among the stack's pins.</param>
internal sealed record ServiceContainer(string Name, string Image);
