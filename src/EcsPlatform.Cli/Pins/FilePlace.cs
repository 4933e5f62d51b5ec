using EcsPlatform.Foundations;
using EcsPlatform.Preview.Configuration;

namespace EcsPlatform.Cli.Pins;

/// <summary>Says where in a stack's file a problem is.</summary>
internal static class FilePlace
{
    /// <summary>The problem with its file and line in front.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problem">The problem.</param>
    public static string Of(StackFile file, Problem problem) => $"{Of(file, problem.Where)}{problem}";

    /// <summary>The file and line of a config key, for the beginning of a message.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">The key; what is none has no place in the file.</param>
    /// <returns>The place, a colon and a space; nothing when there is no place.</returns>
    public static string Of(StackFile file, string key) =>
        !key.Contains(':', StringComparison.Ordinal) ? ""
        : file.LineOf(key) is { } line ? $"{file.FileName}:{line}: "
        : $"{file.FileName}: ";
}
