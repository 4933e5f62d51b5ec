using System.Text.RegularExpressions;

namespace EcsPlatform.Images;

/// <summary>Who outside a repository's account reads its images. Nobody, unless named here.</summary>
public sealed partial record RepositoryReaders
{
    // What a pull needs and no more: https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html
    private static readonly ImmutableArray<string> Pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

    /// <summary>Accounts whose roles may pull, each of twelve digits; their own policies decide which roles. Default: none.</summary>
    public ImmutableArray<string> PullAccountIds { get; init; } = [];

    /// <summary>
    /// Accounts whose deployments may ask whether a digest exists (<c>ecr:DescribeImages</c>), which <see cref="ImageProof"/> needs
    /// across accounts. Default: none.
    /// </summary>
    public ImmutableArray<string> ProofAccountIds { get; init; } = [];

    /// <summary>
    /// Accounts, the repository's own included, whose Lambda functions in the repository's region run its images: Lambda pulls by
    /// itself (https://docs.aws.amazon.com/lambda/latest/dg/images-create.html). Default: none.
    /// </summary>
    public ImmutableArray<string> LambdaAccountIds { get; init; } = [];

    /// <summary>The AWS organisation that accounts must belong to besides, for example <c>o-a1b2c3d4e5</c>. Default: null, any.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Whether there is nobody.</summary>
    internal bool IsNobody => PullAccountIds.IsEmpty && ProofAccountIds.IsEmpty && LambdaAccountIds.IsEmpty;

    /// <summary>Finds what is wrong with these readers.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <param name="account">The repository's account.</param>
    /// <returns>The problems, none when they are right.</returns>
    internal IEnumerable<Problem> Problems(string where, AwsAccount account)
    {
        foreach (var (list, ids) in new[] { ("pullAccountIds", PullAccountIds), ("proofAccountIds", ProofAccountIds), ("lambdaAccountIds", LambdaAccountIds) })
        {
            foreach (var id in ids.Where(id => !AccountPattern().IsMatch(id)))
            {
                yield return new Problem($"{where}.{list}", $"'{id}'", "an account's twelve digits", "Give the account's number");
            }

            if (list != "lambdaAccountIds" && ids.Contains(account.Id))
            {
                yield return new Problem($"{where}.{list}", $"'{account.Id}'", "other accounts", "Leave the repository's own account out: its IAM policies decide");
            }
        }

        if (OrganizationId is { } organization && !OrganizationPattern().IsMatch(organization))
        {
            yield return new Problem(
                $"{where}.organizationId", $"'{organization}'", "o- and 10 to 32 lower-case letters and digits", "Give the organisation's id");
        }
    }

    /// <summary>The repository's policy.</summary>
    /// <param name="account">The repository's account and region.</param>
    /// <returns>Its JSON; null when there is nobody to allow anything.</returns>
    internal Output<string>? Policy(AwsAccount account) => IsNobody ? null : PolicyDocument.Json([
        .. Allow(PullAccountIds, Pull),
        .. Allow(ProofAccountIds, ["ecr:DescribeImages"]),
        .. LambdaAccountIds.IsEmpty ? Array.Empty<PolicyStatement>() : [Lambda(account.Region)],
    ]);

    private IEnumerable<PolicyStatement> Allow(ImmutableArray<string> accounts, ImmutableArray<string> actions) => accounts.IsEmpty ? [] :
    [
        new PolicyStatement
        {
            Actions = actions,
            Principals = [.. Distinct(accounts).Select(id => $"arn:aws:iam::{id}:root")],
            Conditions = OrganizationId is { } organization ? [new PolicyCondition("StringEquals", "aws:PrincipalOrgID", organization)] : [],
        },
    ];

    // A service has no organisation of its own: the functions on whose behalf it asks are named instead.
    private PolicyStatement Lambda(string region) => new()
    {
        Actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        Services = ["lambda.amazonaws.com"],
        Conditions = [.. Distinct(LambdaAccountIds).Select(id => new PolicyCondition("StringLike", "aws:SourceArn", $"arn:aws:lambda:{region}:{id}:function:*"))],
    };

    private static IEnumerable<string> Distinct(ImmutableArray<string> ids) => ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\A[0-9]{12}\z")]
    private static partial Regex AccountPattern();

    // https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html
    [GeneratedRegex(@"\Ao-[a-z0-9]{10,32}\z")]
    private static partial Regex OrganizationPattern();
}
