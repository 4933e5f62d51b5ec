using System.Collections.Immutable;
using EcsPlatform.Foundations;

namespace EcsPlatform.Tests.Foundations;

public class DefaultTagsTests
{
    private static readonly DefaultTags Tags = new() { Environment = "staging", Project = "library" };

    [Fact]
    public void All_defaults()
    {
        Tags.ManagedBy.ShouldBe("pulumi");
        Tags.Owner.ShouldBeNull();
        Tags.More.ShouldBeEmpty();
        Tags.Problems("tags").ShouldBeEmpty();
        Tags.Tags.Select(tag => $"{tag.Key}={tag.Value}").ShouldBe(["Environment=staging", "ManagedBy=pulumi", "Project=library"]);
    }

    [Fact]
    public void Tags_are_sorted_whatever_their_order() =>
        (Tags with { Owner = "platform", More = More(("Zeta", "1"), ("Alpha", "2")) }).Tags.Select(tag => $"{tag.Key}={tag.Value}")
            .ShouldBe(["Alpha=2", "Environment=staging", "ManagedBy=pulumi", "Owner=platform", "Project=library", "Zeta=1"]);

    [Fact]
    public void Every_problem_is_reported()
    {
        var tags = Tags with
        {
            Environment = " ",
            Owner = "",
            More = More(("aws:cost", "1"), ("AWS:cost", "aws:2"), ("owner", "a;b"), (new string('k', 129), ""), ("", new string('v', 257))),
        };
        tags.Problems("tags").Select(problem => problem.ToString()).Order(StringComparer.Ordinal).ShouldBe([
            $"tags.: a key of 0 characters. Allowed: 1 to 128 of {Characters}. Choose a key that AWS allows.",
            $"tags.: a value of 257 characters. Allowed: 0 to 256 of {Characters}. Choose a value that AWS allows.",
            "tags.AWS:cost: AWS:cost, aws:cost. Allowed: each key once, in one spelling. Keep one of them.",
            "tags.AWS:cost: the prefix aws:. Allowed: any other. Choose a key of your own: AWS keeps this prefix to itself.",
            "tags.AWS:cost: the prefix aws:. Allowed: any other. Choose a value of your own: AWS keeps this prefix to itself.",
            "tags.Environment: nothing. Allowed: a value. Say it, so that costs can be told apart.",
            "tags.Owner: Owner, owner. Allowed: each key once, in one spelling. Keep one of them.",
            "tags.Owner: nothing. Allowed: a value. Say it, so that costs can be told apart.",
            "tags.aws:cost: the prefix aws:. Allowed: any other. Choose a key of your own: AWS keeps this prefix to itself.",
            $"tags.{new string('k', 129)}: a key of 129 characters. Allowed: 1 to 128 of {Characters}. Choose a key that AWS allows.",
            $"tags.owner: a value of 3 characters. Allowed: 0 to 256 of {Characters}. Choose a value that AWS allows.",
        ]);
    }

    [Theory]
    [InlineData(47, 0)]
    [InlineData(48, 1)]
    public void A_resource_has_at_most_50_tags(int more, int problems)
    {
        var tags = Tags with { More = Enumerable.Range(0, more).ToImmutableDictionary(i => $"Key{i}", _ => "value") };
        tags.Problems("tags").Count(problem => problem.Found == $"{more + 3} tags").ShouldBe(problems);
    }

    [Theory]
    [InlineData("Zeichen: über 10 + a/b_c=d-e@f.g", true)]
    [InlineData("a,b", false)]
    [InlineData("a\tb", false)]
    [InlineData("a#b", false)]
    public void Values_have_the_characters_that_all_services_take(string value, bool right) =>
        (Tags with { Project = value }).Problems("tags").Any().ShouldBe(!right);

    private const string Characters = "letters, digits, spaces and _ . : / = + - @";

    private static ImmutableDictionary<string, string> More(params (string Key, string Value)[] tags) =>
        tags.ToImmutableDictionary(tag => tag.Key, tag => tag.Value);
}
