using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EcsPlatform.Preview.Configuration;

/// <summary>Reads YAML files, with the line in every message.</summary>
internal static class YamlText
{
    /// <summary>Reads a file whose content is a mapping.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">How messages call it.</param>
    /// <exception cref="PreviewException">The file cannot be read, is not YAML, or is no mapping.</exception>
    public static YamlMappingNode ReadMapping(string path, string shownAs)
    {
        if (Directory.Exists(path))
        {
            throw new PreviewException($"{shownAs} is a folder. Allowed: a file. Move the folder away.");
        }

        try
        {
            return ParseMapping(File.ReadAllText(path), shownAs);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PreviewException($"{shownAs} cannot be read: {exception.Message}");
        }
    }

    /// <summary>Reads a text that is a mapping.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shownAs">How messages call it.</param>
    /// <exception cref="PreviewException">The text is not YAML, or is no mapping.</exception>
    public static YamlMappingNode ParseMapping(string text, string shownAs)
    {
        var stream = new YamlStream();
        Parser? parser = null;
        try
        {
            parser = new Parser(new StringReader(text));
            stream.Load(parser);
            foreach (var document in stream.Documents)
            {
                new YamlLimits(shownAs).Check(document.RootNode);
            }
        }
        catch (AnchorNotFoundException exception)
        {
            // The library names the anchor between quotes, and a place that is not the alias's.
            var alias = $"*{exception.Message.Split('\'')[1]}";
            throw Invalid(text, shownAs, LineOf(text, alias), $"nothing is marked '&{alias[1..]}' for the alias '{alias}'.");
        }
        catch (YamlException exception)
        {
            throw Invalid(text, shownAs, exception.End.Line, Reason(exception));
        }
        catch (InvalidOperationException)
        {
            // The library's answer to some brackets that are never closed.
            throw Invalid(text, shownAs, parser?.Current?.End.Line ?? 1, "Something is not closed, or stands where it cannot.");
        }

        return stream.Documents switch
        {
            [{ RootNode: YamlMappingNode mapping }] => mapping,
            [] => new YamlMappingNode(),
            _ => throw new PreviewException($"{shownAs}:1: the file must hold one mapping of keys to values."),
        };
    }

    private static PreviewException Invalid(string text, string shownAs, long line, string reason) => new(
        TabbedLine(text) is { } tabbed
            ? $"{shownAs}:{tabbed}: a tab indents this line, and YAML knows only spaces there. Replace it."
            : $"{shownAs}:{line}: this is not valid YAML: {reason} Correct the file.");

    private static int LineOf(string text, string part) => Lines(text).FindIndex(line => line.Contains(part, StringComparison.Ordinal)) + 1;

    // The library names the mapping around a tab, not the tab.
    private static int? TabbedLine(string text)
    {
        var index = Lines(text).FindIndex(line => line[..(line.Length - line.TrimStart().Length)].Contains('\t', StringComparison.Ordinal));
        return index < 0 ? null : index + 1;
    }

    private static List<string> Lines(string text) => [.. text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None)];

    private static string Reason(YamlException exception)
    {
        var message = (exception.InnerException ?? exception).Message;
        // The library puts the place in front; it stands in front of our message already.
        var text = message.StartsWith('(') && message.IndexOf("): ", StringComparison.Ordinal) is > 0 and var end ? message[(end + 3)..] : message;
        return text.EndsWith('.') ? text : text + ".";
    }
}
