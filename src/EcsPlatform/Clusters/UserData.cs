using System.Globalization;
using System.Text;

namespace EcsPlatform.Clusters;

/// <summary>What an instance does at its first start: it writes the ECS agent's configuration.</summary>
public static class UserData
{
    /// <summary>The script that joins an instance to a cluster.</summary>
    /// <param name="clusterName">Exactly the cluster's name; with any other the instance joins a cluster that nobody looks at.</param>
    /// <param name="reservedMemoryMiB">Memory that tasks cannot have, in MiB.</param>
    /// <returns>A shell script.</returns>
    public static string Script(string clusterName, int reservedMemoryMiB) => string.Join('\n',
        "#!/bin/bash",
        "cat <<'EOF' >> /etc/ecs/ecs.config",
        $"ECS_CLUSTER={clusterName}",
        string.Create(CultureInfo.InvariantCulture, $"ECS_RESERVED_MEMORY={reservedMemoryMiB}"),
        "ECS_AWSVPC_BLOCK_IMDS=true",
        "EOF",
        "");

    /// <summary>The script as a launch template wants it.</summary>
    /// <param name="script">The script.</param>
    /// <returns>Base64 of its UTF-8 bytes.</returns>
    public static string Encode(string script) => Convert.ToBase64String(Encoding.UTF8.GetBytes(script));
}
