namespace EcsPlatform.Workloads;

/// <summary>A limit of the operating system for a container's processes.</summary>
/// <param name="Name">The limit, for example <c>nofile</c>.</param>
/// <param name="Soft">What holds at first; -1 for none.</param>
/// <param name="Hard">What a process may raise it to; -1 for none.</param>
public sealed record Ulimit(string Name, int Soft, int Hard)
{
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html
    private static readonly ImmutableArray<string> Names =
    [
        "core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc", "rss", "rtprio", "rttime", "sigpending", "stack",
    ];

    /// <summary>Finds what is wrong with this limit.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (!Names.Contains(Name))
        {
            yield return new Problem($"{where}.ulimits", $"'{Name}'", string.Join(", ", Names), "Correct the limit's name");
        }

        if (Soft < -1 || Hard < -1 || (Hard != -1 && (Soft == -1 || Soft > Hard)))
        {
            yield return new Problem(
                $"{where}.ulimits.{Name}", $"{Soft} to {Hard}", "-1 for no limit, or 0 or more, the soft limit not above the hard one", "Lower the soft limit");
        }
    }
}
