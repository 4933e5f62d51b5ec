using System.Globalization;
using System.Text;

namespace EcsPlatform.Clusters;

/// <summary>What an instance does at its first start: it writes the ECS agent's configuration.</summary>
public static class UserData
{
    /// <summary>The script that joins an instance to a cluster.</summary>
    /// <param name="clusterName">Exactly the cluster's name; with any other the instance joins a cluster that nobody looks at.</param>
    /// <param name="reservedMemoryMiB">Memory that tasks cannot have, in MiB.</param>
    /// <param name="agent">What else the agent is told, and further commands.</param>
    /// <param name="spot">Whether the instance may be a spot instance.</param>
    /// <returns>A shell script.</returns>
    public static string Script(string clusterName, int reservedMemoryMiB, AgentOptions agent, bool spot) => string.Join('\n', (IEnumerable<string>)
    [
        "#!/bin/bash",
        "cat <<'EOF' >> /etc/ecs/ecs.config",
        $"ECS_CLUSTER={clusterName}",
        string.Create(CultureInfo.InvariantCulture, $"ECS_RESERVED_MEMORY={reservedMemoryMiB}"),
        "ECS_AWSVPC_BLOCK_IMDS=true",
        .. spot && agent.DrainOnSpotNotice ? ["ECS_ENABLE_SPOT_INSTANCE_DRAINING=true"] : Array.Empty<string>(),
        .. agent.ImageCleanup is { } cleanup ? Lines(cleanup) : [],
        .. agent.Settings.Select(setting => $"{setting.Key}={setting.Value}"),
        "EOF",
        .. agent.Script is { } script ? [script.TrimEnd()] : Array.Empty<string>(),
        "",
    ]);

    /// <summary>The script as a launch template wants it.</summary>
    /// <param name="script">The script.</param>
    /// <returns>Base64 of its UTF-8 bytes.</returns>
    public static string Encode(string script) => Convert.ToBase64String(Encoding.UTF8.GetBytes(script));

    private static IEnumerable<string> Lines(ImageCleanup cleanup) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"ECS_IMAGE_CLEANUP_INTERVAL={cleanup.IntervalMinutes}m"),
        string.Create(CultureInfo.InvariantCulture, $"ECS_IMAGE_MINIMUM_CLEANUP_AGE={cleanup.MinimumAgeMinutes}m"),
        string.Create(CultureInfo.InvariantCulture, $"ECS_NUM_IMAGES_DELETE_PER_CYCLE={cleanup.ImagesPerCycle}"),
    ];
}
