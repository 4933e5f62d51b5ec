using System.Text.RegularExpressions;
using EcsPlatform.Networking;

namespace EcsPlatform.Functions;

/// <summary>What a <see cref="LambdaFunction"/> is made of.</summary>
public sealed partial record LambdaFunctionArgs
{
    // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    private const int LeastMemory = 128;
    private const int MostMemory = 10_240;
    private const int LongestTimeout = 900;
    private const int LeastStorage = 512;
    private const int MostStorage = 10_240;

    // https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
    private const int LongestDescription = 256;

    /// <summary>Where the function lives.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>What it runs.</summary>
    public required FunctionCode Code { get; init; }

    /// <summary>Its memory, in MiB, 128 to 10240; CPU grows with it.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>For how long one invocation may run, in seconds, 1 to 900.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>What it is for, for people; up to 256 characters. Default: null.</summary>
    public string? Description { get; init; }

    /// <summary>The processors that its code is made for. Default: x86_64.</summary>
    public FunctionArchitecture Architecture { get; init; }

    /// <summary>The room in <c>/tmp</c>, in MiB, 512 to 10240. Default: 512.</summary>
    public int EphemeralStorageMiB { get; init; } = LeastStorage;

    /// <summary>True traces invocations with X-Ray. Default: true.</summary>
    public bool Tracing { get; init; } = true;

    /// <summary>Environment variables that it shares with other functions; where two sets hold the same one, the later wins. Default: none.</summary>
    public ImmutableArray<EnvironmentSet> EnvironmentSets { get; init; } = [];

    /// <summary>Its own environment variables, which win over all sets. Default: none.</summary>
    public ImmutableSortedDictionary<string, FunctionVariable> Environment { get; init; } =
        ImmutableSortedDictionary.Create<string, FunctionVariable>(StringComparer.Ordinal);

    /// <summary>Where it is in a VPC. Default: null, outside.</summary>
    public FunctionVpc? Vpc { get; init; }

    /// <summary>A file system on EFS that it mounts; it must be in the VPC. Default: null, none.</summary>
    public FileSystemMount? FileSystem { get; init; }

    /// <summary>The log group that it writes to. Default: a new one, which keeps events for 90 days.</summary>
    public LogGroup Logs { get; init; } = new LogGroup.Create();

    /// <summary>How it writes to it. Default: plain text, as the code prints it.</summary>
    public FunctionLogFormat LogFormat { get; init; } = new FunctionLogFormat.Text();

    /// <summary>
    /// How many invocations run at once at most, set aside from the account's for this function alone; 0 stops it. Default: null, as many
    /// as the account has left. Where a queue invokes it, the queue's mapping limits it without setting anything aside.
    /// </summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>What becomes of events for which nobody waits. Default: those that fail are discarded.</summary>
    public AsynchronousInvocation Asynchronous { get; init; } = new AsynchronousInvocation.Discard();

    /// <summary>
    /// The alias that others invoke, for example <c>live</c>: each change publishes a version and the alias then leads to it, so that what
    /// runs can be told and taken back. Default: null, others invoke the function itself and no versions are kept.
    /// </summary>
    public string? Alias { get; init; }

    /// <summary>What its code may do in AWS. Default: nothing.</summary>
    public ImmutableArray<Grant> Grants { get; init; } = [];

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
        [
            .. Account.Problems($"{where}.account"),
            .. Code.Problems($"{where}.code", Account),
            .. SizeProblems(where),
            .. FunctionEnvironment.Problems(where, EnvironmentSets, Environment),
            .. Vpc?.Problems($"{where}.vpc", Account) ?? [],
            .. FileSystem?.Problems($"{where}.fileSystem", Vpc) ?? [],
            .. Logs.Problems($"{where}.logs"),
            .. Asynchronous.Problems($"{where}.asynchronous"),
            .. OwnProblems(where),
        ];

    private IEnumerable<Problem> SizeProblems(string where)
    {
        if (MemoryMiB is < LeastMemory or > MostMemory)
        {
            yield return new Problem($"{where}.memory", $"{MemoryMiB} MiB", $"{LeastMemory} to {MostMemory} MiB", "Give what the code needs");
        }

        if (TimeoutSeconds is < 1 or > LongestTimeout)
        {
            yield return new Problem($"{where}.timeout", $"{TimeoutSeconds} s", $"1 to {LongestTimeout} s", "Give the time that one invocation needs");
        }

        if (EphemeralStorageMiB is < LeastStorage or > MostStorage)
        {
            yield return new Problem($"{where}.ephemeralStorage", $"{EphemeralStorageMiB} MiB", $"{LeastStorage} to {MostStorage} MiB", "Mount a file system for more");
        }
    }

    private IEnumerable<Problem> OwnProblems(string where)
    {
        if (Description is { Length: > LongestDescription })
        {
            yield return new Problem($"{where}.description", $"{Description.Length} characters", $"up to {LongestDescription}", "Shorten the description");
        }

        if (ReservedConcurrency < 0)
        {
            yield return new Problem($"{where}.reservedConcurrency", $"{ReservedConcurrency}", "0 or more", "Leave it out to take what the account has left");
        }

        // https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html
        if (Alias is { } alias && (alias.Length > 128 || !AliasPattern().IsMatch(alias)))
        {
            yield return new Problem($"{where}.alias", $"'{alias}'", "1 to 128 letters, digits, hyphens and underscores, not digits alone", "Rename the alias");
        }
    }

    [GeneratedRegex(@"\A(?![0-9]+\z)[A-Za-z0-9_-]+\z")]
    private static partial Regex AliasPattern();
}
