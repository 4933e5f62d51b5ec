namespace EcsPlatform.StandIn.Tests.Surface;

/// <summary>The surface of an official package as it was recorded (src/standin/api).</summary>
internal static class RecordedSurface
{
    public static string[] Of(string package)
    {
        using var stream = typeof(RecordedSurface).Assembly.GetManifestResourceStream($"{package}.txt")
            ?? throw new InvalidOperationException($"There is no recorded surface of {package}.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    public static string[] Parse(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith('#'))];
}
