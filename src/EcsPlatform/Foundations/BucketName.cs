using System.Text.RegularExpressions;

namespace EcsPlatform.Foundations;

/// <summary>Names of buckets that others made.</summary>
public static partial class BucketName
{
    /// <summary>Finds what is wrong with a bucket's name.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <param name="name">The name.</param>
    /// <returns>The problem, none when the name is right or was not read.</returns>
    public static IEnumerable<Problem> Problems(string where, string name) => name.Length == 0 || NamePattern().IsMatch(name)
        ? []
        : [new Problem(where, $"'{name}'", "3 to 63 lower-case letters, digits, dots and hyphens", "Give the bucket's name, not its ARN or address")];

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex NamePattern();
}
