namespace EcsPlatform.Foundations;

/// <summary>
/// Rights to a bucket, or to the part of it under a prefix
/// (actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html).
/// </summary>
/// <param name="Arn">The bucket's ARN.</param>
public sealed record BucketGrants(Input<string> Arn)
{
    /// <summary>The customer managed key that encrypts it. Default: null, a key of AWS that needs no right of its own.</summary>
    public Input<string>? KeyArn { get; init; }

    /// <summary>The right to read objects and to list them.</summary>
    /// <param name="prefix">What their keys begin with, for example <c>items/</c>. Default: empty, all objects.</param>
    /// <returns>The grant.</returns>
    public Grant Read(string prefix = "") => new()
    {
        Statements = [Objects(prefix, ["s3:GetObject"]), List(prefix), .. KeyGrants.ToDecrypt(KeyArn)],
    };

    /// <summary>The right to write objects; neither to read them nor to delete them.</summary>
    /// <param name="prefix">What their keys begin with. Default: empty, all objects.</param>
    /// <returns>The grant.</returns>
    public Grant Write(string prefix = "") => new()
    {
        Statements = [Objects(prefix, ["s3:AbortMultipartUpload", "s3:PutObject"]), .. KeyGrants.ToEncrypt(KeyArn)],
    };

    /// <summary>The right to delete objects; in a bucket with versions their content stays.</summary>
    /// <param name="prefix">What their keys begin with. Default: empty, all objects.</param>
    /// <returns>The grant.</returns>
    public Grant Delete(string prefix = "") => new() { Statements = [Objects(prefix, ["s3:DeleteObject"])] };

    private PolicyStatement Objects(string prefix, ImmutableArray<string> actions) =>
        new() { Actions = actions, Resources = [Output.Format($"{Arn}/{prefix}*")] };

    private PolicyStatement List(string prefix) => new()
    {
        Actions = ["s3:ListBucket"],
        Resources = [Arn],
        Conditions = prefix.Length == 0 ? [] : [new PolicyCondition("StringLike", "s3:prefix", $"{prefix}*")],
    };
}
