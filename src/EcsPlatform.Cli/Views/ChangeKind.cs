using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>What readers want to tell apart, in the order in which they want to see it.</summary>
internal enum ChangeKind
{
    /// <summary>A new one takes its place.</summary>
    Replace,

    /// <summary>It goes.</summary>
    Delete,

    /// <summary>It changes in place.</summary>
    Update,

    /// <summary>It is new.</summary>
    Create,

    /// <summary>Only its URN changes.</summary>
    Move,

    /// <summary>Only resource options change.</summary>
    Options,

    /// <summary>It is read anew, or no longer; nothing happens to it.</summary>
    Read,

    /// <summary>Only outputs of a component or of the stack change.</summary>
    Outputs,

    /// <summary>Nothing changes.</summary>
    None,
}

/// <summary>Sorts changes by kind.</summary>
internal static class ChangeKinds
{
    /// <summary>The kinds that have a line a resource, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<ChangeKind> Listed =
        [ChangeKind.Replace, ChangeKind.Delete, ChangeKind.Update, ChangeKind.Create, ChangeKind.Move, ChangeKind.Options, ChangeKind.Read];

    /// <summary>The kind of a change.</summary>
    public static ChangeKind Of(ResourceChange change) => change switch
    {
        { IsQuiet: true } => ChangeKind.None,
        { Operation: not Operation.Same, Resource.External: true } => ChangeKind.Read,
        { Operation: Operation.Replace } => ChangeKind.Replace,
        { Operation: Operation.Delete } => ChangeKind.Delete,
        { Operation: Operation.Update } => ChangeKind.Update,
        { Operation: Operation.Create } => ChangeKind.Create,
        { MovedFrom: not null } => ChangeKind.Move,
        { Options.IsEmpty: false } => ChangeKind.Options,
        _ => ChangeKind.Outputs,
    };

    /// <summary>The changes of a kind, by URN; of replacements, those for a reason of their own come before those that follow from others.</summary>
    public static IEnumerable<ResourceChange> Listing(IEnumerable<ResourceChange> changes, ChangeKind kind) =>
        changes.Where(change => Of(change) == kind)
            .OrderBy(change => kind == ChangeKind.Replace && Follows(change));

    /// <summary>The word for a kind that has a line a resource.</summary>
    public static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Replace => "replace",
        ChangeKind.Delete => "delete",
        ChangeKind.Update => "update",
        ChangeKind.Create => "create",
        ChangeKind.Move => "move",
        ChangeKind.Options => "options",
        ChangeKind.Read => "read",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only listed kinds have a word."),
    };

    private static bool Follows(ResourceChange change) =>
        change.Inputs.Any(input => input.Replaces) && change.Inputs.All(input => !input.Replaces || input.FollowsFrom is not null);
}
