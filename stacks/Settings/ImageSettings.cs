using System.Collections.Immutable;
using EcsPlatform.Foundations;

namespace EcsPlatform.Stacks.Settings;

/// <summary>The pinned images of a stack.</summary>
/// <param name="ByName">The images, by name.</param>
public sealed record ImageSettings(ImmutableSortedDictionary<string, ImageReference> ByName)
{
    /// <summary>The image of a name that the program uses.</summary>
    /// <param name="name">The name.</param>
    public ImageReference this[string name] => ByName[name];

    /// <summary>Reads the section: an image for every name that the program uses, and no other.</summary>
    internal static ImageSettings Read(ConfigSection section, params string[] names) => new(names
        .Select(name => (Name: name, Image: section.Parsed<ImageReference?>(name, ImageReference.TryParse, ImageReference.ValidValues)))
        .Where(image => image.Image is not null)
        .ToImmutableSortedDictionary(image => image.Name, image => image.Image!, StringComparer.Ordinal));
}
