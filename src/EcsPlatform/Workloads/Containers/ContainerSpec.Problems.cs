using System.Text.RegularExpressions;

namespace EcsPlatform.Workloads;

public sealed partial record ContainerSpec
{
    /// <summary>Finds what is wrong with this container, seen alone.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="mode">The task's network mode.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, NetworkMode mode = NetworkMode.Awsvpc) =>
        [
            .. ImageProblems(where),
            .. SizeProblems(where),
            .. PortProblems(where, mode),
            .. EnvironmentProblems(where),
            .. HealthCheck?.Problems(where) ?? [],
            .. Ulimits.SelectMany(limit => limit.Problems(where)),
            .. RepeatedNames.Of(Ulimits.Select(limit => limit.Name)).Select(name =>
                new Problem($"{where}.ulimits", $"'{name}' given twice for container '{Name}'", "each limit once", "Remove one of them")),
            .. Linux.Problems(where),
            .. Logs.Problems(where),
            .. ProcessProblems(where),
        ];

    private IEnumerable<Problem> ImageProblems(string where)
    {
        if (Name.Length is 0 or > 255 || Name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not '-' and not '_'))
        {
            yield return new Problem($"{where}.name", $"'{Name}'", "1 to 255 letters, digits, hyphens and underscores", "Rename the container");
        }

        if (Image.Registry is not null && Image.RepositoryArn() is null)
        {
            yield return new Problem(
                $"{where}.image", $"'{Image}'", "an image in ECR, or one that names no registry", "Copy the image to ECR, where a digest stays available");
        }
    }

    private IEnumerable<Problem> SizeProblems(string where)
    {
        if (MemoryMiB < SmallestMemoryMiB)
        {
            yield return new Problem($"{where}.containerMemory", $"{MemoryMiB} MiB", $"{SmallestMemoryMiB} MiB or more", "Raise the container's limit");
        }

        if (MemoryReservationMiB < SmallestMemoryMiB || MemoryReservationMiB > MemoryMiB)
        {
            yield return new Problem(
                $"{where}.containerMemoryReservation",
                $"{MemoryReservationMiB} MiB",
                $"{SmallestMemoryMiB} MiB to the container's limit of {MemoryMiB} MiB",
                "Lower the reservation or raise the limit");
        }

        if (Cpu < 0)
        {
            yield return new Problem($"{where}.cpu", $"{Cpu}", "0 or more CPU units, 1024 for a vCPU", "Use 0 to set nothing aside");
        }

        if (Gpus < 0)
        {
            yield return new Problem($"{where}.gpus", $"{Gpus}", "0 or more GPUs", "Use 0 for none");
        }
    }

    private IEnumerable<Problem> PortProblems(string where, NetworkMode mode) =>
        Ports.SelectMany(port => port.Problems(where, mode)).Concat(
            RepeatedNames.Of(Mounts.Select(mount => mount.ContainerPath)).Select(path =>
                new Problem($"{where}.mounts", $"two volumes at '{path}' of container '{Name}'", "a path for each", "Mount one of them elsewhere")));

    private IEnumerable<Problem> EnvironmentProblems(string where)
    {
        foreach (var problem in Environment.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value.Problems(where, entry.Key))
            .Concat(Secrets.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value.Problems(where, entry.Key)))
            .Concat(EnvironmentFiles.SelectMany(file => file.Problems(where))))
        {
            yield return problem;
        }

        foreach (var name in Environment.Keys.Intersect(Secrets.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            yield return new Problem($"{where}.secrets", $"'{name}', which is an environment variable as well", "each variable once", "Remove one of them");
        }

        if (EnvironmentFiles.Length > EnvironmentFile.Most)
        {
            yield return new Problem(
                $"{where}.environmentFiles", $"{EnvironmentFiles.Length} files", $"{EnvironmentFile.Most} or fewer", "Join some of them");
        }
    }

    private IEnumerable<Problem> ProcessProblems(string where)
    {
        if (User is not null && !UserPattern().IsMatch(User))
        {
            yield return new Problem($"{where}.user", $"'{User}'", "a user, or a user and a group with a colon between", "Correct the user, or leave it out");
        }

        if (WorkingDirectory?.StartsWith('/') == false)
        {
            yield return new Problem($"{where}.workingDirectory", $"'{WorkingDirectory}'", "an absolute path", "Begin the path with /");
        }

        foreach (var name in DockerLabels.Keys.Where(string.IsNullOrWhiteSpace).Order(StringComparer.Ordinal))
        {
            yield return new Problem($"{where}.dockerLabels", $"'{name}'", "names with a character or more", "Name the label");
        }

        foreach (var (name, seconds) in new[] { ("stopTimeout", StopTimeoutSeconds), ("startTimeout", StartTimeoutSeconds) })
        {
            if (seconds < 1)
            {
                yield return new Problem($"{where}.{name}", $"{seconds} s", "1 s or more", "Leave it out or give a time");
            }
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]+(?::[A-Za-z0-9_.-]+)?\z")]
    private static partial Regex UserPattern();
}
