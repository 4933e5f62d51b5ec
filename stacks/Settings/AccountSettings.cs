using EcsPlatform.Foundations;

namespace EcsPlatform.Stacks.Settings;

/// <summary>Reads where a stack lives.</summary>
internal static class AccountSettings
{
    /// <summary>Reads the section.</summary>
    public static AwsAccount Read(ConfigSection section) => new(
        section.Text("id", "The account's number", ConfigFormat.AccountId),
        section.Text("region", "The region's code, such as eu-west-1"));
}
