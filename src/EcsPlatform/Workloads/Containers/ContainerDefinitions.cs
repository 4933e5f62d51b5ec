using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EcsPlatform.Workloads;

/// <summary>
/// Container definitions as canonical JSON: the same containers in any order give the same bytes. What ECS would fill in is
/// written out, so that it never looks like a change.
/// </summary>
public static class ContainerDefinitions
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the definitions of a task's containers.</summary>
    /// <param name="containers">The containers.</param>
    /// <param name="registry">The host that serves images which name none.</param>
    /// <param name="logs">Where their output goes.</param>
    /// <returns>A JSON array, sorted by the containers' names.</returns>
    public static string Write(ImmutableArray<ContainerSpec> containers, string registry, LogTarget logs)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            foreach (var container in containers.OrderBy(container => container.Name, StringComparer.Ordinal))
            {
                Write(json, container, registry, logs);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, ContainerSpec container, string registry, LogTarget logs)
    {
        json.WriteStartObject();
        json.WriteNumber("cpu", container.Cpu);
        WriteObjects(json, "environment", container.Environment.OrderBy(entry => entry.Key, StringComparer.Ordinal), entry =>
        {
            json.WriteString("name", entry.Key);
            json.WriteString("value", entry.Value);
        });
        json.WriteBoolean("essential", container.Essential);
        json.WriteString("image", container.Image.In(registry).ToString());
        WriteLogs(json, logs);
        json.WriteNumber("memory", container.MemoryMiB);
        if (container.MemoryReservationMiB is { } reservation)
        {
            json.WriteNumber("memoryReservation", reservation);
        }

        WriteObjects(json, "mountPoints", container.Mounts.OrderBy(mount => mount.ContainerPath, StringComparer.Ordinal), mount =>
        {
            json.WriteString("containerPath", mount.ContainerPath);
            json.WriteBoolean("readOnly", mount.ReadOnly);
            json.WriteString("sourceVolume", mount.Volume);
        });
        json.WriteString("name", container.Name);
        WriteObjects(json, "portMappings", container.Ports.OrderBy(port => port.ContainerPort), port =>
        {
            json.WriteNumber("containerPort", port.ContainerPort);
            json.WriteNumber("hostPort", port.ContainerPort);
            json.WriteString("protocol", "tcp");
        });
        json.WriteBoolean("readonlyRootFilesystem", container.ReadonlyRootFilesystem);
        WriteObjects(json, "systemControls", Array.Empty<string>(), _ => { });
        WriteObjects(json, "volumesFrom", Array.Empty<string>(), _ => { });
        json.WriteEndObject();
    }

    private static void WriteLogs(Utf8JsonWriter json, LogTarget logs)
    {
        json.WriteStartObject("logConfiguration");
        json.WriteString("logDriver", "awslogs");
        json.WriteStartObject("options");
        json.WriteString("awslogs-group", logs.GroupName);
        json.WriteString("awslogs-region", logs.Region);
        json.WriteString("awslogs-stream-prefix", logs.StreamPrefix);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteObjects<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
