using System.Collections.Immutable;
using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Aws;

/// <summary>The container registry.</summary>
internal static class RegistryAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:ecr/repository:Repository"] = repository => repository
            .Named(256, lower: true).Identify(repository.Text("name"))
            .Arn("ecr", $"repository/{repository.Id}").Tags().Set("registryId", repository.Scope.AccountId)
            .Set("repositoryUrl",
                $"{repository.Scope.AccountId}.dkr.ecr.{repository.Scope.Region}.{repository.Scope.DnsSuffix}/{repository.Id}")
            .Default("imageTagMutability", "MUTABLE"),
        ["aws:ecr/lifecyclePolicy:LifecyclePolicy"] = policy => InRegistry(policy).Identify(policy.Text("repository")),
        ["aws:ecr/repositoryPolicy:RepositoryPolicy"] = policy => InRegistry(policy).Identify(policy.Text("repository")),
        ["aws:ecr/pullThroughCacheRule:PullThroughCacheRule"] = rule => InRegistry(rule).Identify(rule.Text("ecrRepositoryPrefix")),
        ["aws:ecr/registryPolicy:RegistryPolicy"] = policy => InRegistry(policy).Identify(policy.Scope.AccountId),
        ["aws:ecr/replicationConfiguration:ReplicationConfiguration"] = replication => InRegistry(replication)
            .Identify(replication.Scope.AccountId),
        ["aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration"] = scanning => InRegistry(scanning)
            .Identify(scanning.Scope.AccountId),
    };

    /// <summary>
    /// The answer to a look-up of an image by its digest, which says all that can be known of it: that it exists is assumed. Null for
    /// any other function, and for a look-up by tag or by age, which only AWS can answer.
    /// </summary>
    public static ImmutableDictionary<string, object>? Invoke(string token, ImmutableDictionary<string, object> args, AwsScope scope)
    {
        var (repository, digest) = (args.Text("repositoryName"), args.Text("imageDigest"));
        if (token != "aws:ecr/getImage:getImage" || repository.Length == 0 || digest.Length == 0 || args.ContainsKey("imageTag") || args.Flag("mostRecent"))
        {
            return null;
        }

        var account = args.Text("registryId") is { Length: > 0 } id ? id : scope.AccountId;
        var region = args.Text("region") is { Length: > 0 } given ? given : scope.Region;
        var seed = $"{repository}@{digest}";
        return args.SetItems(Map(
            ("id", digest), ("registryId", account), ("region", region),
            ("imageUri", $"{account}.dkr.ecr.{region}.{scope.DnsSuffix}/{seed}"),
            ("imageTags", List([FakeIdentifiers.Hex(12, seed)])),
            ("imagePushedAt", 946_684_800d), ("imageSizeInBytes", FakeIdentifiers.Counter(seed))));
    }

    private static AnswerDraft InRegistry(AnswerDraft draft) => draft.Set("registryId", draft.Scope.AccountId);
}
