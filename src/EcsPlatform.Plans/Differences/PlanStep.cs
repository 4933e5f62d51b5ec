namespace EcsPlatform.Plans.Differences;

/// <summary>One step of an update. The steps of a difference stand in an order in which the engine could carry them out.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Urn">To which resource: its new URN, the old one where there is no new.</param>
public sealed record PlanStep(StepKind Kind, string Urn);

/// <summary>What a step does.</summary>
public enum StepKind
{
    /// <summary>Makes a resource that is new.</summary>
    Create,

    /// <summary>Changes a resource in place.</summary>
    Update,

    /// <summary>Makes the resource that takes another's place.</summary>
    CreateReplacement,

    /// <summary>Deletes the resource whose place another one takes.</summary>
    DeleteReplaced,

    /// <summary>Deletes a resource that is no longer described.</summary>
    Delete,

    /// <summary>Forgets a resource and leaves it in the cloud: <c>retainOnDelete</c>.</summary>
    Retain,
}
