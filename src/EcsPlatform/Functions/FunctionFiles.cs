using System.Text;
using System.Text.RegularExpressions;
using EcsPlatform.Storage;

namespace EcsPlatform.Functions;

/// <summary>The files of small code that lies in the repository.</summary>
public static partial class FunctionFiles
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads all files of a folder and its folders, except those whose names begin with a dot.</summary>
    /// <param name="folder">The folder; a relative path begins where the program runs.</param>
    /// <returns>Their texts, by their paths below the folder with <c>/</c> between the parts.</returns>
    /// <exception cref="InvalidArgsException">There is no such folder, or a file is no text; the message names every one.</exception>
    public static ImmutableSortedDictionary<string, string> In(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidArgsException("FunctionFiles", [
                new Problem(folder, "no folder", "a folder", "Correct the path; it begins at the folder that the program runs in"),
            ]);
        }

        var found = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (File: file, Path: Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(file => !file.Path.Split('/').Any(part => part.StartsWith('.')))
            .Select(file => (file.Path, Text: TextOf(file.File)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        InvalidArgsException.ThrowIfAny("FunctionFiles", found
            .Where(file => file.Text is null)
            .Select(file => new Problem($"{folder}/{file.Path}", "bytes that are no text", "UTF-8", "Build an archive of it, and give that as a JAR is given")));
        return found.ToImmutableSortedDictionary(file => file.Path, file => file.Text!, StringComparer.Ordinal);
    }

    /// <summary>Finds what is wrong with files.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <param name="files">The texts by path.</param>
    /// <returns>The problems, none when they are right.</returns>
    internal static IEnumerable<Problem> Problems(string where, ImmutableSortedDictionary<string, string> files)
    {
        if (files.IsEmpty)
        {
            yield return new Problem(where, "none", "one or more", "Give the code's files");
        }

        foreach (var path in files.Keys.Where(path => !PathPattern().IsMatch(path)))
        {
            yield return new Problem(where, $"'{path}'", "names of letters, digits and _ . -, joined by /", "Rename the file");
        }
    }

    /// <summary>A hash of the files' paths and texts, as Lambda writes hashes.</summary>
    /// <param name="files">The texts by path.</param>
    /// <returns>SHA-256 in Base64.</returns>
    internal static string HashOf(ImmutableSortedDictionary<string, string> files) => InBase64(
        ContentHash.OfAll(files.Select(file => KeyValuePair.Create(file.Key, ContentHash.Of(file.Value)))));

    /// <summary>A hash as Lambda writes hashes.</summary>
    /// <param name="sha256">SHA-256 in hexadecimal digits.</param>
    /// <returns>SHA-256 in Base64.</returns>
    internal static string InBase64(string sha256) => Convert.ToBase64String(Convert.FromHexString(sha256));

    private static string? TextOf(string file)
    {
        try
        {
            return Strict.GetString(File.ReadAllBytes(file));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A(?!\.{1,2}(/|\z))[A-Za-z0-9_.-]+(/(?!\.{1,2}(/|\z))[A-Za-z0-9_.-]+)*\z")]
    private static partial Regex PathPattern();
}
