using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Images;
using EcsPlatform.Processing;
using EcsPlatform.Stacks.Functions;

namespace EcsPlatform.Stacks.Settings;

/// <summary>What a stack says of the functions that work on content.</summary>
/// <param name="JarBucket">The bucket with the JARs; versions of objects are kept in it.</param>
/// <param name="EnableArkWorkflow">Whether TEI goes through the minting of identifiers. Default: false.</param>
/// <param name="Secrets">ARNs of secrets in Secrets Manager, by the environment variable that holds them. Default: none.</param>
/// <param name="Unreleased">Whether what is not released yet is shown and found as well. Default: false.</param>
/// <param name="FileSystemThroughput">How much the file system of the releases may always read and write, in MiB/s; null for bursts as it grows.</param>
/// <param name="Queues">The functions' queues, by the functions' names: those of the table with this stack's changes.</param>
/// <param name="FurtherEnvironment">Environment variables, by the functions' names, which count before those of the table. Default: none.</param>
public sealed record ProcessingSettings(
    string JarBucket,
    bool EnableArkWorkflow,
    bool Unreleased,
    int? FileSystemThroughput,
    ImmutableSortedDictionary<string, string> Secrets,
    ImmutableSortedDictionary<string, EventQueueArgs> Queues,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> FurtherEnvironment)
{
    private static ConfigFormat SecretArn { get; } = ConfigFormat.Arn("secretsmanager", "a secret of the stack's account and region");

    /// <summary>The functions that a stack really has: one without a pinned image waits until it has one, as does the ARK workflow until it is on.</summary>
    /// <param name="functions">The functions that the stack names.</param>
    /// <param name="images">The images.</param>
    /// <returns>The functions.</returns>
    internal ImmutableArray<DataFunction> Chosen(ImmutableArray<DataFunction> functions, ImmutableSortedDictionary<string, ImagePin> images) =>
    [
        .. functions
            .Where(function => EnableArkWorkflow || function.Name != DataEvents.ArkIngestion)
            .Where(function => function.Kind is not FunctionKind.Image || images[function.Name] is ImagePin.Pinned),
    ];

    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <param name="functions">The functions that the stack names.</param>
    /// <param name="account">Where the stack lives; null when that is not known.</param>
    /// <returns>The problems, none when the settings are right.</returns>
    internal IEnumerable<Problem> Problems(string where, ImmutableArray<DataFunction> functions, AwsAccount? account) =>
    [
        .. FileSystemThroughput is < 1
            ? [new Problem($"{where}.fileSystemThroughput", $"{FileSystemThroughput} MiB/s", "1 MiB/s or more", "Give what the functions need, or leave it out")]
            : Array.Empty<Problem>(),
        .. functions.SelectMany(function => Queues[function.Name].Problems($"{where}.functions.{function.Name}", function.Timeout)),
        .. account is null ? [] : Secrets.SelectMany(secret => SecretProblems($"{where}.secrets.{secret.Key}", secret.Value, account)),
    ];

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section; it may be left out where there are no functions.</param>
    /// <param name="functions">The functions that the stack names.</param>
    internal static ProcessingSettings Read(ConfigSection section, ImmutableArray<DataFunction> functions)
    {
        var jars = functions.Any(function => function.Kind is FunctionKind.Jar);
        var mints = functions.Any(function => function.Name == DataEvents.ArkIngestion);
        var enableArk = mints && section.OptionalFlag("enableArkWorkflow", false, "Whether TEI goes through the minting of identifiers");
        // A secret stays where it is while its function is switched off.
        ImmutableArray<string> secrets = [.. functions.SelectMany(function => function.Secrets)];
        var needed = functions.Where(function => enableArk || function.Name != DataEvents.ArkIngestion).SelectMany(function => function.Secrets).ToList();
        var own = section.OptionalPart(
            "functions",
            part => functions.ToImmutableSortedDictionary(
                function => function.Name,
                function => part.OptionalPart(function.Name, fields => (Queue: Queue(fields, function.Queue), Environment: Environment(fields)), $"The function {function.Name}"),
                StringComparer.Ordinal),
            "What differs in functions, by their names");
        return new ProcessingSettings(
            jars ? section.Text("jarBucket", "The bucket with the JARs, which keeps versions") : "",
            enableArk,
            !functions.IsEmpty && section.OptionalFlag("unreleased", false, "Whether what is not released yet is shown and found as well"),
            section.NumberOrNull(
                "fileSystemThroughput", null, "How much the file system of the releases may always read and write, in MiB/s", "bursts that grow with what it holds"),
            secrets.IsEmpty
                ? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
                : section.OptionalPart("secrets", part => Arns(part, secrets, needed), "Secrets in Secrets Manager, by the environment variable that holds their ARN"),
            own.ToImmutableSortedDictionary(function => function.Key, function => function.Value.Queue, StringComparer.Ordinal),
            own.ToImmutableSortedDictionary(function => function.Key, function => function.Value.Environment, StringComparer.Ordinal));
    }

    private static ImmutableSortedDictionary<string, string> Arns(ConfigSection section, ImmutableArray<string> names, List<string> needed)
    {
        var arns = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (section.TextOrNull(name, $"The secret of the variable {name}", SecretArn, "none, which only a function that is off may do without") is { } arn)
            {
                arns[name] = arn;
            }
            else if (needed.Contains(name))
            {
                section.RefuseMissing(name, ConfigKind.Text.Name);
            }
        }

        return arns.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, string> Environment(ConfigSection section) =>
        section.TextsByName("furtherEnvironment", "Environment variables of which the platform knows nothing, by name; they count before its own");

    private static EventQueueArgs Queue(ConfigSection section, EventQueueArgs queue) => queue with
    {
        DelaySeconds = section.OptionalNumber("delay", queue.DelaySeconds, "For how long a message waits before the function hears of it, in seconds"),
        MaxReceiveCount = section.OptionalNumber("maxReceiveCount", queue.MaxReceiveCount, "How often a message is tried before it is a dead letter"),
        MaximumConcurrency = section.NumberOrNull(
            "maximumConcurrency",
            queue.MaximumConcurrency,
            "How many invocations the queue may make at once",
            queue.MaximumConcurrency is null ? "as many as the account has left" : null),
    };

    private static IEnumerable<Problem> SecretProblems(string where, string arn, AwsAccount account)
    {
        // https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
        var prefix = $"arn:aws:secretsmanager:{account.Region}:{account.Id}:secret:";
        if (!arn.StartsWith(prefix, StringComparison.Ordinal) || arn.Length == prefix.Length)
        {
            // What is no ARN may be the secret itself.
            var found = arn.StartsWith("arn:", StringComparison.Ordinal) ? $"'{arn}'" : "text that is no ARN";
            yield return new Problem(where, found, $"an ARN that begins with {prefix}", "Name a secret of the stack's account and region, not its value");
        }
    }
}
