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

    private static AnswerDraft InRegistry(AnswerDraft draft) => draft.Set("registryId", draft.Scope.AccountId);
}
