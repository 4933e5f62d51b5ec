using System.Text;
using System.Text.RegularExpressions;

namespace EcsPlatform.Storage;

/// <summary>What <see cref="ConfigObjects"/> are made of.</summary>
public sealed partial record ConfigObjectsArgs
{
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
    private const int LongestKey = 1024;

    // What a hash in the key takes.
    private const int HashRoom = 11;

    /// <summary>The name of the bucket that holds them.</summary>
    public required Input<string> BucketName { get; init; }

    /// <summary>The files by name, which ends their key; at least one.</summary>
    public required ImmutableSortedDictionary<string, ConfigFile> Files { get; init; }

    /// <summary>What all keys begin with, ending in <c>/</c>, for example <c>staging/web/</c>. Default: nothing.</summary>
    public string KeyPrefix { get; init; } = "";

    /// <summary>
    /// True puts a hash of the content into each key, so that who names the key sees each change, and leaves former objects where they are,
    /// so that a service which goes back finds its own. Not for computed content. Default: false, a change overwrites the object.
    /// </summary>
    public bool HashInKeys { get; init; }

    /// <summary>The ARN of the customer managed key that encrypts them. Default: null, as the bucket says.</summary>
    public Input<string>? KmsKeyArn { get; init; }

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
        [.. PrefixProblems(where), .. Files.SelectMany(file => FileProblems($"{where}.files.{file.Key}", file.Key, file.Value))];

    /// <summary>The key of a file.</summary>
    /// <param name="name">The file's name.</param>
    /// <returns>The key.</returns>
    internal string KeyOf(string name) =>
        KeyPrefix + (HashInKeys && Files[name].Bytes() is { } bytes ? ContentHash.InKey(name, ContentHash.Of(bytes)) : name);

    private IEnumerable<Problem> PrefixProblems(string where)
    {
        if (KeyPrefix.Length > 0 && !(KeyPrefix.EndsWith('/') && KeyPattern().IsMatch(KeyPrefix[..^1])))
        {
            yield return new Problem(
                $"{where}.keyPrefix", $"'{KeyPrefix}'", "names of letters, digits and _ . -, each followed by /", "Begin it without / and end it with /");
        }

        if (Files.IsEmpty)
        {
            yield return new Problem($"{where}.files", "none", "one or more", "Name the files, or leave the objects out");
        }
    }

    private IEnumerable<Problem> FileProblems(string where, string name, ConfigFile file)
    {
        if (!KeyPattern().IsMatch(name) || Encoding.UTF8.GetByteCount(KeyPrefix + name) + HashRoom > LongestKey)
        {
            yield return new Problem(
                where, $"'{name}'", $"names of letters, digits and _ . -, joined by /; with the prefix {LongestKey - HashRoom} characters", "Rename the file");
        }

        if (file is ConfigFile.FromDisk { Content: null } missing)
        {
            yield return new Problem(where, $"no file '{missing.Path}'", "a file", "Correct the path; it begins at the folder that the program runs in");
        }

        if (file is ConfigFile.Computed && HashInKeys)
        {
            yield return new Problem(where, "computed content with its hash in the key", "content that is known before", "Set HashInKeys to false");
        }

        if (name.EndsWith(EnvironmentFileLines.Extension, StringComparison.Ordinal) && file.Bytes() is { } bytes)
        {
            foreach (var problem in EnvironmentFileLines.Problems(where, ConfigFile.AsText(bytes)))
            {
                yield return problem;
            }
        }
    }

    [GeneratedRegex(@"\A(?!\.{1,2}(/|\z))[0-9A-Za-z_.-]+(/(?!\.{1,2}(/|\z))[0-9A-Za-z_.-]+)*\z")]
    private static partial Regex KeyPattern();
}
