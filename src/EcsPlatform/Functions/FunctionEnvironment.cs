using System.Text;

namespace EcsPlatform.Functions;

/// <summary>A function's environment, merged from shared sets in their order and its own variables last: what comes later wins.</summary>
/// <param name="Variables">The variables, each with all that set it, the last of which won.</param>
internal sealed record FunctionEnvironment(ImmutableSortedDictionary<string, (FunctionVariable Value, ImmutableArray<string> Sources)> Variables)
{
    // All names and values together: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    private const int MostBytes = 4096;

    private const string Own = "function";

    /// <summary>The names that Lambda sets itself (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime).</summary>
    public static ImmutableHashSet<string> Reserved { get; } = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "AWS_ACCESS_KEY",
        "AWS_ACCESS_KEY_ID",
        "AWS_DEFAULT_REGION",
        "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_LAMBDA_RUNTIME_API",
        "AWS_REGION",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
        "LAMBDA_RUNTIME_DIR",
        "LAMBDA_TASK_ROOT",
        "_HANDLER",
        "_X_AMZN_TRACE_ID");

    /// <summary>Merges a function's sets and its own variables.</summary>
    /// <param name="sets">The shared sets, in order.</param>
    /// <param name="own">The function's own variables.</param>
    /// <returns>The environment.</returns>
    public static FunctionEnvironment Merge(ImmutableArray<EnvironmentSet> sets, ImmutableSortedDictionary<string, FunctionVariable> own) => new(
        sets.Append(new EnvironmentSet(Own, own))
            .SelectMany(set => set.Variables.Select(variable => (variable.Key, variable.Value, Set: set.Name)))
            .GroupBy(variable => variable.Key, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(
                same => same.Key,
                same => (same.Last().Value, Sources: same.Select(variable => variable.Set).ToImmutableArray()),
                StringComparer.Ordinal));

    /// <summary>Where each variable comes from: the set's name, and those that it takes the place of.</summary>
    public ImmutableDictionary<string, string> Sources => Variables.ToImmutableDictionary(
        variable => variable.Key,
        variable => variable.Value.Sources is [.. var before, var last]
            ? before.IsEmpty ? last : $"{last} instead of {string.Join(", ", before)}"
            : "",
        StringComparer.Ordinal);

    /// <summary>What the function must be allowed to, to read what is given by reference.</summary>
    /// <param name="account">Where the function lives.</param>
    /// <returns>The statements.</returns>
    public IEnumerable<PolicyStatement> Rights(AwsAccount account) => Variables.Values.SelectMany(variable => variable.Value.Rights(account));

    /// <summary>The variables as a function has them.</summary>
    /// <returns>The values by name.</returns>
    public InputMap<string> ToVariables()
    {
        var map = new InputMap<string>();
        foreach (var (name, variable) in Variables)
        {
            map.Add(name, variable.Value.ToInput());
        }

        return map;
    }

    /// <summary>Finds what is wrong with shared sets and a function's own variables.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <param name="sets">The shared sets, in order.</param>
    /// <param name="own">The function's own variables.</param>
    /// <returns>The problems, none when they are right.</returns>
    public static IEnumerable<Problem> Problems(
        string where, ImmutableArray<EnvironmentSet> sets, ImmutableSortedDictionary<string, FunctionVariable> own)
    {
        foreach (var name in sets.Select(set => set.Name).Where(name => name is "" or Own).Distinct())
        {
            yield return new Problem($"{where}.environmentSets", $"'{name}'", $"a name other than '{Own}'", "Name the set after what shares it");
        }

        foreach (var same in sets.GroupBy(set => set.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.environmentSets", $"'{same.Key}' {same.Count()} times", "each set once", "Keep the one whose place is right");
        }

        foreach (var problem in sets
            .SelectMany(set => set.Variables.SelectMany(variable => variable.Value.Problems($"{where}.environmentSets.{set.Name}", variable.Key)))
            .Concat(own.SelectMany(variable => variable.Value.Problems($"{where}.environment", variable.Key))))
        {
            yield return problem;
        }

        // Of values that come from resources only the names are known here.
        var bytes = Merge(sets, own).Variables.Sum(variable =>
            Encoding.UTF8.GetByteCount(variable.Key) + (variable.Value.Value is FunctionVariable.Literal literal ? Encoding.UTF8.GetByteCount(literal.Text) : 0));
        if (bytes > MostBytes)
        {
            yield return new Problem($"{where}.environment", $"{bytes} bytes", $"up to {MostBytes} bytes, names and values together", "Move some of it to a file or a parameter");
        }
    }
}
