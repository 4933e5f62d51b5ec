using ContractTests.Support;
using Pulumi;

namespace ContractTests.Settings;

/// <summary>Reads from a configuration inside a run: PULUMI_CONFIG is the only way in.</summary>
internal static class ConfigReading
{
    public static async Task<T> Read<T>(string json, Func<Config, T> read, string? name = null)
    {
        using var variable = new EnvironmentVariable("PULUMI_CONFIG", json);
        T result = default!;
        await Run.Up(new RecordingMocks(), () => { result = read(new Config(name)); });
        return result;
    }

    public static Task<Exception?> ErrorOf<T>(string json, Func<Config, T> read) =>
        Read(json, config => (Exception?)Record.Exception(() => { _ = read(config); }));
}
