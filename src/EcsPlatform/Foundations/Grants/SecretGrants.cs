namespace EcsPlatform.Foundations;

/// <summary>Rights to a secret of Secrets Manager.</summary>
/// <param name="Arn">The secret's ARN, with the six characters that Secrets Manager appends.</param>
public sealed record SecretGrants(Input<string> Arn)
{
    /// <summary>The customer managed key that encrypts it. Default: null, a key of AWS that needs no right of its own.</summary>
    public Input<string>? KeyArn { get; init; }

    /// <summary>The right to read it.</summary>
    /// <returns>The grant.</returns>
    public Grant Read() => new()
    {
        Statements = [new PolicyStatement { Actions = ["secretsmanager:GetSecretValue"], Resources = [Arn] }, .. KeyGrants.ToDecrypt(KeyArn)],
    };
}
