using EcsPlatform.Foundations;

namespace EcsPlatform.Stacks.Settings;

/// <summary>Reads where a stack lives.</summary>
internal static class AccountSettings
{
    /// <summary>Reads the section.</summary>
    public static AwsAccount Read(ConfigSection section) => new(
        section.Parsed(
            "id",
            (string? text, out string id) => (id = text ?? "") is { Length: 12 } && id.All(char.IsAsciiDigit),
            "an account's twelve digits, in quotes"),
        section.Text("region"));
}
