namespace EcsPlatform.Processing;

/// <summary>What an <see cref="EventPipeline"/> is made of.</summary>
public sealed partial record EventPipelineArgs
{
    /// <summary>Where everything lives.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>The buckets, by the names that the events and functions call them.</summary>
    public required ImmutableSortedDictionary<string, PipelineBucket> Buckets { get; init; }

    /// <summary>The functions, each with a queue of its own.</summary>
    public required ImmutableArray<PipelineFunction> Functions { get; init; }

    /// <summary>What the functions hear of.</summary>
    public required ImmutableArray<ObjectEvents> Events { get; init; }

    /// <summary>Steps before functions. Default: none.</summary>
    public ImmutableArray<EventDetour> Detours { get; init; } = [];

    /// <summary>
    /// The topics that hear of failing functions, throttled ones, waiting messages and dead letters, one or more. Default: null, nobody is told.
    /// </summary>
    public ImmutableArray<Input<string>>? AlarmTopicArns { get; init; }

    /// <summary>The ways of the events.</summary>
    internal ImmutableArray<EventRoute> Routes => EventRoutes.Of(Events, Detours);
}
