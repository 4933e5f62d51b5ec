namespace EcsPlatform.Workloads;

/// <summary>Who waits for whom among a task's containers.</summary>
internal static class ContainerOrder
{
    /// <summary>Finds dependencies and links that lead nowhere, that never come true, or that wait for each other.</summary>
    /// <param name="where">What the containers belong to, for the messages.</param>
    /// <param name="containers">The task's containers.</param>
    /// <param name="mode">Its network mode.</param>
    /// <returns>The problems, none when every container can start.</returns>
    public static IEnumerable<Problem> Problems(string where, ImmutableArray<ContainerSpec> containers, NetworkMode mode)
    {
        var byName = containers.GroupBy(container => container.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return
        [
            .. containers.SelectMany(container => container.DependsOn.SelectMany(dependency => Problems(where, container, dependency, byName))),
            .. containers.SelectMany(container => LinkProblems(where, container, mode, byName)),
            .. CycleProblems(where, byName),
        ];
    }

    private static IEnumerable<Problem> Problems(
        string where, ContainerSpec container, ContainerDependency dependency, Dictionary<string, ContainerSpec> byName)
    {
        if (!byName.TryGetValue(dependency.Container, out var first))
        {
            yield return Unknown($"{where}.dependsOn", $"container '{container.Name}' waits for '{dependency.Container}'", byName);
        }
        else if (dependency.Condition is ContainerCondition.Complete or ContainerCondition.Success && first.Essential)
        {
            yield return new Problem(
                $"{where}.dependsOn",
                $"container '{container.Name}' waits for the end of '{first.Name}', which is essential and ends the task with it",
                "the end of containers that are not essential",
                $"Mark '{first.Name}' as not essential");
        }
        else if (dependency.Condition == ContainerCondition.Healthy && first.HealthCheck is null)
        {
            yield return new Problem(
                $"{where}.dependsOn",
                $"container '{container.Name}' waits until '{first.Name}' is healthy, which has no health check",
                "the health of containers that have a health check",
                $"Give '{first.Name}' a health check");
        }
    }

    private static IEnumerable<Problem> LinkProblems(
        string where, ContainerSpec container, NetworkMode mode, Dictionary<string, ContainerSpec> byName)
    {
        foreach (var link in container.Links)
        {
            if (mode != NetworkMode.Bridge)
            {
                yield return new Problem(
                    $"{where}.links",
                    $"container '{container.Name}' links '{link}' in network mode {NetworkModes.Text(mode)}",
                    "links in network mode bridge",
                    "Remove the link: containers of such a task reach each other at localhost");
            }
            else if (!byName.ContainsKey(link.Container))
            {
                yield return Unknown($"{where}.links", $"container '{container.Name}' links '{link.Container}'", byName);
            }
        }
    }

    private static Problem Unknown(string where, string found, Dictionary<string, ContainerSpec> byName) => new(
        where, found, $"the task's containers: {string.Join(", ", byName.Keys.Order(StringComparer.Ordinal))}", "Declare the container or correct its name");

    // Each cycle is reported once, from its first container in the order of names.
    private static IEnumerable<Problem> CycleProblems(string where, Dictionary<string, ContainerSpec> byName)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in byName.Keys.Order(StringComparer.Ordinal).Where(name => !reported.Contains(name)))
        {
            if (PathBack(name, byName) is { } path)
            {
                reported.UnionWith(path);
                yield return new Problem(
                    $"{where}.dependsOn", string.Join(" -> ", [.. path, name]), "containers that do not wait for each other in a circle", "Remove one of these");
            }
        }
    }

    // The shortest way from a container through those that it waits for back to itself.
    private static ImmutableArray<string>? PathBack(string start, Dictionary<string, ContainerSpec> byName)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var paths = new Queue<ImmutableArray<string>>([[start]]);
        while (paths.TryDequeue(out var path))
        {
            foreach (var next in WaitsFor(byName[path[^1]]).Where(byName.ContainsKey))
            {
                if (next == start)
                {
                    return path;
                }

                if (seen.Add(next))
                {
                    paths.Enqueue(path.Add(next));
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> WaitsFor(ContainerSpec container) =>
        container.DependsOn.Select(dependency => dependency.Container).Concat(container.Links.Select(link => link.Container))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
