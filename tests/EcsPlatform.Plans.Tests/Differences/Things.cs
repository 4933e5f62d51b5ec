using System.Collections.Immutable;
using static EcsPlatform.Plans.Tests.Files.Plans;

namespace EcsPlatform.Plans.Tests.Differences;

/// <summary>Makes resources by hand: things, whose <c>kind</c> and <c>of</c> replace them, and resources of other types.</summary>
internal static class Things
{
    public const string Type = "test:index:Thing";

    public static string Urn(string name) => Resource(name, Type).Urn;

    public static PlannedResource Thing(string name, params (string Name, PropertyValue Value)[] inputs) => Resource(name, Type) with { Inputs = Map(inputs) };

    public static PlannedResource Component(string name, params (string Name, PropertyValue Value)[] outputs) =>
        Resource(name, "test:index:Group") with { Custom = false, Outputs = Map(outputs) };

    /// <summary>The resource with an id and outputs.</summary>
    public static PlannedResource With(this PlannedResource resource, string id, params (string Name, PropertyValue Value)[] outputs) =>
        resource with { Id = id, Outputs = Map(outputs) };

    /// <summary>The resource whose input is made of other resources.</summary>
    public static PlannedResource Using(this PlannedResource resource, string input, params PlannedResource[] others)
    {
        var urns = others.Select(other => other.Urn).Order(StringComparer.Ordinal).ToImmutableArray();
        return resource with
        {
            Dependencies = [.. resource.Dependencies.Union(urns).Order(StringComparer.Ordinal)],
            PropertyDependencies = resource.PropertyDependencies.SetItem(input, urns),
        };
    }

    public static PlannedResource Below(this PlannedResource resource, PlannedResource parent) => resource with { Parent = parent.Urn };

    public static PropertyValue.Number Number(double number) => new(number);

    public static PropertyValue.List List(params PropertyValue[] items) => new([.. items]);
}
