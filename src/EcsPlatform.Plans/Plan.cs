using System.Collections.Immutable;

namespace EcsPlatform.Plans;

/// <summary>Everything that a program registers for one stack.</summary>
public sealed record Plan
{
    private Plan(string project, string stack, ImmutableArray<PlannedResource> resources)
    {
        Project = project;
        Stack = stack;
        Resources = resources;
    }

    /// <summary>The project's name.</summary>
    public string Project { get; }

    /// <summary>The stack's name.</summary>
    public string Stack { get; }

    /// <summary>The resources, sorted by URN (ordinal).</summary>
    public ImmutableArray<PlannedResource> Resources { get; }

    /// <summary>Operations that an interrupted update left unfinished. Default: none.</summary>
    public ImmutableArray<PendingOperation> PendingOperations { get; init; } = [];

    /// <summary>The type token of the root resource of every stack.</summary>
    public const string StackType = "pulumi:pulumi:Stack";

    /// <summary>The root resource; its outputs are the stack's outputs.</summary>
    public PlannedResource Root => Resources.Single(resource => resource.Type == StackType);

    /// <summary>Makes a plan of resources in any order.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="resources">The resources.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">Two resources have the same URN.</exception>
    public static Plan Of(string project, string stack, IEnumerable<PlannedResource> resources)
    {
        var sorted = resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal).ToImmutableArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Urn == sorted[i - 1].Urn)
            {
                throw new ArgumentException($"Two resources have the URN {sorted[i].Urn}.", nameof(resources));
            }
        }

        return new Plan(project, stack, sorted);
    }
}
