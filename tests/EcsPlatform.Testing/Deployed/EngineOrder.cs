using System.Collections.Immutable;
using EcsPlatform.Plans;

namespace EcsPlatform.Testing.Deployed;

/// <summary>The order in which the engine keeps resources: each after what it needs.</summary>
internal static class EngineOrder
{
    public static ImmutableArray<PlannedResource> Of(Plan plan)
    {
        var byUrn = plan.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var order = ImmutableArray.CreateBuilder<PlannedResource>(plan.Resources.Length);
        foreach (var resource in plan.Resources.Reverse())
        {
            Visit(resource);
        }

        return order.ToImmutable();

        void Visit(PlannedResource resource)
        {
            if (!seen.Add(resource.Urn))
            {
                return;
            }

            var provider = resource.Provider?[..resource.Provider.LastIndexOf("::", StringComparison.Ordinal)];
            foreach (var urn in resource.Dependencies.Prepend(provider).Prepend(resource.Parent))
            {
                if (urn is not null && byUrn.TryGetValue(urn, out var needed))
                {
                    Visit(needed);
                }
            }

            order.Add(resource);
        }
    }
}
