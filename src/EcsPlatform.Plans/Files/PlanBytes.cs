using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace EcsPlatform.Plans.Files;

/// <summary>The bytes of a plan's text, checked before anything parses them.</summary>
internal static class PlanBytes
{
    /// <summary>The bytes of a file.</summary>
    public static ReadOnlyMemory<byte> Of(string path)
    {
        var problems = new PlanProblems(path.Length == 0 ? "plan" : path);
        try
        {
            if (Directory.Exists(path))
            {
                throw problems.Only("is a folder; give a plan's file");
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return file.CanSeek && file.Length > PlanFile.MaxBytes ? throw TooLarge(problems, file.Length) : Content(file, problems);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw problems.Only("there is no such file; give a plan, or what 'pulumi stack export --file' wrote");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw problems.Only($"cannot be read: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>Refuses what is no UTF-8 text, and takes the byte order mark away.</summary>
    public static ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> bytes, string name)
    {
        var problems = new PlanProblems(name);
        var span = bytes.Span;
        if (span.Length > PlanFile.MaxBytes)
        {
            throw TooLarge(problems, span.Length);
        }

        if (span is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, _, ..] or [_, 0, ..])
        {
            throw problems.Only("is UTF-16; it must be UTF-8; let 'pulumi stack export --file' write it, not the shell");
        }

        if (span is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            throw problems.Only($"line {InvalidLine(bytes.Span)} is not UTF-8; it must be; save the file as UTF-8");
        }

        return bytes.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0
            ? throw problems.Only("is empty; it must hold a plan; write it anew, or get it back from version control")
            : bytes;
    }

    // Pipes have no length to ask for.
    private static ReadOnlyMemory<byte> Content(FileStream file, PlanProblems problems)
    {
        using var content = new MemoryStream(file.CanSeek ? (int)file.Length : 0);
        var buffer = new byte[81_920];
        for (int count; (count = file.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, count);
            if (content.Length > PlanFile.MaxBytes)
            {
                throw TooLarge(problems, content.Length);
            }
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    private static PlanFileException TooLarge(PlanProblems problems, long length) => problems.Only(string.Create(
        CultureInfo.InvariantCulture,
        $"has {length / 1e6:F1} MB or more; {PlanFile.MaxBytes / 1e6:F0} MB are read at most, to bound the memory; give the export of one stack"));

    private static int InvalidLine(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        while (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            line += rune.Value == '\n' ? 1 : 0;
            bytes = bytes[length..];
        }

        return line;
    }
}
