namespace EcsPlatform.Workloads;

/// <summary>
/// A file of environment variables in S3, one <c>NAME=value</c> a line, which a container gets when it starts
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html). A changed file restarts nothing: a key that names
/// the content, such as <c>web-3f2a9c51.env</c>, makes a change visible.
/// </summary>
/// <param name="BucketArn">The bucket's ARN.</param>
/// <param name="Key">The object's key; it ends in <c>.env</c>.</param>
public sealed record EnvironmentFile(Input<string> BucketArn, string Key)
{
    /// <summary>The most files of a container (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html).</summary>
    internal const int Most = 10;

    /// <summary>The customer managed key that encrypts it. Default: null, a key of AWS that needs no right of its own.</summary>
    public Input<string>? KeyArn { get; init; }

    /// <summary>The file's ARN.</summary>
    internal Output<string> Arn => Output.Format($"{BucketArn}/{Key}");

    /// <summary>What ECS needs to read it; it asks first where the bucket is.</summary>
    /// <returns>The statements.</returns>
    internal ImmutableArray<PolicyStatement> Rights() =>
    [
        new PolicyStatement { Actions = ["s3:GetObject"], Resources = [Arn] },
        new PolicyStatement { Actions = ["s3:GetBucketLocation"], Resources = [BucketArn] },
        .. KeyGrants.ToDecrypt(KeyArn),
    ];

    /// <summary>Finds what is wrong with this file.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> Problems(string where)
    {
        if (!Key.EndsWith(".env", StringComparison.Ordinal) || Key.StartsWith('/'))
        {
            yield return new Problem($"{where}.environmentFiles", $"'{Key}'", "a key that ends in .env and does not begin with /", "Rename the object");
        }
    }
}
