using System.Text.Json;

namespace EcsPlatform.Plans.Files;

/// <summary>Says why bytes are no JSON that is read.</summary>
internal static class JsonDiagnosis
{
    /// <summary>How deep a file may nest. Exports stay below 30, so more is no stack's state.</summary>
    public const int MaxDepth = 128;

    /// <summary>The reason, with its line.</summary>
    /// <param name="bytes">UTF-8 that does not parse.</param>
    /// <returns>What was found, what is allowed, what to do.</returns>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (ConflictLine(bytes) is { } conflict)
        {
            return $"line {conflict} is a merge conflict's mark; it must be one plan; resolve the conflict by writing the plan anew with 'accept'";
        }

        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= MaxDepth)
                {
                    return $"line {LineAt(bytes, reader.TokenStartIndex)} nests deeper than {MaxDepth} levels; that is the most that is read; "
                        + "give a plan or the output of 'pulumi stack export'";
                }
            }
        }
        catch (JsonException exception)
        {
            var line = (exception.LineNumber ?? 0) + 1;
            var column = (exception.BytePositionInLine ?? 0) + 1;
            return $"line {line}, column {column} is no JSON; it must be; write the file anew with 'pulumi stack export --file' or 'accept'";
        }

        return $"ends in the middle of a value, in line {LineAt(bytes, bytes.TrimEnd("\r\n"u8).Length)}; "
            + "the file was cut off: write it anew";
    }

    /// <summary>The line of the first text whose escapes spell half a character (a lone surrogate), which no text in .NET may hold.</summary>
    /// <param name="bytes">JSON.</param>
    /// <returns>The line; null when there is none.</returns>
    public static int? HalfCharacterLine(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("\\ud"u8) < 0 && bytes.IndexOf("\\uD"u8) < 0)
        {
            return null;
        }

        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsSpelled(ref reader))
            {
                return LineAt(bytes, reader.TokenStartIndex);
            }
        }

        return null;
    }

    private static bool IsSpelled(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static int LineAt(ReadOnlySpan<byte> bytes, long position) => bytes[..(int)position].Count((byte)'\n') + 1;

    private static int? ConflictLine(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.StartsWith("<<<<<<< "u8) ? 0 : bytes.IndexOf("\n<<<<<<< "u8) + 1;
        return at == 0 && !bytes.StartsWith("<<<<<<< "u8) ? null : LineAt(bytes, at);
    }
}
