using EcsPlatform.Foundations;

namespace EcsPlatform.Tests.Foundations;

public class CidrBlockTests
{
    [Theory]
    [InlineData("10.88.0.0/22", 1024)]
    [InlineData("0.0.0.0/0", 4294967296)]
    [InlineData("255.255.255.255/32", 1)]
    public void Text_in_the_usual_notation_is_read_and_written_back(string text, long size)
    {
        var block = CidrBlock.Parse(text);
        block.ToString().ShouldBe(text);
        block.Size.ShouldBe(size);
    }

    [Theory]
    [InlineData("10.88.0.1/22")]
    [InlineData("10.88.0.0")]
    [InlineData("10.88.0.0/33")]
    [InlineData("10.88.0/22")]
    [InlineData("10.88.0.0/+22")]
    [InlineData("010.88.0.0/22")]
    [InlineData("10.88.0.0/022")]
    [InlineData("::/0")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_refused(string? text) => CidrBlock.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Parsing_something_else_says_what_is_allowed() =>
        Should.Throw<FormatException>(() => CidrBlock.Parse("10.88.0.1/22")).Message
            .ShouldBe("'10.88.0.1/22' is not an IPv4 range whose address is its first one, such as 10.88.0.0/22.");

    [Theory]
    [InlineData("10.0.0.0/16", "10.0.255.0/24", true, true)]
    [InlineData("10.0.255.0/24", "10.0.0.0/16", false, true)]
    [InlineData("10.0.0.0/24", "10.0.1.0/24", false, false)]
    [InlineData("255.255.255.0/24", "255.255.255.255/32", true, true)]
    public void Ranges_know_what_they_contain_and_overlap(string a, string b, bool contains, bool overlaps)
    {
        CidrBlock.Parse(a).Contains(CidrBlock.Parse(b)).ShouldBe(contains);
        CidrBlock.Parse(a).Overlaps(CidrBlock.Parse(b)).ShouldBe(overlaps);
    }

    [Fact]
    public void Parts_of_every_size_cover_a_range_without_gaps_or_overlaps()
    {
        var block = CidrBlock.Parse("10.88.0.0/20");
        for (var bits = 0; bits <= 12; bits++)
        {
            var parts = Enumerable.Range(0, 1 << bits).Select(i => block.Part(bits, i)).ToList();
            parts.Sum(part => part.Size).ShouldBe(block.Size);
            parts.ShouldAllBe(part => block.Contains(part));
            parts.Zip(parts.Skip(1)).ShouldAllBe(pair => !pair.First.Overlaps(pair.Second));
        }
    }

    [Theory]
    [InlineData(13, 0)]
    [InlineData(2, 4)]
    [InlineData(2, -1)]
    [InlineData(-1, 0)]
    public void A_part_that_does_not_exist_is_refused(int bits, int index) =>
        Should.Throw<ArgumentOutOfRangeException>(() => CidrBlock.Parse("10.88.0.0/20").Part(bits, index));
}
