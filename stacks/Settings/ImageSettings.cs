using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Images;

namespace EcsPlatform.Stacks.Settings;

/// <summary>The pinned images of a stack, and those that have no pin yet.</summary>
/// <param name="Pins">The pins, by the images' names.</param>
public sealed record ImageSettings(ImmutableSortedDictionary<string, ImagePin> Pins)
{
    /// <summary>How a stack says whether it may use images without a pin.</summary>
    internal static ImmutableSortedDictionary<string, UnpinnedImages> UnpinnedWords { get; } = new Dictionary<string, UnpinnedImages>
    {
        ["refused"] = UnpinnedImages.Refused,
        ["allowed"] = UnpinnedImages.Allowed,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The images as container definitions name them, by name.</summary>
    public ImmutableSortedDictionary<string, ImageReference> ByName =>
        Pins.ToImmutableSortedDictionary(pin => pin.Key, pin => pin.Value.Reference, StringComparer.Ordinal);

    /// <summary>
    /// The image of a name that the program uses, as a container definition names it; what stands there has no pin yet, perhaps, or one that
    /// could not be read, which is a problem of its own.
    /// </summary>
    /// <param name="name">The name.</param>
    public ImageReference this[string name] => (Pins.GetValueOrDefault(name) ?? new ImagePin.Unpinned(name)).Reference;

    /// <summary>Reads the section: an image for every name that the program uses, except where the environment goes without, and no other.</summary>
    internal static ImageSettings Read(ConfigSection section, UnpinnedImages unpinned, params IEnumerable<string> names) => new(names
        .Select(name => (Name: name, Pin: Pin(section, unpinned, name)))
        .Where(image => image.Pin is not null)
        .ToImmutableSortedDictionary(image => image.Name, image => image.Pin!, StringComparer.Ordinal));

    private static ImagePin? Pin(ConfigSection section, UnpinnedImages unpinned, string name)
    {
        if (section.TextOrNull(name, $"The image {name}", ConfigFormat.ImagePin, "no pin, which unpinnedImages must allow") is not { } text)
        {
            if (unpinned == UnpinnedImages.Allowed)
            {
                return new ImagePin.Unpinned(name);
            }

            section.RefuseMissing(name, ImageReference.ValidValues);
            return null;
        }

        if (text.Length == 0)
        {
            return null;
        }

        if (!ImageReference.TryParse(text, out var image))
        {
            section.Refuse(name, $"'{text}'", ImageReference.ValidValues, ImageReference.Advice(text));
            return null;
        }

        if (ImagePin.FromImageReference(image) is ImagePin.Pinned pinned)
        {
            return pinned;
        }

        section.Refuse(name, $"'{text}', a digest that no image has", ImageReference.ValidValues, "Pin the image, or take the key away until there is one");
        return null;
    }
}

/// <summary>Whether a stack may use images that nobody has pinned yet; their workloads run no tasks until then.</summary>
public enum UnpinnedImages
{
    /// <summary>No: an image without a pin is an error.</summary>
    Refused,

    /// <summary>Yes.</summary>
    Allowed,
}
