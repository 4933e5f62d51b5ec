using System.Text;
using EcsPlatform.Plans.Files;
using EcsPlatform.Preview;
using EcsPlatform.Preview.Configuration;

namespace EcsPlatform.Cli.Pins;

/// <summary>The text of a stack's file as it was read, to be replaced by another unless somebody else was quicker.</summary>
/// <param name="Path">The file.</param>
/// <param name="Text">Its text, without a byte order mark.</param>
internal sealed record StackText(string Path, string Text)
{
    private const UnixFileMode Writable = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] Bytes { get; init; } = [];

    /// <summary>The file's name, for messages.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    // A link stays one: what it leads to is changed.
    private string Target => new FileInfo(Path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path;

    /// <summary>Reads the file of a stack.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack's name.</param>
    /// <exception cref="PreviewException">There is no such file, or it is no text.</exception>
    public static StackText Read(ProjectFile project, string stack)
    {
        var path = project.StackPath(stack);
        if (!File.Exists(path))
        {
            throw Missing(project, stack);
        }

        var name = System.IO.Path.GetFileName(path);
        try
        {
            var bytes = File.ReadAllBytes(path);
            return new StackText(path, Strict.GetString(bytes.AsSpan()[Mark(bytes).Length..])) { Bytes = bytes };
        }
        catch (DecoderFallbackException)
        {
            throw new PreviewException($"{name} is not UTF-8. Save it as UTF-8.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PreviewException($"{name} cannot be read: {exception.Message}");
        }
    }

    /// <summary>Why the file cannot be changed; null when nothing speaks against it.</summary>
    public string? Obstacle()
    {
        var refused = $"{Name} is read-only. Nothing was written. Make it writable, or try with --dry-run.";
        try
        {
            var target = Target;
            if (OperatingSystem.IsWindows() ? File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly) : (File.GetUnixFileMode(target) & Writable) == 0)
            {
                return refused;
            }

            using var file = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return refused;
        }
        catch (IOException exception)
        {
            return $"{Name} cannot be written: {exception.Message} Nothing was written.";
        }
    }

    /// <summary>Replaces the file's text. It is either replaced completely or as it was.</summary>
    /// <param name="text">The new text.</param>
    /// <exception cref="PreviewException">Somebody else changes the file, or has changed it since it was read.</exception>
    /// <exception cref="PlanFileException">It cannot be written.</exception>
    public void Write(string text)
    {
        var target = Target;
        using (Lock(target))
        {
            if (!File.Exists(target) || !File.ReadAllBytes(target).AsSpan().SequenceEqual(Bytes))
            {
                throw new PreviewException($"{Name} was changed by somebody else meanwhile. Nothing was written. Run the command again.");
            }

            if (Obstacle() is { } obstacle)
            {
                throw new PreviewException(obstacle);
            }

            AtomicFile.Write(target, file =>
            {
                file.Write(Mark(Bytes));
                file.Write(Strict.GetBytes(text));
            });
        }
    }

    // The file itself cannot be the lock: it is replaced. Whoever makes the file beside it is the one who may.
    private FileStream Lock(string target)
    {
        var path = $"{target}.lock";
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new PreviewException(
                $"{Name} is being changed by another run. Nothing was written. Run the command again; if there is no other run, delete {path} first.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PreviewException(
                $"{Name} cannot be written: {exception.Message} Nothing was written. Make its folder writable, or try with --dry-run.");
        }
    }

    private static PreviewException Missing(ProjectFile project, string stack)
    {
        try
        {
            StackFile.Read(project, stack);
        }
        catch (PreviewException exception)
        {
            return exception;
        }

        return new PreviewException($"The file of stack '{stack}' has just been made. Run the command again.");
    }

    private static ReadOnlySpan<byte> Mark(byte[] bytes) => bytes.AsSpan().StartsWith("\ufeff"u8) ? "\ufeff"u8 : [];
}
