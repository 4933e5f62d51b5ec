using System.Text.RegularExpressions;

namespace EcsPlatform.Workloads;

/// <summary>A port that a container listens on.</summary>
/// <param name="ContainerPort">1 to 65535.</param>
/// <param name="HostPort">
/// The instance's port under network mode bridge, which limits an instance to one such task. Default: null, any free port under bridge and
/// the same port under awsvpc and host, where no other is possible.
/// </param>
/// <param name="Protocol">Default: TCP.</param>
/// <param name="Name">What Service Connect calls it: up to 64 lower-case letters, digits, hyphens and underscores. Default: null, no name.</param>
/// <param name="AppProtocol">
/// What Service Connect's proxies understand of it, beyond counting bytes: for a TCP port with a name. A service that has it cannot change it
/// (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html). Default: null, nothing.
/// </param>
public sealed partial record PortMapping(
    int ContainerPort, int? HostPort = null, PortProtocol Protocol = PortProtocol.Tcp, string? Name = null, AppProtocol? AppProtocol = null)
{
    // Ports that the agent and the instance use themselves:
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
    private static readonly ImmutableArray<int> InstancePorts = [22, 2375, 2376, 51678, 51679, 51680];

    /// <summary>The port as a container definition has it, 0 for any free one.</summary>
    /// <param name="mode">The task's network mode.</param>
    /// <returns>A port.</returns>
    public int HostPortIn(NetworkMode mode) => mode == NetworkMode.Bridge ? HostPort ?? 0 : ContainerPort;

    /// <summary>Finds what is wrong with this port.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="mode">The task's network mode.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, NetworkMode mode)
    {
        if (ContainerPort is < 1 or > 65_535)
        {
            yield return new Problem($"{where}.port", $"{ContainerPort}", "1 to 65535", "Give the port that the container listens on");
        }

        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
        if (Name is not null && !NamePattern().IsMatch(Name))
        {
            yield return new Problem(
                $"{where}.portName", $"'{Name}'", "1 to 64 lower-case letters, digits, underscores and hyphens, no hyphen first", "Rename the port");
        }

        if (AppProtocol is { } app && (Name is null || Protocol == PortProtocol.Udp))
        {
            yield return new Problem(
                $"{where}.appProtocol",
                $"{app} of {(Protocol == PortProtocol.Udp ? "UDP" : "a")} port {ContainerPort}{(Name is null ? " without a name" : "")}",
                "a TCP port with a name, for Service Connect",
                "Leave it out, or name the port");
        }

        if (HostPort is < 1 or > 65_535)
        {
            yield return new Problem($"{where}.hostPort", $"{HostPort}", "1 to 65535, or none for any free port", "Leave it out or choose another port");
        }
        else if (mode != NetworkMode.Bridge && HostPort is { } other && other != ContainerPort)
        {
            yield return new Problem(
                $"{where}.hostPort",
                $"{other} for container port {ContainerPort} in network mode {NetworkModes.Text(mode)}",
                $"{ContainerPort}, or none",
                "Leave it out: outside bridge a port is the same on both sides");
        }

        if (mode != NetworkMode.Awsvpc && InstancePorts.Contains(HostPortIn(mode)))
        {
            yield return new Problem(
                $"{where}.hostPort",
                $"{HostPortIn(mode)}, which the instance uses itself",
                $"any port but {string.Join(", ", InstancePorts)}",
                "Choose another port");
        }
    }

    [GeneratedRegex(@"\A[a-z0-9_][a-z0-9_-]{0,63}\z")]
    private static partial Regex NamePattern();
}
