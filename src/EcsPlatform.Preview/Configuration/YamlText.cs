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

        var stream = new YamlStream();
        Parser? parser = null;
        try
        {
            using var reader = new StreamReader(path);
            parser = new Parser(reader);
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
            throw Invalid(path, shownAs, LineOf(path, alias), $"nothing is marked '&{alias[1..]}' for the alias '{alias}'.");
        }
        catch (YamlException exception)
        {
            throw Invalid(path, shownAs, exception.End.Line, Reason(exception));
        }
        catch (InvalidOperationException)
        {
            // The library's answer to some brackets that are never closed.
            throw Invalid(path, shownAs, parser?.Current?.End.Line ?? 1, "Something is not closed, or stands where it cannot.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PreviewException($"{shownAs} cannot be read: {exception.Message}");
        }

        return stream.Documents switch
        {
            [{ RootNode: YamlMappingNode mapping }] => mapping,
            [] => new YamlMappingNode(),
            _ => throw new PreviewException($"{shownAs}:1: the file must hold one mapping of keys to values."),
        };
    }

    private static PreviewException Invalid(string path, string shownAs, long line, string reason) => new(
        TabbedLine(path) is { } tabbed
            ? $"{shownAs}:{tabbed}: a tab indents this line, and YAML knows only spaces there. Replace it."
            : $"{shownAs}:{line}: this is not valid YAML: {reason} Correct the file.");

    private static int LineOf(string path, string text) =>
        File.ReadLines(path).ToList().FindIndex(line => line.Contains(text, StringComparison.Ordinal)) + 1;

    // The library names the mapping around a tab, not the tab.
    private static int? TabbedLine(string path)
    {
        var index = File.ReadLines(path).ToList().FindIndex(line => line[..(line.Length - line.TrimStart().Length)].Contains('\t', StringComparison.Ordinal));
        return index < 0 ? null : index + 1;
    }

    private static string Reason(YamlException exception)
    {
        var message = (exception.InnerException ?? exception).Message;
        // The library puts the place in front; it stands in front of our message already.
        var text = message.StartsWith('(') && message.IndexOf("): ", StringComparison.Ordinal) is > 0 and var end ? message[(end + 3)..] : message;
        return text.EndsWith('.') ? text : text + ".";
    }
}
