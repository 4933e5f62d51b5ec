using Pulumi.Aws.Efs.Inputs;

namespace EcsPlatform.Storage;

/// <summary>When files that nobody reads go to cheaper storage (https://docs.aws.amazon.com/efs/latest/ug/API_LifecyclePolicy.html).</summary>
public sealed record FileSystemLifecycle
{
    /// <summary>The numbers of days that EFS offers.</summary>
    public static ImmutableArray<int> AllowedDays { get; } = [1, 7, 14, 30, 60, 90, 180, 270, 365];

    /// <summary>After how many days without access a file goes to Infrequent Access; null for never. Default: 30.</summary>
    public int? InfrequentAccessDays { get; init; } = 30;

    /// <summary>After how many days without access it goes to Archive, later than to Infrequent Access; null for never. Default: null.</summary>
    public int? ArchiveDays { get; init; }

    /// <summary>True brings a file back with its next access. Default: true.</summary>
    public bool BackOnAccess { get; init; } = true;

    /// <summary>Finds what is wrong with this lifecycle.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        foreach (var (name, days) in new[] { ("infrequentAccess", InfrequentAccessDays), ("archive", ArchiveDays) })
        {
            if (days is { } number && !AllowedDays.Contains(number))
            {
                yield return new Problem($"{where}.{name}", $"{number} days", $"{string.Join(", ", AllowedDays)} days", "Choose one of these");
            }
        }

        if (ArchiveDays <= InfrequentAccessDays)
        {
            yield return new Problem(
                $"{where}.archive", $"{ArchiveDays} days", $"more than the {InfrequentAccessDays} days of infrequentAccess", "Raise it, or lower the other");
        }
    }

    /// <summary>The lifecycle as EFS takes it: one object for each transition.</summary>
    /// <returns>The arguments.</returns>
    internal InputList<FileSystemLifecyclePolicyArgs> ToPolicies()
    {
        List<FileSystemLifecyclePolicyArgs> policies = [];
        if (InfrequentAccessDays is { } infrequentAccess)
        {
            policies.Add(new FileSystemLifecyclePolicyArgs { TransitionToIa = After(infrequentAccess) });
        }

        if (ArchiveDays is { } archive)
        {
            policies.Add(new FileSystemLifecyclePolicyArgs { TransitionToArchive = After(archive) });
        }

        if (BackOnAccess && policies.Count > 0)
        {
            policies.Add(new FileSystemLifecyclePolicyArgs { TransitionToPrimaryStorageClass = "AFTER_1_ACCESS" });
        }

        return policies.ToArray();
    }

    private static string After(int days) => days == 1 ? "AFTER_1_DAY" : $"AFTER_{days}_DAYS";
}
