using System.Text.Json;
using EcsPlatform.Images;

namespace EcsPlatform.Tests.Images;

public class ImageExpiryTests
{
    [Fact]
    public void All_defaults() => new ImageExpiry.Untagged().Days.ShouldBe(30);

    [Fact]
    public void Every_problem_is_reported()
    {
        new ImageExpiry.Untagged { Days = 0 }.Problems("repository").Select(problem => problem.ToString()).ShouldBe([
            "repository.expiry.days: 0 days. Allowed: 1 day or more. Choose how long to keep images without a tag.",
        ]);
        new ImageExpiry.Untagged { Days = 1 }.Problems("repository").ShouldBeEmpty();
        new ImageExpiry.Never().Problems("repository").ShouldBeEmpty();
    }

    [Fact]
    public void The_policy_is_one_rule_for_images_without_a_tag()
    {
        new ImageExpiry.Never().Policy().ShouldBeNull();
        new ImageExpiry.Untagged { Days = 7 }.Policy().ShouldBe(
            """{"rules":[{"rulePriority":1,"description":"Delete images without a tag after 7 days","selection":""" +
            """{"tagStatus":"untagged","countType":"sinceImagePushed","countUnit":"days","countNumber":7},"action":{"type":"expire"}}]}""");
        new ImageExpiry.Untagged { Days = 1 }.Policy()!.ShouldContain("after 1 day\"");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(3650)]
    public void No_policy_ever_deletes_an_image_with_a_tag_or_one_of_an_index(int days)
    {
        ImageExpiry[] rules = [new ImageExpiry.Never(), new ImageExpiry.Untagged { Days = days }];
        string[][] tags = [[], ["latest"], ["1.2", "release"], ["pr-7"]];
        foreach (var (expiry, names, age, indexed) in
            from expiry in rules
            from names in tags
            from age in new[] { 0, days, days + 1, 100_000 }
            from indexed in new[] { false, true }
            select (expiry, names, age, indexed))
        {
            var deleted = Deletes(expiry.Policy(), names, age, indexed);
            (deleted && !expiry.MayDelete(names)).ShouldBeFalse();
            (deleted && (names.Length > 0 || indexed)).ShouldBeFalse();
            deleted.ShouldBe(expiry is ImageExpiry.Untagged && names.Length == 0 && !indexed && age > days);
        }
    }

    // The evaluation rules that AWS documents, as far as a policy can bring them into play.
    private static bool Deletes(string? policy, string[] tags, int ageDays, bool indexed) => policy is not null && !indexed
        && JsonDocument.Parse(policy).RootElement.GetProperty("rules").EnumerateArray().Any(rule =>
        {
            var selection = rule.GetProperty("selection");
            var selected = selection.GetProperty("tagStatus").GetString() switch
            {
                "untagged" => tags.Length == 0,
                "any" => true,
                "tagged" => tags.Length > 0,
                var status => throw new InvalidOperationException($"No tag status {status}."),
            };
            return selected && selection.GetProperty("countType").GetString() switch
            {
                "sinceImagePushed" => ageDays > selection.GetProperty("countNumber").GetInt32(),
                _ => true,
            };
        });
}
