namespace EcsPlatform.Clusters;

/// <summary>How large an instance may be.</summary>
/// <param name="Minimum">The least, 1 or more.</param>
/// <param name="Maximum">The most; null for no limit.</param>
public sealed record SizeRange(int Minimum, int? Maximum = null)
{
    /// <summary>Finds what is wrong with this range.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="unit">The unit, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, string unit)
    {
        if (Minimum < 1 || Maximum < Minimum)
        {
            yield return new Problem(
                where,
                $"{Minimum} to {(Maximum is { } maximum ? $"{maximum}" : "any")} {unit}",
                "a minimum of 1 or more, not above the maximum",
                "Lower the minimum or raise the maximum");
        }
    }
}
