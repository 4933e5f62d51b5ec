namespace EcsPlatform.Foundations;

/// <summary>Rights to a customer managed key of AWS KMS.</summary>
/// <param name="Arn">The key's ARN.</param>
public sealed record KeyGrants(Input<string> Arn)
{
    /// <summary>The right to read what the key encrypts.</summary>
    /// <returns>The grant.</returns>
    public Grant Decrypt() => new() { Statements = [.. ToDecrypt(Arn)] };

    /// <summary>The right to read and write what the key encrypts.</summary>
    /// <returns>The grant.</returns>
    public Grant EncryptAndDecrypt() => new() { Statements = [.. ToEncrypt(Arn)] };

    /// <summary>What reading takes when a key is involved.</summary>
    /// <param name="keyArn">The key; null for none.</param>
    /// <returns>One statement, none without a key.</returns>
    internal static IEnumerable<PolicyStatement> ToDecrypt(Input<string>? keyArn) => Statements(keyArn, ["kms:Decrypt"]);

    /// <summary>What writing takes when a key is involved; a service that writes in parts reads them as well.</summary>
    /// <param name="keyArn">The key; null for none.</param>
    /// <returns>One statement, none without a key.</returns>
    internal static IEnumerable<PolicyStatement> ToEncrypt(Input<string>? keyArn) => Statements(keyArn, ["kms:Decrypt", "kms:GenerateDataKey"]);

    private static IEnumerable<PolicyStatement> Statements(Input<string>? keyArn, ImmutableArray<string> actions) =>
        keyArn is null ? [] : [new PolicyStatement { Actions = actions, Resources = [keyArn] }];
}
