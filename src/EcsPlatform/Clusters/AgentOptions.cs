using System.Text;
using System.Text.RegularExpressions;

namespace EcsPlatform.Clusters;

/// <summary>
/// What instances of a group do at their first start beyond joining the cluster. The agent's settings are described at
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html.
/// </summary>
public sealed partial record AgentOptions
{
    // Raw, before the encoding: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
    private const int LongestUserData = 16 * 1024;

    // The agent writes tasks' logs as the instance, which may not, unless this is true, as it is on the ECS-optimised images.
    private const string LogsAsTask = "ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE";

    private const string InstanceTags = "ECS_CONTAINER_INSTANCE_TAGS";
    private const string TagsFrom = "ECS_CONTAINER_INSTANCE_PROPAGATE_TAGS_FROM";

    // Its longest name, https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html
    private const int LongestClusterName = 255;

    private static readonly ImmutableSortedSet<string> Own =
    [
        "ECS_AWSVPC_BLOCK_IMDS", "ECS_CLUSTER", "ECS_ENABLE_SPOT_INSTANCE_DRAINING", "ECS_IMAGE_CLEANUP_INTERVAL",
        "ECS_IMAGE_MINIMUM_CLEANUP_AGE", "ECS_NUM_IMAGES_DELETE_PER_CYCLE", "ECS_RESERVED_MEMORY",
    ];

    /// <summary>True moves tasks away when EC2 announces to take a spot instance back. Written for groups with a spot share only. Default: true.</summary>
    public bool DrainOnSpotNotice { get; init; } = true;

    /// <summary>How the agent deletes images that no container uses. Default: null, as the agent does by itself.</summary>
    public ImageCleanup? ImageCleanup { get; init; }

    /// <summary>Further settings of the agent, by name. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Settings { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Shell commands to run after the agent's settings are written. Default: null, none.</summary>
    public string? Script { get; init; }

    /// <summary>Whether the agent tags the instance in ECS.</summary>
    internal bool TagsInstances => CopiesTags || Settings.ContainsKey(InstanceTags);

    /// <summary>Whether it takes those tags from the EC2 instance.</summary>
    internal bool CopiesTags => Settings.ContainsKey(TagsFrom);

    /// <summary>Finds what is wrong with these options.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when they are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        foreach (var problem in ImageCleanup?.Problems($"{where}.imageCleanup") ?? [])
        {
            yield return problem;
        }

        foreach (var (key, value) in Settings)
        {
            if (Own.Contains(key))
            {
                yield return new Problem(
                    $"{where}.settings.{key}", "a setting that is written already", "other settings of the agent", "Use the option that stands for it");
            }
            else if (key == LogsAsTask && value != "true")
            {
                yield return new Problem(
                    $"{where}.settings.{key}", $"'{value}'", "true", "Leave it out: instances may write no logs, so that tasks would start no more");
            }
            else if (!SettingPattern().IsMatch(key))
            {
                yield return new Problem(
                    $"{where}.settings.{key}", $"'{key}'", "capital letters, digits and underscores", "Give the name of a setting of the ECS agent");
            }

            if (value.Any(char.IsControl))
            {
                yield return new Problem($"{where}.settings.{key}", "a value of several lines", "one line", "Give the value without line breaks");
            }
        }

        if (Script is not null && string.IsNullOrWhiteSpace(Script))
        {
            yield return new Problem($"{where}.script", "nothing", "shell commands", "Give commands, or leave the script out");
        }

        var length = Encoding.UTF8.GetByteCount(UserData.Script(new string('c', LongestClusterName), int.MaxValue, this, spot: true));
        if (length > LongestUserData)
        {
            yield return new Problem($"{where}.script", $"user data of {length} bytes", $"up to {LongestUserData} bytes", "Fetch long scripts from elsewhere");
        }
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]*\z")]
    private static partial Regex SettingPattern();
}

/// <summary>
/// How the agent deletes images that no container uses
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/automated_image_cleanup.html).
/// </summary>
public sealed record ImageCleanup
{
    /// <summary>How often, in minutes, 10 or more. Default: 30, the agent's own.</summary>
    public int IntervalMinutes { get; init; } = 30;

    /// <summary>How long after its pull an image stays at least, in minutes, 1 or more. Default: 60, the agent's own.</summary>
    public int MinimumAgeMinutes { get; init; } = 60;

    /// <summary>How many images go at a time, 1 or more. Default: 5, the agent's own.</summary>
    public int ImagesPerCycle { get; init; } = 5;

    /// <summary>Finds what is wrong with these options.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when they are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (IntervalMinutes < 10)
        {
            yield return new Problem($"{where}.interval", $"{IntervalMinutes} min", "10 or more min", "Let the agent rest longer between two rounds");
        }

        if (MinimumAgeMinutes < 1)
        {
            yield return new Problem($"{where}.minimumAge", $"{MinimumAgeMinutes} min", "1 or more min", "Let an image live long enough to be used");
        }

        if (ImagesPerCycle < 1)
        {
            yield return new Problem($"{where}.imagesPerCycle", $"{ImagesPerCycle}", "1 or more", "Say how many images go at a time");
        }
    }
}
