using EcsPlatform.Functions;
using EcsPlatform.Shared;

namespace EcsPlatform.Processing;

/// <content>What is wrong with a pipeline's arguments.</content>
public sealed partial record EventPipelineArgs
{
    private const int LongestFunctionName = 40;

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        List<Problem> names = [.. NameProblems(where), .. Unknown(where)];
        return
        [
            .. Account.Problems($"{where}.account"),
            .. names,
            .. Functions.SelectMany(function => function.Function.Problems($"{where}.{function.Name}")),
            .. Functions.SelectMany(function => function.Queue.Problems($"{where}.{function.Name}.queue", function.Function.TimeoutSeconds)),
            .. DetourProblems(where),
            .. EventProblems(where),
            .. Overlaps(where),
            // Loops are told once the names are right.
            .. names.Count == 0 ? EventLoops.Problems(where, Routes, Functions, Detours) : [],
            .. AlarmTopicArns is { IsEmpty: true }
                ? [new Problem($"{where}.alarmTopics", "an empty list", "one or more topics", "Name who hears of failures, or leave the list out")]
                : Array.Empty<Problem>(),
        ];
    }

    private IEnumerable<Problem> NameProblems(string where)
    {
        foreach (var name in Functions.Select(function => function.Name).Where(name => name.Length > LongestFunctionName || !DnsName.IsLabel(name)))
        {
            yield return new Problem(
                $"{where}.functions", $"'{name}'", $"1 to {LongestFunctionName} lower-case letters, digits and inner hyphens", "Choose a name that its resources can bear");
        }

        // Each function has one queue, and each queue one function.
        foreach (var same in Functions.GroupBy(function => function.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.functions", $"'{same.Key}' {same.Count()} times", "each name once", "Rename one, or join them");
        }

        foreach (var same in Detours.GroupBy(detour => detour.Consumer, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.detours", $"{same.Count()} steps before '{same.Key}'", "one", "Put the steps one before the other");
        }
    }

    private IEnumerable<Problem> Unknown(string where)
    {
        List<string> functions = [.. Functions.Select(function => function.Name)];
        return
        [
            .. Events.Where(events => !Buckets.ContainsKey(events.Bucket))
                .Select(events => Unknown($"{where}.events.{events}", "bucket", events.Bucket, Buckets.Keys)),
            .. Events.SelectMany(events => events.Consumers.Where(consumer => !functions.Contains(consumer))
                .Select(consumer => Unknown($"{where}.events.{events}", "function", consumer, functions))),
            .. Functions.SelectMany(function => function.Reads.Concat(function.Writes).Concat(function.Deletes)
                .Where(place => !Buckets.ContainsKey(place.Bucket))
                .Select(place => Unknown($"{where}.{function.Name}", "bucket", place.Bucket, Buckets.Keys))),
            .. Detours.SelectMany(detour => new[] { detour.Consumer, detour.Through }.Where(name => !functions.Contains(name))
                .Select(name => Unknown($"{where}.detours", "function", name, functions))),
        ];
    }

    private static Problem Unknown(string where, string what, string name, IEnumerable<string> known) =>
        new(where, $"{what} '{name}'", $"{string.Join(", ", known.Order(StringComparer.Ordinal))}", Nearest.Advice(name, known));

    // What the steps' own environment holds is judged with the functions.
    private IEnumerable<Problem> DetourProblems(string where)
    {
        foreach (var step in Functions.Where(function => Detours.Any(detour => detour.Through == function.Name)))
        {
            var added = Detours.Where(detour => detour.Through == step.Name).Select(detour => detour.QueueVariable).ToList();
            foreach (var problem in added.Distinct(StringComparer.Ordinal)
                .SelectMany(name => FunctionVariable.FromString("").Problems($"{where}.{step.Name}.queueVariable", name)))
            {
                yield return problem;
            }

            foreach (var name in added.Concat(step.Function.Environment.Keys).GroupBy(name => name, StringComparer.Ordinal)
                .Where(same => same.Count() > 1).Select(same => same.Key))
            {
                yield return new Problem(
                    $"{where}.{step.Name}.queueVariable", $"'{name}', which is set twice", "a variable of its own for each queue", "Rename one of the variables");
            }
        }
    }

    private IEnumerable<Problem> EventProblems(string where)
    {
        foreach (var events in Events)
        {
            if (events.Consumers.IsEmpty)
            {
                yield return new Problem($"{where}.events.{events}", "no consumer", "one or more functions", "Name who hears of it, or leave the events out");
            }

            foreach (var same in events.Consumers.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1))
            {
                yield return new Problem($"{where}.events.{events}", $"'{same.Key}' {same.Count()} times", "each consumer once", "Leave the others out");
            }

            if (events.Changes.IsEmpty)
            {
                yield return new Problem($"{where}.events.{events}", "no change", "Created, Removed, or both", "Say of what the functions hear");
            }
        }
    }

    private IEnumerable<Problem> Overlaps(string where) => Events.Index()
        .SelectMany(one => Events.Skip(one.Index + 1).Where(other => one.Item.Overlaps(other)).Select(other => (One: one.Item, Other: other)))
        .Select(both => new Problem(
            $"{where}.events.{both.One}",
            $"overlaps {both.Other}",
            "filters of a bucket of which no key matches two",
            both.One.ToString() == both.Other.ToString() ? "Declare it once, with all its consumers" : "Narrow a prefix or a suffix"));
}
