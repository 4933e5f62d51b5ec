namespace EcsPlatform.Stacks.Settings;

/// <summary>Size and number of the viewer's tasks.</summary>
/// <param name="Host">The host name, without the zone.</param>
/// <param name="DesiredCount">How many tasks.</param>
/// <param name="Cpu">CPU units of the container, 1024 for a vCPU.</param>
/// <param name="Memory">Memory of a task, in MiB.</param>
/// <param name="ContainerMemory">The container's limit, in MiB.</param>
/// <param name="ContainerMemoryReservation">What is set aside for the container, in MiB.</param>
public sealed record ViewerSettings(string Host, int DesiredCount, int Cpu, int Memory, int ContainerMemory, int ContainerMemoryReservation)
{
    /// <summary>Reads the section.</summary>
    internal static ViewerSettings Read(ConfigSection section) => new(
        section.Text("host"),
        section.Number("desiredCount"),
        section.Number("cpu"),
        section.Number("memory"),
        section.Number("containerMemory"),
        section.Number("containerMemoryReservation"));
}
