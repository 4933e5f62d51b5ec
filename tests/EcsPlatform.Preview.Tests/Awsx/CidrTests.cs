using EcsPlatform.Preview.Awsx;

namespace EcsPlatform.Preview.Tests.Awsx;

public sealed class CidrTests
{
    [Theory]
    [InlineData("10.0.0.0/16", 65536)]
    [InlineData("10.0.64.0/18", 16384)]
    [InlineData("192.168.1.128/28", 16)]
    [InlineData("0.0.0.0/0", 4294967296)]
    [InlineData("255.255.255.255/32", 1)]
    public void Range_is_read_and_written(string text, long size)
    {
        Cidr.TryParse(text, out var range).ShouldBeTrue();

        range.ToString().ShouldBe(text);
        range.Size.ShouldBe(size);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.1/16")]
    [InlineData("10.0/16")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/ 8")]
    [InlineData("010.0.0.0/8")]
    [InlineData("10.0.0.256/24")]
    [InlineData("2001:db8::/32")]
    public void Text_that_is_no_range_is_refused(string text) => Cidr.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("10.0.0.0/16", "10.0.255.0/24", true, true)]
    [InlineData("10.0.0.0/16", "10.0.0.0/16", true, true)]
    [InlineData("10.0.0.0/17", "10.0.128.0/17", false, false)]
    [InlineData("10.0.0.0/24", "10.0.0.0/16", false, true)]
    [InlineData("255.255.255.0/24", "255.255.255.128/25", true, true)]
    public void Ranges_contain_and_overlap_each_other(string one, string other, bool contains, bool overlaps)
    {
        Range(one).Contains(Range(other)).ShouldBe(contains);
        Range(one).Overlaps(Range(other)).ShouldBe(overlaps);
        Range(other).Overlaps(Range(one)).ShouldBe(overlaps);
    }

    [Fact]
    public void End_of_a_range_is_the_first_address_behind_it()
    {
        Range("10.0.0.0/24").End.ShouldBe(Range("10.0.1.0/24").Address);
        Range("255.255.255.0/24").End.ShouldBe(4294967296);
    }

    [Theory]
    [InlineData(256, 24)]
    [InlineData(1, 32)]
    [InlineData(8192, 19)]
    public void Size_that_is_a_power_of_two_has_a_mask(double size, int mask) => Cidr.MaskOf(size).ShouldBe(mask);

    [Theory]
    [InlineData(0)]
    [InlineData(-256)]
    [InlineData(255)]
    [InlineData(256.5)]
    [InlineData(double.NaN)]
    public void Other_size_has_no_mask(double size) => Cidr.MaskOf(size).ShouldBeNull();

    private static Cidr Range(string text)
    {
        Cidr.TryParse(text, out var range).ShouldBeTrue();
        return range;
    }
}
