namespace EcsPlatform.Preview.Aws;

/// <summary>Clusters, repositories, logs and parameters that exist.</summary>
internal static class ContainerLookUps
{
    public static Dictionary<string, Func<LookUp, (string Key, object Value)[]>> Rows { get; } = new()
    {
        ["aws:ecs/getCluster:getCluster"] = cluster => Cluster(cluster, cluster.Text("clusterName")),
        ["aws:ecs/cluster:Cluster"] = cluster => [.. Cluster(cluster, cluster.Id), ("name", LastPart(cluster.Id))],
        ["aws:ecs/clusterCapacityProviders:ClusterCapacityProviders"] = providers => [("clusterName", LastPart(providers.Id))],
        ["aws:ecr/getRepository:getRepository"] = repository => Repository(repository, repository.Text("name")),
        ["aws:ecr/repository:Repository"] = repository => [.. Repository(repository, repository.Id), ("name", repository.Id)],
        ["aws:cloudwatch/getLogGroup:getLogGroup"] = group => LogGroup(group, group.Text("name")),
        ["aws:cloudwatch/logGroup:LogGroup"] = group => [.. LogGroup(group, group.Id), ("name", group.Id)],
        ["aws:ssm/getParameter:getParameter"] = parameter => Parameter(parameter, parameter.Text("name")),
        ["aws:ssm/parameter:Parameter"] = parameter => [.. Parameter(parameter, parameter.Id), ("name", parameter.Id)],
        // A secret's ARN ends in six characters that nobody can foresee.
        ["aws:secretsmanager/getSecret:getSecret"] = secret => Arn(secret.Given.Text("arn") is { Length: > 0 } arn
            ? arn
            : secret.Scope.Arn("secretsmanager", $"secret:{secret.Text("name")}-{secret.Placeholder("arn")}")),
        ["aws:secretsmanager/secret:Secret"] = secret => Arn(secret.Id),
    };

    private static (string, object)[] Cluster(LookUp cluster, string nameOrArn) =>
        Arn(ArnOf(nameOrArn, () => cluster.Scope.Arn("ecs", $"cluster/{nameOrArn}")));

    private static (string, object)[] Repository(LookUp repository, string name) => [
        ("id", name), ("registryId", Registry(repository)), ("repositoryUrl", RepositoryUrl(repository, name)),
        ("arn", (repository.Scope with { AccountId = Registry(repository) }).Arn("ecr", $"repository/{name}")),
    ];

    private static string RepositoryUrl(LookUp found, string name) =>
        $"{Registry(found)}.dkr.ecr.{found.Scope.Region}.{found.Scope.DnsSuffix}/{name}";

    private static string Registry(LookUp found) => found.Given.Text("registryId") is { Length: > 0 } registry ? registry : found.Scope.AccountId;

    private static (string, object)[] LogGroup(LookUp group, string name) => [("id", name), ("arn", group.Scope.Arn("logs", $"log-group:{name}"))];

    private static (string, object)[] Parameter(LookUp parameter, string name) =>
        [("id", name), ("arn", ArnOf(name, () => parameter.Scope.Arn("ssm", $"parameter/{name.TrimStart('/')}")))];

    private static string ArnOf(string nameOrArn, Func<string> ofName) =>
        nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn : ofName();

    private static (string, object)[] Arn(string arn) => [("id", arn), ("arn", arn)];

    private static string LastPart(string nameOrArn) => nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..];
}
