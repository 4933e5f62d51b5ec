using System.Collections.Immutable;
using EcsPlatform.Foundations;

namespace EcsPlatform.Stacks.Settings;

/// <summary>Where a stack lives, and as whom its providers work there.</summary>
/// <param name="Account">The account and the region.</param>
/// <param name="Role">The ARN of the role that the providers assume; null for the credentials as they are.</param>
/// <param name="Tags">Tags of every resource besides the platform's own, by key. Default: none.</param>
public sealed record AccountSettings(AwsAccount Account, string? Role, ImmutableSortedDictionary<string, string> Tags)
{
    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <returns>The problems, none when the settings are right.</returns>
    internal IEnumerable<Problem> Problems(string where)
    {
        foreach (var problem in Account.Problems(where))
        {
            yield return problem;
        }

        var prefix = $"arn:aws:iam::{Account.Id}:role/";
        if (Role is not null && (!Role.StartsWith(prefix, StringComparison.Ordinal) || Role.Length == prefix.Length))
        {
            yield return new Problem($"{where}.role", $"'{Role}'", $"an ARN that begins with {prefix}", "Name a role of the stack's account");
        }
    }

    /// <summary>Reads the section.</summary>
    internal static AccountSettings Read(ConfigSection section) => new(
        new AwsAccount(
            section.Text("id", "The account's number", ConfigFormat.AccountId),
            section.Text("region", "The region's code, such as eu-west-1")),
        section.TextOrNull(
            "role", "The role that the providers assume", ConfigFormat.Arn("iam", "a role of the stack's account"), "none: the credentials as they are"),
        section.TextsByName("tags", "Tags of every resource besides Environment, ManagedBy, Owner and Project, by key"));
}
