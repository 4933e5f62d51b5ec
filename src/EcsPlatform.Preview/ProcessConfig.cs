using System.Collections.Immutable;
using System.Text.Json;

namespace EcsPlatform.Preview;

/// <summary>
/// The config of this process while a run begins. The SDK takes config from variables of the process and from nowhere else, and reads them
/// once, before the program: one run begins at a time, and from there on runs overlap.
/// </summary>
internal sealed class ProcessConfig : IDisposable
{
    private const string ConfigVariable = "PULUMI_CONFIG";
    private const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    private int _disposed;

    private ProcessConfig()
    {
    }

    /// <summary>Sets the config of the process, once no other run begins.</summary>
    /// <param name="config">The config of a run.</param>
    /// <returns>What takes it away again: disposed of by the first of whoever does, the program that begins or the run that ends.</returns>
    public static async Task<ProcessConfig> SetAsync(ImmutableSortedDictionary<string, ConfigValue> config)
    {
        await OneAtATime.WaitAsync();
        Environment.SetEnvironmentVariable(ConfigVariable, Json(config.ToDictionary(entry => entry.Key, entry => entry.Value.Text)));
        Environment.SetEnvironmentVariable(
            SecretKeysVariable, Json(config.Where(entry => entry.Value.Secret).Select(entry => entry.Key).ToArray()));
        return new ProcessConfig();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Environment.SetEnvironmentVariable(ConfigVariable, null);
            Environment.SetEnvironmentVariable(SecretKeysVariable, null);
            OneAtATime.Release();
        }
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
