using EcsPlatform.Cli.Views;

namespace EcsPlatform.Cli.Tests.Views;

public class ApprovedViewTests
{
    private static readonly Dictionary<string, DifferenceReport> Reports = new()
    {
        ["nothing-changes"] = Cases.NothingChanges,
        ["digest-changed"] = Cases.DigestChanged,
        ["instance-type-changed"] = Cases.InstanceTypeChanged,
        ["subnet-replaced"] = Cases.SubnetReplaced,
        ["protected-deleted"] = Cases.ProtectedDeleted,
        ["created-moved-and-options"] = Cases.CreatedMovedAndOptions,
        ["secret"] = Cases.Secret,
        ["pending"] = Cases.Pending,
        ["outside-scope"] = Cases.OutsideScope,
    };

    public static TheoryData<string> Names => [.. Reports.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_is_as_approved(string name) => Approved.Check($"{name}.txt", DifferenceText.Plain(Reports[name], full: false));

    [Theory]
    [InlineData("instance-type-changed")]
    [InlineData("digest-changed")]
    public void Full_text_is_as_approved(string name) => Approved.Check($"{name}.full.txt", DifferenceText.Plain(Reports[name], full: true));

    [Theory]
    [MemberData(nameof(Names))]
    public void Markdown_is_as_approved(string name) => Approved.Check($"{name}.md", DifferenceMarkdown.Write([Reports[name]]));

    [Theory]
    [MemberData(nameof(Names))]
    public void JSON_is_as_approved(string name) => Approved.Check($"{name}.json", DifferenceJson.Write(Reports[name]));

    [Fact]
    public void No_view_shows_a_secret_or_its_mark()
    {
        var report = Cases.Secret;
        foreach (var text in new[] { DifferenceText.Plain(report, full: true), DifferenceMarkdown.Write([report]), DifferenceJson.Write(report) })
        {
            text.ShouldNotContain("hunter");
            text.ShouldNotContain("09bc");
            text.ShouldNotContain("badcafe");
        }
    }
}
