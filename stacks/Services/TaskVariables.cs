using EcsPlatform.Workloads;

namespace EcsPlatform.Stacks.Services;

/// <summary>Gives a task's containers environment variables that follow from the stack.</summary>
internal static class TaskVariables
{
    /// <summary>The task with further variables of a container.</summary>
    /// <param name="task">The task.</param>
    /// <param name="container">The container.</param>
    /// <param name="variables">The variables.</param>
    /// <returns>The task.</returns>
    public static TaskSpec With(this TaskSpec task, string container, params IEnumerable<(string Name, EnvironmentValue Value)> variables) => task with
    {
        Containers =
        [
            .. task.Containers.Select(one => one.Name == container
                ? one with { Environment = one.Environment.AddRange(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value))) }
                : one),
        ],
    };
}
