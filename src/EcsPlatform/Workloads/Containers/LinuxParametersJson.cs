using System.Text.Json;

namespace EcsPlatform.Workloads;

/// <summary>Links and Linux options as a container definition has them.</summary>
internal static class LinuxParametersJson
{
    /// <summary>
    /// Writes what is set and nothing else: ECS forgets an empty <c>capabilities</c>, and the provider would see a change in it for ever
    /// (https://github.com/TerraConstructs/base/pull/158).
    /// </summary>
    /// <param name="json">Where to.</param>
    /// <param name="container">The container.</param>
    public static void Write(Utf8JsonWriter json, ContainerSpec container)
    {
        json.WriteTextsIfAny("links", container.Links.Select(link => link.ToString()).Order(StringComparer.Ordinal));
        var linux = container.Linux;
        if (linux.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("linuxParameters");
        if (!linux.AddCapabilities.IsEmpty || !linux.DropCapabilities.IsEmpty)
        {
            json.WriteStartObject("capabilities");
            json.WriteTextsIfAny("add", Sorted(linux.AddCapabilities));
            json.WriteTextsIfAny("drop", Sorted(linux.DropCapabilities));
            json.WriteEndObject();
        }

        json.WriteObjectsIfAny("devices", linux.Devices.OrderBy(device => device.HostPath, StringComparer.Ordinal), device =>
        {
            json.WriteString("containerPath", device.HostPath);
            json.WriteString("hostPath", device.HostPath);
            json.WriteTextsIfAny("permissions", ["read", "write", "mknod"]);
        });
        json.WriteTrue("initProcessEnabled", linux.InitProcess);
        json.WriteNumberIfAny("sharedMemorySize", linux.SharedMemoryMiB);
        json.WriteObjectsIfAny("tmpfs", linux.Tmpfs.OrderBy(file => file.ContainerPath, StringComparer.Ordinal), file =>
        {
            json.WriteString("containerPath", file.ContainerPath);
            json.WriteNumber("size", file.SizeMiB);
        });
        json.WriteEndObject();
    }

    private static IEnumerable<string> Sorted(ImmutableArray<string> names) => names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
