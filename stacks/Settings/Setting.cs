using System.Collections.Immutable;
using System.Text.Json;

namespace EcsPlatform.Stacks.Settings;

/// <summary>A setting as a program asks for it: what commands, editors and the reference know of it comes from the reading itself.</summary>
/// <param name="Name">Its name: a config key without the namespace, or a field of an object.</param>
/// <param name="Kind">What kind of value it has.</param>
/// <param name="Description">What it means, in one sentence without a full stop.</param>
public sealed record Setting(string Name, SettingKind Kind, string Description)
{
    /// <summary>Whether it is wrong to leave it out. Default: false.</summary>
    public bool Required { get; init; }

    /// <summary>The value that it has when it is left out, as text. Default: null, none.</summary>
    public string? Default { get; init; }

    /// <summary>What it means to leave it out, in words, where the default follows from something else. Default: null, it does not.</summary>
    public string? Otherwise { get; init; }

    /// <summary>What values, or items of a list, are allowed, in words. Default: null, every value of its kind.</summary>
    public string? Allowed { get; init; }

    /// <summary>A regular expression that values, or items of a list, match. Default: null, none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The only values, or items of a list, that there are. Default: empty, there are others.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The fields of an object, sorted by name. Default: none.</summary>
    public ImmutableArray<Setting> Fields { get; init; } = [];

    /// <summary>Whether a config without it is wrong: it is required, or it is an object that counts also when it is left out, with a field that is.</summary>
    public bool MustBeGiven => Required || (!Absent && Fields.Any(each => each.MustBeGiven));

    /// <summary>What the config says. Default: null, nothing.</summary>
    public JsonElement? Given { get; init; }

    /// <summary>Whether it is an object that does not count while it is left out, so that its fields have no values. Default: false.</summary>
    public bool Absent { get; init; }
}

/// <summary>The kinds of settings.</summary>
public enum SettingKind
{
    /// <summary>Text that is not empty.</summary>
    Text,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>Texts by names that no program knows beforehand.</summary>
    TextsByName,

    /// <summary>An object with fields.</summary>
    Fields,
}
