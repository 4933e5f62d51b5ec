using System.Text.RegularExpressions;

namespace EcsPlatform.Foundations;

/// <summary>Where resources live.</summary>
/// <param name="Id">The account, twelve digits.</param>
/// <param name="Region">The region, for example <c>eu-west-1</c>; one of the partition <c>aws</c>, not of China, GovCloud or an isolated one.</param>
public sealed partial record AwsAccount(string Id, string Region)
{
    /// <summary>The host of the account's own container registry.</summary>
    public string Registry => $"{Id}.dkr.ecr.{Region}.amazonaws.com";

    /// <summary>Finds what is wrong with this account.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (!IdPattern().IsMatch(Id))
        {
            yield return new Problem($"{where}.id", $"'{Id}'", "an account's twelve digits", "Give the account's number");
        }

        // Other partitions have other ARNs and host names: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
        if (!RegionPattern().IsMatch(Region))
        {
            yield return new Problem($"{where}.region", $"'{Region}'", "a region of the partition aws, such as eu-west-1", "Give the region's code");
        }
    }

    [GeneratedRegex(@"\A[0-9]{12}\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\A(?!cn-|us-gov-|us-iso|eu-iso|eusc-)[a-z]{2}-[a-z]+-[0-9]\z")]
    private static partial Regex RegionPattern();
}
