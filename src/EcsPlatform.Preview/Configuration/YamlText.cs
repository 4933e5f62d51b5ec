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
        var stream = new YamlStream();
        try
        {
            using var reader = new StreamReader(path);
            stream.Load(reader);
        }
        catch (YamlException exception)
        {
            throw new PreviewException(TabbedLine(path) is { } line
                ? $"{shownAs}:{line}: a tab indents this line, and YAML knows only spaces there. Replace it."
                : $"{shownAs}:{exception.End.Line}: this is not valid YAML: {Reason(exception)} Correct the file.");
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
