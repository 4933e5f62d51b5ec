namespace EcsPlatform.Workloads;

/// <summary>Network modes as ECS writes them.</summary>
internal static class NetworkModes
{
    /// <summary>ECS's word for a mode.</summary>
    /// <param name="mode">The mode.</param>
    /// <returns>For example <c>awsvpc</c>.</returns>
    public static string Text(NetworkMode mode) => mode switch
    {
        NetworkMode.Bridge => "bridge",
        NetworkMode.Host => "host",
        _ => "awsvpc",
    };
}
