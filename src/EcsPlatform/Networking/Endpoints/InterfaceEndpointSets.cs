namespace EcsPlatform.Networking;

/// <summary>Services that are wanted together. Sorted by name.</summary>
public static class InterfaceEndpointSets
{
    /// <summary>
    /// What the ECS agent calls. With fewer than all three it goes the public way
    /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html).
    /// </summary>
    public static ImmutableArray<InterfaceEndpointService> ContainerAgent { get; } =
        [InterfaceEndpointService.Ecs, InterfaceEndpointService.EcsAgent, InterfaceEndpointService.EcsTelemetry];

    /// <summary>
    /// What pulls images from ECR, together with the gateway endpoint of S3, where their layers are
    /// (https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html).
    /// </summary>
    public static ImmutableArray<InterfaceEndpointService> ImagePulls { get; } =
        [InterfaceEndpointService.EcrApi, InterfaceEndpointService.EcrDocker];

    /// <summary>
    /// What opens sessions on instances and, through ECS Exec, in containers; the SSM Agent since version 3.3.40.0 needs no more
    /// (https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html).
    /// </summary>
    public static ImmutableArray<InterfaceEndpointService> Sessions { get; } =
        [InterfaceEndpointService.Ssm, InterfaceEndpointService.SsmMessages];

    /// <summary>
    /// What brings secrets and parameters into containers
    /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html).
    /// </summary>
    public static ImmutableArray<InterfaceEndpointService> ContainerSecrets { get; } =
        [InterfaceEndpointService.SecretsManager, InterfaceEndpointService.Ssm];

    /// <summary>
    /// All that an ECS instance needs where there is no NAT, besides the gateway endpoint of S3: its agent, its images, its containers' logs
    /// and the sessions that its role allows.
    /// </summary>
    public static ImmutableArray<InterfaceEndpointService> EcsInstances { get; } =
        Union(ContainerAgent, ImagePulls, Sessions, [InterfaceEndpointService.Logs]);

    /// <summary>Several sets as one.</summary>
    /// <param name="sets">The sets.</param>
    /// <returns>Each service once, sorted by name.</returns>
    public static ImmutableArray<InterfaceEndpointService> Union(params ImmutableArray<ImmutableArray<InterfaceEndpointService>> sets) =>
        [.. sets.SelectMany(set => set).Distinct().OrderBy(service => service.Name, StringComparer.Ordinal)];
}
