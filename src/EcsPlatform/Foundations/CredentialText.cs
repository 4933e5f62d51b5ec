using System.Text.RegularExpressions;

namespace EcsPlatform.Foundations;

/// <summary>Tells values of environment variables that look like secrets, which must not stand in a program.</summary>
public static partial class CredentialText
{
    /// <summary>Tells whether a variable's name speaks of a secret, or its value holds the id of an access key.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>True when it looks like a secret.</returns>
    public static bool Suspects(string name, string value) => SecretName().IsMatch(name) || AccessKey().IsMatch(value);

    [GeneratedRegex(@"(?:\A|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIALS?|(?:API|ACCESS|PRIVATE|SECRET)_?KEY)\z", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
    [GeneratedRegex(@"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b")]
    private static partial Regex AccessKey();
}
