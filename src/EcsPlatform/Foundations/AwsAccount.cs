namespace EcsPlatform.Foundations;

/// <summary>Where resources live.</summary>
/// <param name="Id">The account, twelve digits.</param>
/// <param name="Region">The region, for example <c>eu-west-1</c>.</param>
public sealed record AwsAccount(string Id, string Region)
{
    /// <summary>The host of the account's own container registry.</summary>
    public string Registry => $"{Id}.dkr.ecr.{Region}.amazonaws.com";
}
