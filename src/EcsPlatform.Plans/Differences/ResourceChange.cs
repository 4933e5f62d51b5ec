using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>What an update does to one resource, and why.</summary>
public sealed record ResourceChange
{
    /// <summary>What it does.</summary>
    public required Operation Operation { get; init; }

    /// <summary>The resource as it was; null when it is created.</summary>
    public PlannedResource? Old { get; init; }

    /// <summary>The resource as it is to be; null when it is deleted.</summary>
    public PlannedResource? New { get; init; }

    /// <summary>The inputs that differ, by path; without those that <c>ignoreChanges</c> names. Of components none: they have no provider.</summary>
    public ImmutableArray<PropertyChange> Inputs { get; init; } = [];

    /// <summary>The inputs that differ and that <c>ignoreChanges</c> leaves as they are.</summary>
    public ImmutableArray<PropertyChange> Ignored { get; init; } = [];

    /// <summary>Of components and of the stack: the outputs that differ. Of others none.</summary>
    public ImmutableArray<PropertyChange> Outputs { get; init; } = [];

    /// <summary>The resource options that differ, by name.</summary>
    public ImmutableArray<OptionChange> Options { get; init; } = [];

    /// <summary>True when the replacement deletes the old one before it makes the new one.</summary>
    public bool DeleteBeforeReplace { get; init; }

    /// <summary>The resource as it is to be, or as it was when it is deleted.</summary>
    public PlannedResource Resource => New ?? Old ?? throw new InvalidOperationException("A change has an old or a new resource.");

    /// <summary>Its URN, the new one when it moves.</summary>
    public string Urn => Resource.Urn;

    /// <summary>The URN that it had, when an alias moves it to another without replacing it; otherwise null.</summary>
    public string? MovedFrom => Old is not null && New is not null && Old.Urn != New.Urn ? Old.Urn : null;

    /// <summary>True when nothing at all differs that an update would carry out or keep.</summary>
    public bool IsQuiet => Operation == Operation.Same && MovedFrom is null && Options.IsEmpty && Outputs.IsEmpty;
}
