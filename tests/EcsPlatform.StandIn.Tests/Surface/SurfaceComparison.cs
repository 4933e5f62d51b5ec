namespace EcsPlatform.StandIn.Tests.Surface;

/// <summary>What a stand-in offers beyond the recorded surface, and what it lacks of it.</summary>
internal sealed class SurfaceComparison
{
    private const string TypeMark = " = ";

    public SurfaceComparison(IReadOnlyCollection<string> recorded, IReadOnlyCollection<string> offered)
    {
        Extra = [.. offered.Except(recorded).Order(StringComparer.Ordinal)];
        Missing = [.. recorded.Except(offered).Order(StringComparer.Ordinal)];
        MissingTypes = [.. TypesOf(recorded).Except(TypesOf(offered)).Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Extra { get; }

    public IReadOnlyList<string> Missing { get; }

    public IReadOnlyList<string> MissingTypes { get; }

    private static IEnumerable<string> TypesOf(IEnumerable<string> lines) =>
        lines.Where(line => line.Contains(TypeMark, StringComparison.Ordinal) && !line.Contains(" :: ", StringComparison.Ordinal))
            .Select(line => line[..line.IndexOf(TypeMark, StringComparison.Ordinal)]);
}
