using System.Text.Json.Nodes;

namespace EcsPlatform.Images;

/// <summary>
/// Which images a repository deletes by itself. ECR's lifecycle rules know tags and ages and nothing of pins
/// (https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html), so no rule here ever touches an image with a tag,
/// however old it is and however many follow it.
/// </summary>
public abstract record ImageExpiry
{
    private ImageExpiry()
    {
    }

    /// <summary>No image is ever deleted.</summary>
    public sealed record Never : ImageExpiry;

    /// <summary>
    /// Images without a tag are deleted after a while, those excepted that belong to an image index: ECR keeps what a manifest list
    /// refers to for as long as the list itself. A pinned image must have a tag, see <see cref="ImageProof.Kept"/>; in a repository
    /// with immutable tags it loses the tag only when somebody deletes it.
    /// </summary>
    public sealed record Untagged : ImageExpiry
    {
        /// <summary>How long after the push, in days, 1 or more. Default: 30.</summary>
        public int Days { get; init; } = 30;
    }

    /// <summary>Whether an image may be deleted, now or when it is old enough.</summary>
    /// <param name="tags">The image's tags.</param>
    /// <returns>False when no rule selects it.</returns>
    public bool MayDelete(IEnumerable<string> tags) => this is Untagged && !tags.Any();

    /// <summary>Finds what is wrong with this rule.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> Problems(string where) => this is Untagged { Days: < 1 and var days }
        ? [new Problem($"{where}.expiry.days", $"{days} days", "1 day or more", "Choose how long to keep images without a tag")]
        : [];

    /// <summary>The lifecycle policy.</summary>
    /// <returns>Its JSON; null when there is none.</returns>
    internal string? Policy() => this is Untagged { Days: var days }
        ? new JsonObject
        {
            ["rules"] = new JsonArray(new JsonObject
            {
                ["rulePriority"] = 1,
                ["description"] = $"Delete images without a tag after {days} {(days == 1 ? "day" : "days")}",
                ["selection"] = new JsonObject
                {
                    ["tagStatus"] = "untagged",
                    ["countType"] = "sinceImagePushed",
                    ["countUnit"] = "days",
                    ["countNumber"] = days,
                },
                ["action"] = new JsonObject { ["type"] = "expire" },
            }),
        }.ToJsonString()
        : null;
}
