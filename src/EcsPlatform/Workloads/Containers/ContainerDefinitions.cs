using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EcsPlatform.Workloads;

/// <summary>
/// Container definitions as canonical JSON: the same containers in any order give the same bytes. What ECS would fill in is
/// written out, and what it would forget is left out, so that nothing looks like a change.
/// </summary>
public static class ContainerDefinitions
{
    private const string StreamPrefix = "ecs";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the definitions of a task's containers.</summary>
    /// <param name="task">The task.</param>
    /// <param name="context">What is known of the workload that it belongs to.</param>
    /// <param name="image">
    /// The text of an image, as soon as it may be used. Default: null, the image at once, in the registry of the workload's account when it
    /// names none.
    /// </param>
    /// <returns>A JSON array, sorted by the containers' names; unknown as long as a value in it is.</returns>
    public static Output<string> Json(
        TaskSpec task, ContainerContext context, Func<ImageReference, Output<string>>? image = null) => Output.Tuple(
            Output.All(task.Containers
                .OrderBy(container => container.Name, StringComparer.Ordinal)
                .Select(container => ResolvedContainer.Of(container, context, image))),
            context.LogGroupName)
        .Apply(values => Write(values.Item1, task.NetworkMode, context.Account, values.Item2));

    private static string Write(ImmutableArray<ResolvedContainer> containers, NetworkMode mode, AwsAccount account, string logGroup)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            foreach (var container in containers)
            {
                Write(json, container, mode, account, logGroup);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // The properties stand in the order of their names, as ECS gives them back.
    private static void Write(Utf8JsonWriter json, ResolvedContainer container, NetworkMode mode, AwsAccount account, string logGroup)
    {
        var spec = container.Spec;
        json.WriteStartObject();
        json.WriteTextsIfAny("command", spec.Command);
        json.WriteNumber("cpu", spec.Cpu);
        json.WriteObjectsIfAny("dependsOn", spec.DependsOn.OrderBy(dependency => dependency.Container, StringComparer.Ordinal), dependency =>
        {
            json.WriteString("condition", Condition(dependency.Condition));
            json.WriteString("containerName", dependency.Container);
        });
        if (!spec.DockerLabels.IsEmpty)
        {
            json.WriteStartObject("dockerLabels");
            foreach (var (name, value) in spec.DockerLabels.OrderBy(label => label.Key, StringComparer.Ordinal))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteTextsIfAny("entryPoint", spec.EntryPoint);
        json.WriteObjects("environment", container.Environment, entry =>
        {
            json.WriteString("name", entry.Name);
            json.WriteString("value", entry.Value);
        });
        json.WriteObjectsIfAny("environmentFiles", container.EnvironmentFiles, arn =>
        {
            json.WriteString("type", "s3");
            json.WriteString("value", arn);
        });
        json.WriteBoolean("essential", spec.Essential);
        ContainerHealthJson.Write(json, spec.HealthCheck);
        json.WriteString("image", container.Image);
        LinuxParametersJson.Write(json, spec);
        WriteLogs(json, spec.Logs, account, logGroup);
        json.WriteNumber("memory", spec.MemoryMiB);
        json.WriteNumberIfAny("memoryReservation", spec.MemoryReservationMiB);
        json.WriteObjects("mountPoints", spec.Mounts.OrderBy(mount => mount.ContainerPath, StringComparer.Ordinal), mount =>
        {
            json.WriteString("containerPath", mount.ContainerPath);
            json.WriteBoolean("readOnly", mount.ReadOnly);
            json.WriteString("sourceVolume", mount.Volume);
        });
        json.WriteString("name", spec.Name);
        json.WriteObjects("portMappings", Sorted(spec.Ports), port =>
        {
            json.WriteTextIfAny("appProtocol", AppProtocolText(port.AppProtocol));
            json.WriteNumber("containerPort", port.ContainerPort);
            json.WriteNumber("hostPort", port.HostPortIn(mode));
            json.WriteTextIfAny("name", port.Name);
            json.WriteString("protocol", port.Protocol == PortProtocol.Udp ? "udp" : "tcp");
        });
        json.WriteTrue("privileged", spec.Privileged);
        json.WriteBoolean("readonlyRootFilesystem", spec.ReadonlyRootFilesystem);
        json.WriteObjectsIfAny<int>("resourceRequirements", spec.Gpus == 0 ? [] : [spec.Gpus], gpus =>
        {
            json.WriteString("type", "GPU");
            json.WriteString("value", gpus.ToString(CultureInfo.InvariantCulture));
        });
        json.WriteObjectsIfAny("secrets", container.Secrets, entry =>
        {
            json.WriteString("name", entry.Name);
            json.WriteString("valueFrom", entry.Value);
        });
        json.WriteNumberIfAny("startTimeout", spec.StartTimeoutSeconds);
        json.WriteNumberIfAny("stopTimeout", spec.StopTimeoutSeconds);
        json.WriteObjects("systemControls", Array.Empty<string>(), _ => { });
        json.WriteObjectsIfAny("ulimits", spec.Ulimits.OrderBy(limit => limit.Name, StringComparer.Ordinal), limit =>
        {
            json.WriteNumber("hardLimit", limit.Hard);
            json.WriteString("name", limit.Name);
            json.WriteNumber("softLimit", limit.Soft);
        });
        json.WriteTextIfAny("user", spec.User);
        json.WriteObjects("volumesFrom", Array.Empty<string>(), _ => { });
        json.WriteTextIfAny("workingDirectory", spec.WorkingDirectory);
        json.WriteEndObject();
    }

    private static IEnumerable<PortMapping> Sorted(ImmutableArray<PortMapping> ports) =>
        ports.OrderBy(port => port.ContainerPort).ThenBy(port => port.Protocol).ThenBy(port => port.HostPort);

    private static string? AppProtocolText(AppProtocol? protocol) => protocol switch
    {
        AppProtocol.Http => "http",
        AppProtocol.Http2 => "http2",
        AppProtocol.Grpc => "grpc",
        _ => null,
    };

    private static string Condition(ContainerCondition condition) => condition switch
    {
        ContainerCondition.Complete => "COMPLETE",
        ContainerCondition.Success => "SUCCESS",
        ContainerCondition.Healthy => "HEALTHY",
        _ => "START",
    };

    private static void WriteLogs(Utf8JsonWriter json, ContainerLogs logs, AwsAccount account, string logGroup)
    {
        json.WriteStartObject("logConfiguration");
        json.WriteString("logDriver", "awslogs");
        json.WriteStartObject("options");
        (string Name, string Value)[] options =
        [
            .. logs.Options(), ("awslogs-group", logGroup), ("awslogs-region", account.Region), ("awslogs-stream-prefix", StreamPrefix),
        ];
        foreach (var (name, value) in options.OrderBy(option => option.Name, StringComparer.Ordinal))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
