namespace EcsPlatform.Cli.Views;

/// <summary>A changed value without parts, as people read it.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Old">What it was; null when there was none, or when only <see cref="From"/> is worth saying.</param>
/// <param name="New">What it is to be; null when there is to be none, or when only <see cref="From"/> is worth saying.</param>
internal sealed record PropertyLine(string Path, string? Old, string? New)
{
    /// <summary>What stands for no value.</summary>
    public const string Nothing = "(none)";

    /// <summary>Name of the resource from which the new value follows; null when it does not, or when the value says so itself.</summary>
    public string? From { get; init; }

    /// <summary>The change in one piece, for example <c>3 → 4</c>.</summary>
    public string Change => (Old, New, From) switch
    {
        (null, null, { } from) => $"← {from}",
        (var old, var @new, null) => $"{old ?? Nothing} → {@new ?? Nothing}",
        (var old, var @new, { } from) => $"{old ?? Nothing} → {@new ?? Nothing} (← {from})",
    };

    /// <summary>The new value in one piece, for resources that are new.</summary>
    public string Value => New ?? $"← {From}";
}
