using System.Collections.Immutable;

namespace EcsPlatform.Plans;

/// <summary>One resource that a program registers, as the engine would see it.</summary>
public sealed record PlannedResource
{
    /// <summary>The URN that the engine forms: the types of the ancestors included, the stack's own type left out.</summary>
    public required string Urn { get; init; }

    /// <summary>The type token, for example <c>aws:ecs/service:Service</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The logical name.</summary>
    public required string Name { get; init; }

    /// <summary>True for a resource that a provider manages, false for a component. Default: true.</summary>
    public bool Custom { get; init; } = true;

    /// <summary>True for a resource that is only read (<c>Get</c>, stack references). Default: false.</summary>
    public bool External { get; init; }

    /// <summary>The physical id; null for components, and where it is known only after an update.</summary>
    public string? Id { get; init; }

    /// <summary>The inputs, by their names on the wire.</summary>
    public PropertyValue.Map Inputs { get; init; } = PropertyValue.Map.Empty;

    /// <summary>The outputs, by their names on the wire.</summary>
    public PropertyValue.Map Outputs { get; init; } = PropertyValue.Map.Empty;

    /// <summary>The parent's URN; null only for the stack.</summary>
    public string? Parent { get; init; }

    /// <summary>URNs of everything that must exist before, sorted.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>For each input that refers to other resources, their URNs, sorted.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>The provider's URN and id, joined by <c>::</c>; null for components and for default providers.</summary>
    public string? Provider { get; init; }

    /// <summary>True when the engine refuses to delete it. Inherited from the parent. Default: false.</summary>
    public bool Protect { get; init; }

    /// <summary>True when deleting it from the program leaves it in the cloud. Default: false.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>True when a replacement deletes first. Default: false.</summary>
    public bool DeleteBeforeReplace { get; init; }

    /// <summary>The URN of the resource with which this one goes; null for none.</summary>
    public string? DeletedWith { get; init; }

    /// <summary>The id of an existing resource that the first update imports; null for none.</summary>
    public string? ImportId { get; init; }

    /// <summary>Former URNs, sorted.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Inputs whose changes are ignored, sorted.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Inputs whose changes replace the resource, sorted.</summary>
    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Outputs that are kept secret, sorted.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>How long the provider may take; null for its default.</summary>
    public PlannedTimeouts? CustomTimeouts { get; init; }
}

/// <summary>How long a provider may take for an operation.</summary>
/// <param name="Create">For creating; null for the provider's default.</param>
/// <param name="Update">For updating; null for the provider's default.</param>
/// <param name="Delete">For deleting; null for the provider's default.</param>
public sealed record PlannedTimeouts(TimeSpan? Create, TimeSpan? Update, TimeSpan? Delete);
