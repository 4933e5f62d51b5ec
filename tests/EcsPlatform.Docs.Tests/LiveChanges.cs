using System.Collections.Immutable;

namespace EcsPlatform.Docs.Tests;

/// <summary>The rows of the pages' parts "On a live service".</summary>
internal static class LiveChanges
{
    /// <summary>Those that two plans decide.</summary>
    public static ImmutableArray<LiveChange> All { get; } = [.. RoutingChanges.All, .. RunningChanges.All, .. ContentChanges.All];

    /// <summary>Those that no plans decide.</summary>
    public static ImmutableArray<string> Undecided { get; } =
    [
        "deployments: anything else, later",
        "scaling: new tasks while a deployment runs",
        "versions: an `EcsWorkload` becomes a `VersionedWorkload`",
        "edge: anything of the service behind it",
        "rights: the workload's name",
    ];
}
