using EcsPlatform.StandIn.Tests.Surface;

namespace EcsPlatform.StandIn.Tests;

public sealed class PulumiSurfaceTests
{
    private static readonly SurfaceComparison Comparison =
        new(RecordedSurface.Of("Pulumi"), AssemblySurface.Of(typeof(Pulumi.Deployment).Assembly));

    [Fact]
    public void Stand_in_offers_nothing_that_the_official_assembly_lacks() =>
        Comparison.Extra.ShouldBeEmpty(Listed("Public in the stand-in, but not in the official assembly", Comparison.Extra));

    [Fact]
    public void Stand_in_has_every_type_of_the_official_assembly() =>
        Comparison.MissingTypes.ShouldBeEmpty(Listed("Types that the stand-in lacks", Comparison.MissingTypes));

    [Fact]
    public void Stand_in_has_every_member_of_the_official_assembly() =>
        Comparison.Missing.ShouldBeEmpty(Listed("Members that the stand-in lacks", Comparison.Missing));

    [Fact]
    public void Recorded_list_is_sorted_by_type_and_has_no_line_twice()
    {
        var lines = RecordedSurface.Of("Pulumi");
        lines.Length.ShouldBeGreaterThan(500);
        lines.ShouldBeUnique();
        var types = lines.Select(line => line.Split(line.Contains(" :: ", StringComparison.Ordinal) ? " :: " : " = ")[0]).ToArray();
        types.ShouldBe(types.Order(StringComparer.Ordinal));
    }

    private static string Listed(string title, IReadOnlyList<string> lines) => $"{title}:\n  {string.Join("\n  ", lines)}";
}
