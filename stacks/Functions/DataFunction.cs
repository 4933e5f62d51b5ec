using System.Collections.Immutable;
using EcsPlatform.Processing;

namespace EcsPlatform.Stacks.Functions;

/// <summary>A function that works on content: a row of <see cref="DataFunctions"/>.</summary>
/// <param name="Name">Its name, with which its resources' names end; also that of its pin in the stack's config.</param>
/// <param name="Kind">What it runs.</param>
/// <param name="Memory">Its memory, in MiB.</param>
/// <param name="Timeout">For how long one invocation may run, in seconds.</param>
/// <param name="Queue">Its queue, whose delay, tries and concurrency a stack may change.</param>
internal sealed record DataFunction(string Name, FunctionKind Kind, int Memory, int Timeout, EventQueueArgs Queue)
{
    /// <summary>The room in <c>/tmp</c>, in MiB. Default: 512.</summary>
    public int Storage { get; init; } = 512;

    /// <summary>The environment variables that it shares with others. Default: none.</summary>
    public ImmutableArray<SharedVariables> Shared { get; init; } = [];

    /// <summary>Its own environment variables, which count before shared ones. Default: none.</summary>
    public ImmutableArray<(string Name, string Value)> Own { get; init; } = [];

    /// <summary>The environment variables that hold the name of a bucket of <see cref="DataBuckets"/>. Default: none.</summary>
    public ImmutableArray<(string Name, string Bucket)> OwnBuckets { get; init; } = [];

    /// <summary>The environment variables that hold the ARN of a secret, which each stack gives. Default: none.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>The objects that it reads besides those that it hears of, see <see cref="DataEvents"/>. Default: none.</summary>
    public ImmutableArray<ObjectPlace> Reads { get; init; } = [];

    /// <summary>The objects that it writes. Default: none.</summary>
    public ImmutableArray<ObjectPlace> Writes { get; init; } = [];

    /// <summary>The objects that it deletes, once those are that they were made of. Default: none.</summary>
    public ImmutableArray<ObjectPlace> Deletes { get; init; } = [];

    /// <summary>The objects that it writes and deletes besides in a stack that shows what is not released yet. Default: none.</summary>
    public ImmutableArray<ObjectPlace> Unreleased { get; init; } = [];

    /// <summary>True mounts the file system of the releases. Default: false.</summary>
    public bool MountsReleases { get; init; }

    /// <summary>Whether it connects to search.</summary>
    public bool CallsSearch => Shared.Contains(SharedVariables.Search);
}

/// <summary>What a function runs.</summary>
internal abstract record FunctionKind
{
    private FunctionKind()
    {
    }

    /// <summary>A container image, pinned under <c>images</c>.</summary>
    public sealed record Image : FunctionKind;

    /// <summary>A JAR, pinned under <c>jars</c>.</summary>
    /// <param name="Handler">What Java calls.</param>
    public sealed record Jar(string Handler) : FunctionKind;
}
