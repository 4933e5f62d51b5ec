using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a dependency on resources means: a component stands for the custom resources below it.</summary>
internal static class Dependencies
{
    /// <summary>Waits until everything that the resources stand for exists.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="waiting">Who waits; null for a function.</param>
    /// <exception cref="ResourceException">The waiting resource is among them: it would wait for ever.</exception>
    public static async Task WaitAsync(IEnumerable<Resource> resources, Resource? waiting)
    {
        foreach (var resource in Expanded(resources))
        {
            if (resource == waiting)
            {
                throw new ResourceException(
                    $"'{waiting.GetResourceName()}' [{waiting.GetResourceType()}] waits for its own parent component, " +
                    "which waits for it: a child must not depend on the component, on its URN, or, if it is remote, on its outputs.",
                    waiting,
                    hideStack: true);
            }

            await resource.Urn.DataTask.ConfigureAwait(false);
        }
    }

    public static IReadOnlyCollection<Resource> Expanded(IEnumerable<Resource> resources)
    {
        var found = new HashSet<Resource>();
        var open = new Stack<Resource>(resources);
        while (open.TryPop(out var resource))
        {
            if (!found.Add(resource) || resource.IsCustom)
            {
                continue;
            }

            foreach (var child in resource.Children)
            {
                open.Push(child);
            }
        }

        return found;
    }

    /// <summary>Whether a custom resource among them has no id yet.</summary>
    public static async Task<bool> AnyWithoutIdAsync(IEnumerable<Resource> resources)
    {
        foreach (var custom in Expanded(resources).OfType<CustomResource>())
        {
            if (custom is not DependencyResource && !(await custom.Id.DataTask.ConfigureAwait(false)).IsKnown)
            {
                return true;
            }
        }

        return false;
    }

    public static async Task<ImmutableHashSet<Resource>> OfListAsync(InputList<Resource> list)
    {
        var data = await list.ToOutput().DataTask.ConfigureAwait(false);
        return data.IsKnown && !data.Value.IsDefault ? data.Resources.Union(data.Value) : data.Resources;
    }
}
