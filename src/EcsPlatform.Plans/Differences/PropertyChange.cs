namespace EcsPlatform.Plans.Differences;

/// <summary>
/// One value that differs. Secrets are compared, never shown. Old and new may be the same where <see cref="FollowsFrom"/> is given: then it comes
/// from a resource that is made anew, and what it will be is known only after the update.
/// </summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Old">What it was; null when there was none.</param>
/// <param name="New">What it is to be; null when there is to be none. <see cref="PropertyValue.Unknown"/> when it is known only after the update.</param>
public sealed record PropertyChange(PropertyPath Path, PropertyValue? Old, PropertyValue? New)
{
    /// <summary>True when this change alone replaces the resource. Default: false.</summary>
    public bool Replaces { get; init; }

    /// <summary>URN of the resource whose replacement or update is the reason for the new value; null when the program itself asks for it.</summary>
    public string? FollowsFrom { get; init; }
}
