using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>A port of a task that others find through Service Connect.</summary>
/// <param name="PortName">The name of a port mapping of the task.</param>
/// <param name="Name">The name in the namespace, which clients connect to, for example <c>search</c>.</param>
/// <param name="Port">The port that clients connect to; the tasks' own may be another.</param>
public sealed record ConnectEndpoint(string PortName, string Name, int Port)
{
    /// <summary>Finds what is wrong with this endpoint.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="task">The task that it leads to.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, TaskSpec task)
    {
        ImmutableArray<string> names =
            [.. task.Containers.SelectMany(container => container.Ports).Select(port => port.Name).OfType<string>().Order(StringComparer.Ordinal)];
        if (!names.Contains(PortName))
        {
            yield return new Problem(
                $"{where}.portName",
                $"'{PortName}'",
                names.IsEmpty ? "none, for no port of the task has a name" : string.Join(", ", names),
                "Give a port of a container this name");
        }

        if (!DnsName.IsLabel(Name))
        {
            yield return new Problem($"{where}.name", $"'{Name}'", DnsName.ValidLabels, "Choose a name that DNS allows");
        }

        if (Port is < 1 or > 65_535)
        {
            yield return new Problem($"{where}.port", $"{Port}", "1 to 65535", "Give the port that clients connect to");
        }
    }

    /// <summary>The endpoint as a service has it.</summary>
    /// <returns>The arguments.</returns>
    internal ServiceServiceConnectConfigurationServiceArgs ToService() => new()
    {
        PortName = PortName,
        DiscoveryName = Name,
        ClientAlias = { new ServiceServiceConnectConfigurationServiceClientAliasArgs { DnsName = Name, Port = Port } },
    };
}
