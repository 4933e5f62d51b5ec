using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Stacks.Services;

namespace EcsPlatform.Stacks.Settings;

/// <summary>The environment variables that a stack gives to a service.</summary>
/// <param name="Values">Values, by the variables' names.</param>
/// <param name="Secrets">ARNs of parameters in Parameter Store that hold the values, by the variables' names.</param>
public sealed record VariableSettings(ImmutableSortedDictionary<string, string> Values, ImmutableSortedDictionary<string, string> Secrets)
{
    /// <summary>Where a secret lies.</summary>
    internal static ConfigFormat ParameterArn { get; } = ConfigFormat.Arn("ssm", "a parameter of the stack's account and region");

    private static ImmutableSortedDictionary<string, string> Nothing { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Finds what is wrong with these variables.</summary>
    /// <param name="where">The config key of what they belong to.</param>
    /// <param name="account">Where the stack lives; null when that is not known.</param>
    /// <returns>The problems, none when the variables are right.</returns>
    internal IEnumerable<Problem> Problems(string where, AwsAccount? account) =>
        account is null ? [] : Secrets.SelectMany(secret => SecretProblems($"{where}.secrets.{secret.Key}", secret.Value, account));

    /// <summary>Finds what is wrong with where a secret lies.</summary>
    /// <param name="where">The config key.</param>
    /// <param name="arn">The parameter's ARN.</param>
    /// <param name="account">Where the stack lives.</param>
    /// <returns>The problem, none when the ARN is right.</returns>
    internal static IEnumerable<Problem> SecretProblems(string where, string arn, AwsAccount account)
    {
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html
        var prefix = $"arn:aws:ssm:{account.Region}:{account.Id}:parameter/";
        if (!arn.StartsWith(prefix, StringComparison.Ordinal) || arn.Length == prefix.Length)
        {
            // What is no ARN may be the secret itself.
            var found = arn.StartsWith("arn:", StringComparison.Ordinal) ? $"'{arn}'" : "text that is no ARN";
            yield return new Problem(where, found, $"an ARN that begins with {prefix}", "Name a parameter of the stack's account and region, not its value");
        }
    }

    /// <summary>Reads the parts <c>environment</c> and <c>secrets</c> of a section, as far as there is something to give.</summary>
    /// <param name="section">The section.</param>
    /// <param name="values">The variables whose values the stack gives.</param>
    /// <param name="secrets">The variables whose values are secret.</param>
    internal static VariableSettings Read(ConfigSection section, ImmutableArray<ServiceVariable> values, ImmutableArray<string> secrets) => new(
        values.IsEmpty
            ? Nothing
            : section.OptionalPart(
                "environment",
                part => values.ToImmutableSortedDictionary(variable => variable.Name, variable => Value(part, variable), StringComparer.Ordinal),
                "Environment variables, by name"),
        secrets.IsEmpty
            ? Nothing
            : section.OptionalPart(
                "secrets",
                part => secrets.ToImmutableSortedDictionary(
                    name => name, name => part.Text(name, $"The parameter whose value is {name}", ParameterArn), StringComparer.Ordinal),
                "Parameters in Parameter Store, by the environment variable that has their value"));

    private static string Value(ConfigSection section, ServiceVariable variable)
    {
        var description = variable.Description ?? $"The variable {variable.Name}";
        var words = variable.Words.ToImmutableSortedDictionary(word => word, word => word, StringComparer.Ordinal);
        return (variable.Default, words.IsEmpty) switch
        {
            (null, true) => section.Text(variable.Name, description),
            (null, false) => section.OneOf(variable.Name, words, description),
            (var text, true) => section.OptionalText(variable.Name, text, description),
            (var text, false) => section.OptionalOneOf(variable.Name, words, text, description),
        };
    }
}
