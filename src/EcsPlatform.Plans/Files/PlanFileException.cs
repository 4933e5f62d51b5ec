using System.Collections.Immutable;

namespace EcsPlatform.Plans.Files;

/// <summary>A plan's file cannot be read or written. Carries every reason that is known, each on one line, without stack traces.</summary>
public sealed class PlanFileException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="reasons">The reasons; at least one. Each names the file, what was found, what is allowed and what to do.</param>
    public PlanFileException(params ImmutableArray<string> reasons)
        : base(string.Join('\n', reasons))
    {
        Reasons = reasons;
    }

    /// <summary>The reasons.</summary>
    public ImmutableArray<string> Reasons { get; }
}
