using System.Text.RegularExpressions;

namespace EcsPlatform.Foundations;

/// <summary>
/// The tags that every resource of an environment carries, as all its providers give them. AWS's limits:
/// https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/allocation-tag-restrictions.html and, for the characters,
/// https://docs.aws.amazon.com/cloudwatch/latest/APIReference/API_Tag.html. A resource's own tags count towards the 50 too,
/// and objects in S3 take 10 (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html).
/// </summary>
public sealed partial record DefaultTags
{
    /// <summary>How many tags a resource may have.</summary>
    public const int MostTags = 50;

    /// <summary>How many characters a key may have.</summary>
    public const int LongestKey = 128;

    /// <summary>How many characters a value may have.</summary>
    public const int LongestValue = 256;

    private const string ReservedPrefix = "aws:";
    private const string ValidCharacters = "letters, digits, spaces and _ . : / = + - @";

    /// <summary>The environment, for example <c>staging</c>; the tag <c>Environment</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>What the environment is part of; the tag <c>Project</c>.</summary>
    public required string Project { get; init; }

    /// <summary>What changes the resources; the tag <c>ManagedBy</c>. Default: <c>pulumi</c>.</summary>
    public string ManagedBy { get; init; } = "pulumi";

    /// <summary>Who answers for the environment; the tag <c>Owner</c>. Default: null, no such tag.</summary>
    public string? Owner { get; init; }

    /// <summary>More tags, for example <c>CostCentre</c>. Default: none.</summary>
    public ImmutableDictionary<string, string> More { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>All tags by their keys, sorted. When <see cref="More"/> repeats a key of the others, the other counts, and it is a problem.</summary>
    public ImmutableSortedDictionary<string, string> Tags =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).AddRange(More).SetItems(Named);

    private IEnumerable<KeyValuePair<string, string>> Named => new Dictionary<string, string?>
    {
        ["Environment"] = Environment,
        ["ManagedBy"] = ManagedBy,
        ["Owner"] = Owner,
        ["Project"] = Project,
    }.Where(tag => tag.Value is not null).Select(tag => KeyValuePair.Create(tag.Key, tag.Value!));

    /// <summary>Finds what is wrong with these tags.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the tags are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (Tags.Count > MostTags)
        {
            yield return new Problem(where, $"{Tags.Count} tags", $"at most {MostTags}", "Leave some out: AWS takes no more on a resource");
        }

        foreach (var empty in Named.Where(tag => string.IsNullOrWhiteSpace(tag.Value)))
        {
            yield return new Problem($"{where}.{empty.Key}", "nothing", "a value", "Say it, so that costs can be told apart");
        }

        // IAM roles do not tell keys apart by case: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
        var keys = Named.Concat(More).Select(tag => tag.Key).Order(StringComparer.Ordinal);
        foreach (var same in keys.GroupBy(key => key, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.{same.Key}", string.Join(", ", same), "each key once, in one spelling", "Keep one of them");
        }

        foreach (var problem in Tags.SelectMany(tag => KeyProblems(where, tag.Key).Concat(ValueProblems($"{where}.{tag.Key}", tag.Value))))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> KeyProblems(string where, string key)
    {
        if (key.Length is 0 or > LongestKey || !Characters().IsMatch(key))
        {
            yield return new Problem($"{where}.{key}", $"a key of {key.Length} characters", $"1 to {LongestKey} of {ValidCharacters}", "Choose a key that AWS allows");
        }

        if (key.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase))
        {
            yield return new Problem($"{where}.{key}", $"the prefix {ReservedPrefix}", "any other", "Choose a key of your own: AWS keeps this prefix to itself");
        }
    }

    private static IEnumerable<Problem> ValueProblems(string where, string value)
    {
        if (value.Length > LongestValue || !Characters().IsMatch(value))
        {
            yield return new Problem(where, $"a value of {value.Length} characters", $"0 to {LongestValue} of {ValidCharacters}", "Choose a value that AWS allows");
        }

        if (value.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase))
        {
            yield return new Problem(where, $"the prefix {ReservedPrefix}", "any other", "Choose a value of your own: AWS keeps this prefix to itself");
        }
    }

    [GeneratedRegex(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z")]
    private static partial Regex Characters();
}
