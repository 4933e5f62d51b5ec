namespace EcsPlatform.Storage;

/// <summary>
/// The lines of a file of environment variables: <c>NAME=value</c>, comments that begin with <c>#</c>, empty lines
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html).
/// </summary>
internal static class EnvironmentFileLines
{
    /// <summary>What the key of such a file ends in.</summary>
    public const string Extension = ".env";

    /// <summary>Finds the lines that ECS does not take as they are meant. What is found there is not shown: it may be a value.</summary>
    /// <param name="where">The file, for the messages.</param>
    /// <param name="text">The file's text; null when it is none.</param>
    /// <returns>The problems, none when all lines are right.</returns>
    public static IEnumerable<Problem> Problems(string where, string? text)
    {
        if (text is null)
        {
            return [new Problem(where, "bytes that are no text", "UTF-8", "Save the file as UTF-8")];
        }

        return text.Split('\n')
            .Select((line, i) => (Line: line, Number: i + 1))
            .Where(line => line.Line.Length > 0 && !line.Line.StartsWith('#') && !IsVariable(line.Line))
            .Select(line => new Problem(
                $"{where}:{line.Number}", "no variable", "NAME=value, without spaces around the name and without carriage returns", "Correct the line"));
    }

    private static bool IsVariable(string line)
    {
        var name = line.Split('=', 2) is [var before, _] ? before : "";
        return name.Length > 0 && !name.Any(char.IsWhiteSpace) && !line.EndsWith('\r');
    }
}
