using System.Text.Json;

namespace EcsPlatform.Workloads;

/// <summary>A health check as a container definition has it.</summary>
internal static class ContainerHealthJson
{
    /// <summary>Writes a check with the numbers that ECS would fill in; a start period of 0 is none.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="check">The check; nothing is written for none.</param>
    public static void Write(Utf8JsonWriter json, ContainerHealthCheck? check)
    {
        if (check is null)
        {
            return;
        }

        json.WriteStartObject("healthCheck");
        json.WriteTextsIfAny("command", check.Command);
        json.WriteNumber("interval", check.IntervalSeconds);
        json.WriteNumber("retries", check.Retries);
        json.WriteNumberIfAny("startPeriod", check.StartPeriodSeconds == 0 ? null : check.StartPeriodSeconds);
        json.WriteNumber("timeout", check.TimeoutSeconds);
        json.WriteEndObject();
    }
}
