using System.Collections.Immutable;

namespace EcsPlatform.Preview;

/// <summary>A program, its config or its plan is wrong. Carries every reason that is known, without stack traces.</summary>
public sealed class PreviewException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="reasons">The reasons; at least one.</param>
    public PreviewException(params ImmutableArray<string> reasons)
        : base(string.Join('\n', reasons))
    {
        Reasons = reasons;
    }

    /// <summary>The reasons.</summary>
    public ImmutableArray<string> Reasons { get; }
}
