using System.Text.RegularExpressions;
using EcsPlatform.Routing;

namespace EcsPlatform.Tests.Routing;

public class WildcardPatternTests
{
    [Theory]
    [InlineData("/api", "/api", true)]
    [InlineData("/api", "/API", false)]
    [InlineData("/api/*", "/api/v1", true)]
    [InlineData("/api/*", "/api/", true)]
    [InlineData("/api/*", "/api", false)]
    [InlineData("/api/*", "/api/v1/*", true)]
    [InlineData("/api/v1/*", "/api/*", false)]
    [InlineData("/api/v?", "/api/v1", true)]
    [InlineData("/api/v?", "/api/v12", false)]
    [InlineData("/api/v?", "/api/v*", false)]
    [InlineData("/api/v*", "/api/v?", true)]
    [InlineData("*", "/", true)]
    [InlineData("*", "", true)]
    [InlineData("?*", "*?", true)]
    [InlineData("?*a", "*ba", true)]
    [InlineData("?*a", "*a", false)]
    [InlineData("*a*", "*ab*", true)]
    [InlineData("**", "*", true)]
    [InlineData("*.example.org", "viewer.library.example.org", true)]
    [InlineData("*.example.org", "example.org", false)]
    [InlineData("*.example.org", "*.library.example.org", true)]
    [InlineData("v*.example.org", "*.example.org", false)]
    [InlineData("viewer.example.org", "viewer?example.org", false)]
    public void One_pattern_covers_another(string wide, string narrow, bool expected) =>
        WildcardPattern.Covers(wide, narrow).ShouldBe(expected);

    // A text that tells two such short patterns apart is short, too, and needs one letter that neither names.
    [Fact]
    public void It_says_what_trying_all_texts_says()
    {
        var patterns = Words("a*?", 4).ToList();
        var texts = Words("ax", 6).ToList();
        var matched = patterns.ToDictionary(pattern => pattern, pattern => Matching(pattern, texts));
        var wrong =
            from wide in patterns
            from narrow in patterns
            where WildcardPattern.Covers(wide, narrow) != matched[narrow].IsSubsetOf(matched[wide])
            select (wide, narrow);
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api", 0)]
    [InlineData("/a?i/*", 2)]
    public void Wildcards_are_counted(string pattern, int count) => WildcardPattern.Wildcards(pattern).ShouldBe(count);

    [Fact]
    public void The_longest_patterns_take_no_time()
    {
        var wide = string.Concat(Enumerable.Repeat("*aaaaaaaaaaaaaaaaaaaaaaaa", 5));
        WildcardPattern.Covers(wide, wide).ShouldBeTrue();
        WildcardPattern.Covers(wide, wide[1..]).ShouldBeTrue();
        WildcardPattern.Covers(wide[1..], wide).ShouldBeFalse();
    }

    private static HashSet<string> Matching(string pattern, IEnumerable<string> texts)
    {
        var regex = RegexOf(pattern);
        return [.. texts.Where(text => regex.IsMatch(text))];
    }

    private static Regex RegexOf(string pattern) =>
        new($@"\A{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}\z");

    private static IEnumerable<string> Words(string letters, int longest) => longest == 0
        ? [""]
        : Words(letters, longest - 1).SelectMany(word => word.Length < longest - 1 ? [word] : letters.Select(letter => word + letter).Prepend(word));
}
