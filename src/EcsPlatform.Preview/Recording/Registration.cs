using System.Collections.Immutable;
using EcsPlatform.Plans;
using Pulumi;

namespace EcsPlatform.Preview.Recording;

/// <summary>What became known of one resource: first from its constructor, then from the mocked engine.</summary>
internal sealed class Registration
{
    public required Resource Resource { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }

    public required string Urn { get; init; }

    /// <summary>Null only for the stack.</summary>
    public required Registration? Parent { get; init; }

    public required ResourceArgs? Args { get; init; }

    public required ResourceOptions Options { get; init; }

    public List<Registration> Children { get; } = [];

    /// <summary>True once the engine has heard of it.</summary>
    public bool Answered { get; set; }

    public string? Id { get; set; }

    public bool External { get; set; }

    /// <summary>The provider's reference as the mocked engine has it; empty for a default provider.</summary>
    public string ProviderReference { get; set; } = "";

    public ImmutableDictionary<string, object> WireInputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    public PropertyValue.Map Inputs { get; set; } = PropertyValue.Map.Empty;

    public PropertyValue.Map Outputs { get; set; } = PropertyValue.Map.Empty;

    /// <summary>For each input that refers to resources, these resources.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<Resource>> References { get; set; } =
        ImmutableDictionary<string, ImmutableHashSet<Resource>>.Empty;

    public ImmutableArray<Resource> DependsOn { get; set; } = [];

    public ImmutableArray<string> Aliases { get; set; } = [];

    public bool IsStack => Parent is null;

    public bool IsCustom => Resource is CustomResource;

    /// <summary>The name and the type of a resource with those of its ancestors, as messages show them.</summary>
    public string Path => Parent is null || Parent.IsStack ? $"{Type} '{Name}'" : $"{Parent.Path} > {Type} '{Name}'";

    /// <summary>Protection is inherited.</summary>
    public bool Protect => Options.Protect ?? Parent?.Protect ?? false;

    /// <summary>The custom resources below a component; itself for anything else.</summary>
    public IEnumerable<Registration> CustomResources() =>
        Resource is ComponentResource && Children.Count > 0 ? Children.SelectMany(child => child.CustomResources()) : [this];
}
