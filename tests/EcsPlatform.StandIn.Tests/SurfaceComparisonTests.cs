using EcsPlatform.StandIn.Tests.Surface;

namespace EcsPlatform.StandIn.Tests;

public sealed class SurfaceComparisonTests
{
    private static readonly string[] Recorded = RecordedSurface.Parse(
        """
        # comment
        N.A = public class
        N.A :: public A()
        N.A :: public string? Name { get; }
        N.B = public class
        """);

    [Fact]
    public void Equal_lists_have_neither_extra_nor_missing_lines()
    {
        var comparison = new SurfaceComparison(Recorded, Recorded);
        comparison.Extra.ShouldBeEmpty();
        comparison.Missing.ShouldBeEmpty();
        comparison.MissingTypes.ShouldBeEmpty();
    }

    [Fact]
    public void A_line_that_is_not_recorded_is_extra()
    {
        var comparison = new SurfaceComparison(Recorded, [.. Recorded, "N.A :: public int Size { get; }"]);
        comparison.Extra.ShouldBe(["N.A :: public int Size { get; }"]);
        comparison.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void A_member_that_differs_only_in_nullability_is_extra_and_missing()
    {
        var offered = Recorded.Select(line => line.Replace("string?", "string", StringComparison.Ordinal)).ToArray();
        var comparison = new SurfaceComparison(Recorded, offered);
        comparison.Extra.ShouldBe(["N.A :: public string Name { get; }"]);
        comparison.Missing.ShouldBe(["N.A :: public string? Name { get; }"]);
    }

    [Fact]
    public void A_type_without_any_line_is_a_missing_type()
    {
        var comparison = new SurfaceComparison(Recorded, Recorded[..^1]);
        comparison.MissingTypes.ShouldBe(["N.B"]);
    }

    [Fact]
    public void A_type_of_another_kind_is_extra_but_not_a_missing_type()
    {
        var comparison = new SurfaceComparison(Recorded, [.. Recorded[..^1], "N.B = public sealed class"]);
        comparison.Extra.ShouldBe(["N.B = public sealed class"]);
        comparison.MissingTypes.ShouldBeEmpty();
    }
}
