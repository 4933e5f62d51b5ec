using System.Collections.Immutable;

namespace EcsPlatform.Cli;

/// <summary>An option says what cannot be. Carries every reason.</summary>
internal sealed class WrongOptionException(ImmutableArray<string> reasons) : Exception(string.Join('\n', reasons))
{
    /// <summary>The reasons, a line each.</summary>
    public ImmutableArray<string> Reasons { get; } = reasons;
}
