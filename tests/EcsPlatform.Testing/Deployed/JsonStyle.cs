using System.Text.Encodings.Web;
using System.Text.Json;

namespace EcsPlatform.Testing.Deployed;

/// <summary>How JSON is written in exports and in the texts of providers.</summary>
internal static class JsonStyle
{
    /// <summary>The Pulumi CLI's.</summary>
    public static JsonSerializerOptions Indented { get; } = new()
    {
        WriteIndented = true,
        IndentSize = 4,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A provider's.</summary>
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
