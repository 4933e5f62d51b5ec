using System.Globalization;
using System.Text;

namespace EcsPlatform.Plans.Files;

/// <summary>Writes files that are either complete or as they were before.</summary>
public static class AtomicFile
{
    /// <summary>Writes a text to a file, in place of the one that may be there.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="text">The text; it is written as UTF-8 without a byte order mark.</param>
    /// <exception cref="PlanFileException">It cannot be written; what was there before still is.</exception>
    public static void Write(string path, string text) => Write(path, file => file.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes a file, in place of the one that may be there.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="write">Writes the content. What it throws passes, and the file stays as it was.</param>
    /// <exception cref="PlanFileException">It cannot be written; what was there before still is.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        try
        {
            // A link stays one: what it leads to is written.
            var file = new FileInfo(path);
            var target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            if (Problem(target) is { } problem)
            {
                throw new PlanFileException($"{path}: {problem}");
            }

            if (IsDevice(target))
            {
                using var device = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                write(device);
                return;
            }

            Replace(target, write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new PlanFileException($"{path}: cannot be written: {exception.Message.ReplaceLineEndings(" ")}; nothing was changed; "
                + "give a file in a folder that you may write to");
        }
    }

    private static void Replace(string target, Action<Stream> write)
    {
        // Beside the target, because only within a file system a move is one step.
        var temporary = string.Create(CultureInfo.InvariantCulture, $"{target}.{Environment.ProcessId}.tmp");
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            // Who may read and write the file is not for its content to decide.
            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static string? Problem(string target) =>
        Directory.Exists(target) ? "is a folder; give a file in it"
        : !Directory.Exists(Path.GetDirectoryName(target)) ? "its folder does not exist; make the folder, or give another file"
        : null;

    /// <summary>Whether a path is that of a device or a pipe, in whose place a move would put a file.</summary>
    internal static bool IsDevice(string target) => target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("/proc/", StringComparison.Ordinal);
}
