using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;

namespace EcsPlatform.Docs.Tests;

/// <summary>Names of arguments and of settings that the runbooks mention are those of the code.</summary>
public partial class NameTests
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>What AWS calls the states of targets.</summary>
    private static readonly ImmutableArray<string> Foreign = ["Elb", "Target"];

    private static readonly ImmutableArray<DocPage> Runbooks =
        [.. DocPage.All.Where(page => page.Name.StartsWith("docs/runbooks/", StringComparison.Ordinal))];

    private static readonly ImmutableArray<Type> Types =
        [.. new[] { "EcsPlatform", "EcsPlatform.Stacks" }.SelectMany(name => Assembly.Load(name).GetTypes()).Where(type => !type.Name.StartsWith('<'))];

    private static readonly ImmutableSortedSet<string> Settings = [.. SettingsOf(DocPage.All.Single(page => page.Name == "docs/configuration.md"))];

    [Fact]
    public void Every_argument_that_a_runbook_names_is_there() => Runbooks.SelectMany(WrongArguments).ShouldBeEmpty();

    [Fact]
    public void Every_setting_that_a_runbook_names_is_there() => Runbooks.SelectMany(WrongSettings).ShouldBeEmpty();

    [Theory]
    [InlineData("`InstanceCapacity.RootVolumeGib`", "docs/wrong.md:1: InstanceCapacity.RootVolumeGib")]
    [InlineData("`NoSuchArgs.Name`", "docs/wrong.md:1: NoSuchArgs.Name")]
    [InlineData("`InstanceCapacity.RootVolumeGiB`, `Placement.RebalanceZones`, `Target.Timeout`", null)]
    public void A_wrong_argument_is_found_with_its_page_and_line(string line, string? problem) =>
        WrongArguments(new DocPage("docs/wrong.md", line)).ShouldBe(problem is null ? [] : [problem]);

    [Theory]
    [InlineData("`network.nats`", "docs/wrong.md:1: network.nats")]
    [InlineData("`network.nat`, `images.<name>`, `ecs.config`", null)]
    public void A_wrong_setting_is_found_with_its_page_and_line(string line, string? problem) =>
        WrongSettings(new DocPage("docs/wrong.md", line)).ShouldBe(problem is null ? [] : [problem]);

    private static IEnumerable<string> WrongArguments(DocPage page) => Found(page, Argument())
        .Where(name => !Foreign.Contains(name.Text.Split('.')[0]) && !IsThere(name.Text.Split('.')))
        .Select(name => $"{page.Name}:{name.Number}: {name.Text}");

    private static IEnumerable<string> WrongSettings(DocPage page) => Found(page, Setting())
        .Where(name => Settings.Contains(name.Text.Split('.')[0]) && !Settings.Contains(name.Text))
        .Select(name => $"{page.Name}:{name.Number}: {name.Text}");

    private static IEnumerable<(int Number, string Text)> Found(DocPage page, Regex names) => page.Prose
        .SelectMany(line => names.Matches(line.Line).Select(match => (line.Number, match.Groups[1].Value)));

    // A name begins with a type, or with a property of one.
    private static bool IsThere(string[] names) => names.Skip(1).Aggregate(
        Types.Where(type => type.Name == names[0]).Concat(Types.SelectMany(type => Next(type, names[0]))).ToImmutableHashSet(),
        (types, name) => [.. types.SelectMany(type => Next(type, name))]).Count > 0;

    private static IEnumerable<Type> Next(Type type, string name) =>
    [
        .. type.GetProperties(Members).Where(property => property.Name == name).Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType),
        .. type.GetFields(Members).Where(field => field.Name == name).Select(field => field.FieldType),
        .. type.GetNestedTypes().Where(nested => nested.Name == name),
    ];

    private static IEnumerable<string> SettingsOf(DocPage page)
    {
        var key = "";
        foreach (var (_, line) in page.Prose)
        {
            key = line.StartsWith("## ", StringComparison.Ordinal) ? line[3..] : key;
            if (key.Length > 0)
            {
                yield return Row().Match(line) is { Success: true } row ? $"{key}.{row.Groups[1].Value}" : key;
            }
        }
    }

    [GeneratedRegex(@"`([A-Z]\w+(?:\.[A-Z]\w+)+)`")]
    private static partial Regex Argument();

    [GeneratedRegex(@"`([a-z][a-z-]*(?:\.[A-Za-z][\w-]*)+)`")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\| `([\w.-]+)` \|")]
    private static partial Regex Row();
}
