namespace EcsPlatform.Workloads;

/// <summary>A volume on the instance that the task runs on. Other tasks on the same instance see the same directory, those elsewhere do not.</summary>
/// <param name="Name">The volume's name in the task.</param>
/// <param name="Path">A directory of the instance. Default: null, one of the task's own that goes with it.</param>
public sealed record HostVolume(string Name, string? Path = null)
{
    /// <summary>Finds what is wrong with this volume.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (Path is not null && (!Path.StartsWith('/') || Path.TrimEnd('/').Length == 0))
        {
            yield return new Problem(
                $"{where}.volumes.{Name}.path", $"'{Path}'", "an absolute path other than /", "Name a directory of the instance, or leave it out");
        }
    }
}
