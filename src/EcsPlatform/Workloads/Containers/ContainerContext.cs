namespace EcsPlatform.Workloads;

/// <summary>What is known of a workload before its containers are described, so that a container can be given its own address.</summary>
/// <param name="Workload">The workload's name.</param>
/// <param name="Account">Where it lives.</param>
/// <param name="LogGroupName">The log group that its containers write to.</param>
/// <param name="RouteHost">The host name that requests come to; null when no route leads here.</param>
public sealed record ContainerContext(string Workload, AwsAccount Account, Output<string> LogGroupName, string? RouteHost = null)
{
    /// <summary>The host name that requests come to.</summary>
    /// <exception cref="InvalidArgsException">No route leads to the workload.</exception>
    public string Host => RouteHost ?? throw new InvalidArgsException(
        $"EcsWorkload '{Workload}'",
        [new Problem($"{Workload}.environment", "a variable that needs the workload's host", "variables whose values exist", "Give the workload a route")]);

    /// <summary>Where requests go, for example <c>https://viewer.library.example.org</c>.</summary>
    /// <exception cref="InvalidArgsException">No route leads to the workload.</exception>
    public string Url => $"https://{Host}";
}
