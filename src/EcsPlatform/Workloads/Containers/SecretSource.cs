namespace EcsPlatform.Workloads;

/// <summary>
/// Where a secret lies that a container gets as an environment variable when it starts; the execution role gets the right to read it and
/// nothing else (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html).
/// </summary>
public abstract record SecretSource
{
    private SecretSource()
    {
    }

    /// <summary>The customer managed key that encrypts it. Default: null, a key of AWS that needs no right of its own.</summary>
    public Input<string>? KeyArn { get; init; }

    /// <summary>A parameter of Systems Manager's Parameter Store.</summary>
    /// <param name="Arn">Its ARN.</param>
    public sealed record Parameter(Input<string> Arn) : SecretSource;

    /// <summary>A secret of Secrets Manager, or one field of it.</summary>
    /// <param name="Arn">Its ARN, with the six characters that Secrets Manager appends.</param>
    public sealed record Secret(Input<string> Arn) : SecretSource
    {
        /// <summary>A field of a secret that is a JSON object. Default: null, the whole secret.</summary>
        public string? JsonKey { get; init; }

        /// <summary>Which of its versions. Default: null, the current one.</summary>
        public SecretVersion? Version { get; init; }
    }

    /// <summary>
    /// What ECS needs to read it
    /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html#task-execution-secrets).
    /// </summary>
    /// <returns>The statements.</returns>
    internal ImmutableArray<PolicyStatement> Rights() =>
    [
        this switch
        {
            Parameter parameter => new PolicyStatement { Actions = ["ssm:GetParameters"], Resources = [parameter.Arn] },
            Secret secret => new PolicyStatement { Actions = ["secretsmanager:GetSecretValue"], Resources = [secret.Arn] },
            _ => throw new InvalidOperationException($"No right in {GetType().Name}."),
        },
        .. KeyGrants.ToDecrypt(KeyArn),
    ];

    /// <summary>The source as a container definition names it.</summary>
    /// <returns>An ARN, for a field or a version with its name behind it.</returns>
    internal Input<string> ValueFrom() => this switch
    {
        Parameter parameter => parameter.Arn,
        Secret { JsonKey: null, Version: null } secret => secret.Arn,
        Secret secret => Output.Format($"{secret.Arn}:{secret.JsonKey ?? ""}:{Stage(secret.Version)}:{Id(secret.Version)}"),
        _ => throw new InvalidOperationException($"No address in {GetType().Name}."),
    };

    /// <summary>Finds what is wrong with a secret.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="name">The variable's name.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> Problems(string where, string name)
    {
        if (!EnvironmentValue.IsName(name))
        {
            yield return EnvironmentValue.NameProblem($"{where}.secrets", name);
        }

        if (this is Secret { JsonKey: { } key } && (key.Length == 0 || key.Contains(':', StringComparison.Ordinal)))
        {
            yield return new Problem($"{where}.secrets.{name}.jsonKey", $"'{key}'", "a field's name without colons", "Leave it out for the whole secret");
        }
    }

    private static string Stage(SecretVersion? version) => version is SecretVersion.Stage stage ? stage.Label : "";

    private static string Id(SecretVersion? version) => version is SecretVersion.Id id ? id.Value : "";
}
