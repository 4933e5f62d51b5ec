namespace EcsPlatform.Foundations;

/// <summary>Rights to a parameter of Systems Manager's Parameter Store.</summary>
/// <param name="Arn">The parameter's ARN.</param>
public sealed record ParameterGrants(Input<string> Arn)
{
    /// <summary>The customer managed key that encrypts it. Default: null, a key of AWS that needs no right of its own.</summary>
    public Input<string>? KeyArn { get; init; }

    /// <summary>The right to read it.</summary>
    /// <returns>The grant.</returns>
    public Grant Read() => new()
    {
        Statements = [new PolicyStatement { Actions = ["ssm:GetParameter", "ssm:GetParameters"], Resources = [Arn] }, .. KeyGrants.ToDecrypt(KeyArn)],
    };
}
