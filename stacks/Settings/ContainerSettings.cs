using System.Collections.Immutable;
using EcsPlatform.Foundations;

namespace EcsPlatform.Stacks.Settings;

/// <summary>The image and the size of a container.</summary>
/// <param name="Image">Its image.</param>
/// <param name="Cpu">CPU units, 1024 for a vCPU. Default: 0, no share set aside.</param>
/// <param name="Memory">Its limit, in MiB. Default: 512.</param>
/// <param name="MemoryReservation">What is set aside for it, in MiB. Default: its limit.</param>
/// <param name="FurtherEnvironment">Environment variables of which the service knows nothing, by name; they count before its own. Default: none.</param>
public sealed record ContainerSettings(
    ImageReference Image, int Cpu, int Memory, int MemoryReservation, ImmutableSortedDictionary<string, string> FurtherEnvironment)
{
    /// <summary>Reads the fields.</summary>
    internal static ContainerSettings Read(ConfigSection section, ImageReference image)
    {
        var memory = section.OptionalNumber("containerMemory", 512, "The container's memory limit, in MiB");
        return new ContainerSettings(
            image,
            section.OptionalNumber("cpu", 0, "CPU units set aside for the container, 1024 for a vCPU"),
            memory,
            section.OptionalNumber("containerMemoryReservation", memory, "Memory set aside for the container, in MiB", "the container's limit"),
            section.TextsByName("furtherEnvironment", "Environment variables of which the service knows nothing, by name; they count before its own"));
    }
}
