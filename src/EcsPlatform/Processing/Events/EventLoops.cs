namespace EcsPlatform.Processing;

/// <summary>Finds functions whose own work would call them again, without end.</summary>
internal static class EventLoops
{
    /// <summary>Finds the loops.</summary>
    /// <param name="where">What the events belong to, for the messages.</param>
    /// <param name="routes">The ways of the events.</param>
    /// <param name="functions">The functions with what they write.</param>
    /// <param name="detours">The detours: a step sends on to its consumer.</param>
    /// <returns>A problem for each loop, told from the function whose name comes first.</returns>
    public static IEnumerable<Problem> Problems(
        string where, ImmutableArray<EventRoute> routes, ImmutableArray<PipelineFunction> functions, ImmutableArray<EventDetour> detours)
    {
        var calls = functions.ToDictionary(
            function => function.Name,
            function => Calls(function, routes, detours).OrderBy(call => call.To, StringComparer.Ordinal).ToImmutableArray(),
            StringComparer.Ordinal);
        return calls.Keys.Order(StringComparer.Ordinal)
            .Select(start => (Start: start, Path: PathBack(start, calls)))
            .Where(loop => !loop.Path.IsEmpty)
            .Select(loop => new Problem(
                $"{where}.{loop.Start}",
                $"writes where it listens: {loop.Start} {string.Join(", which ", loop.Path.Select(call => $"{call.By} to {call.To}"))}",
                "functions that do not call themselves again",
                "Write elsewhere, or narrow the events' prefix or suffix"));
    }

    private static IEnumerable<Call> Calls(PipelineFunction function, ImmutableArray<EventRoute> routes, ImmutableArray<EventDetour> detours) =>
    [
        .. function.Writes.SelectMany(place => routes
            .Where(route => route.Events.Changes.Contains(ObjectChange.Created) && place.Meets(route.Events))
            .SelectMany(route => route.Events.Consumers.Select(consumer => new Call(consumer, $"writes {place}, which leads by {route.Events}")))),
        .. detours.Where(detour => detour.Through == function.Name).Select(detour => new Call(detour.Consumer, "sends on")),
    ];

    // The shortest way, and only over functions whose names come later: so each loop is told once.
    private static ImmutableArray<Call> PathBack(string start, Dictionary<string, ImmutableArray<Call>> calls)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<ImmutableArray<Call>>(calls[start].Select(call => ImmutableArray.Create(call)));
        while (waiting.TryDequeue(out var path))
        {
            var to = path[^1].To;
            if (to == start)
            {
                return path;
            }

            if (string.CompareOrdinal(to, start) > 0 && calls.TryGetValue(to, out var next) && seen.Add(to))
            {
                foreach (var call in next)
                {
                    waiting.Enqueue(path.Add(call));
                }
            }
        }

        return [];
    }

    private sealed record Call(string To, string By);
}
