using EcsPlatform.Cli.Views;

namespace EcsPlatform.Cli.Tests.Views;

public class LineTextTests
{
    private const string Digest = "3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";

    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("", "\"\"")]
    [InlineData(" x", "\" x\"")]
    [InlineData("two\nlines\tand a tab\r", @"two\nlines\tand a tab\r")]
    [InlineData("\u001b[31mred", @"\u{1b}[31mred")]
    [InlineData("gnp.‮exe", @"gnp.\u{202e}exe")]
    [InlineData("Zürich 東京 🚀", "Zürich 東京 🚀")]
    public void A_text_obeys_the_line(string text, string shown) => LineText.Short(text).ShouldBe(shown);

    [Fact]
    public void A_long_text_keeps_both_ends() =>
        LineText.Short($"{new string('a', 60)}-{new string('z', 60)}").ShouldBe($"{new string('a', 36)}…{new string('z', 36)}");

    [Fact]
    public void Digests_are_cut_where_they_tell_themselves_apart() =>
        LineText.Short($"r@sha256:{Digest}", $"r@sha256:{Digest[..20]}{Digest[..44]}")
            .ShouldBe(($"r@sha256:{Digest[..24]}…", $"r@sha256:{Digest[..20]}{Digest[..4]}…"));

    [Fact]
    public void Digests_that_differ_at_once_show_12_digits() =>
        LineText.Short($"r@sha256:{Digest}", $"r@sha256:9{Digest[1..]}").ShouldBe(("r@sha256:3f2a9c51e07b…", "r@sha256:9f2a9c51e07b…"));

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    [InlineData(500)]
    [InlineData(999)]
    public void One_character_that_differs_in_a_long_text_is_shown(int at)
    {
        var text = string.Concat(Enumerable.Range(0, 1000).Select(i => (char)('a' + (i % 26))));
        var (old, @new) = LineText.Short($"{text[..at]}1{text[(at + 1)..]}", $"{text[..at]}2{text[(at + 1)..]}");
        old.ShouldContain('1');
        @new.ShouldBe(old.Replace('1', '2'));
        old.Length.ShouldBeLessThan(140);
    }

    [Fact]
    public void Texts_that_differ_in_length_only_say_it() =>
        LineText.Short(new string('a', 1000), new string('a', 1001))
            .ShouldBe(($"{new string('a', 36)}…{new string('a', 36)} (1000 characters)", $"{new string('a', 36)}…{new string('a', 36)} (1001 characters)"));

    [Fact]
    public void A_cut_never_divides_a_character()
    {
        for (var before = 0; before < 4; before++)
        {
            var text = new string('x', before) + string.Concat(Enumerable.Repeat("🚀", 200));
            LineText.Short(text).ShouldNotContain("\\u");
            LineText.Short(text).EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
            LineText.Bounded(text, 50).EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
            LineText.Bounded(text, 50).Length.ShouldBeInRange(48, 50);
        }
    }
}
