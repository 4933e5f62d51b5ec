using System.Text.RegularExpressions;

namespace EcsPlatform.Architecture.Tests;

public partial class ReferenceTests
{
    private static readonly string[] Layers = ["Foundations", "Networking", "Images", "Storage", "Functions", "Clusters", "Routing", "Delivery", "Workloads", "Processing"];

    [Theory]
    [InlineData("EcsPlatform.Plans", "")]
    [InlineData("EcsPlatform.Preview", "EcsPlatform.Plans, Pulumi, YamlDotNet")]
    [InlineData("EcsPlatform", "Pulumi, Pulumi.Aws, Pulumi.Awsx")]
    [InlineData("EcsPlatform.Stacks", "EcsPlatform, Pulumi, Pulumi.Aws")]
    [InlineData("EcsPlatform.Cli", "EcsPlatform.Plans, EcsPlatform.Preview, EcsPlatform.Stacks, Spectre.Console, System.CommandLine, YamlDotNet")]
    public void A_project_refers_to_nothing_else(string project, string references) =>
        string.Join(", ", Repository.References(project)).ShouldBe(references);

    [Fact]
    public void A_folder_of_components_uses_only_those_below_it()
    {
        var wrong = Repository.SourceFiles
            .Where(file => file.StartsWith(Path.Combine("src", "EcsPlatform") + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .SelectMany(file => Uses(file).Where(used => Array.IndexOf(Layers, used) > Layer(file)).Select(used => $"{file} uses {used}"));
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_command_knows_a_console() =>
        Repository.SourceFiles
            .Where(file => !file.StartsWith(Path.Combine("src", "EcsPlatform.Cli"), StringComparison.Ordinal)
                && !file.StartsWith("tests", StringComparison.Ordinal)
                && !file.StartsWith(Path.Combine("src", "standin"), StringComparison.Ordinal))
            .Where(file => ConsoleUse().IsMatch(File.ReadAllText(Path.Combine(Repository.Root, file))))
            .ShouldBeEmpty();

    [Fact]
    public void The_components_read_no_clock_no_random_numbers_and_no_environment() =>
        Repository.SourceFiles
            .Where(file => file.StartsWith(Path.Combine("src", "EcsPlatform") + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                || file.StartsWith(Path.Combine("src", "EcsPlatform.Plans"), StringComparison.Ordinal))
            .Where(file => Undetermined().IsMatch(File.ReadAllText(Path.Combine(Repository.Root, file))))
            .ShouldBeEmpty();

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Repository.SourceFiles
            .Select(file => (File: file, Lines: File.ReadLines(Path.Combine(Repository.Root, file)).Count()))
            .Where(file => file.Lines > 300)
            .ShouldBeEmpty();

    private static int Layer(string file) => Array.IndexOf(Layers, file.Split(Path.DirectorySeparatorChar)[2]);

    private static IEnumerable<string> Uses(string file) => UsedLayer()
        .Matches(File.ReadAllText(Path.Combine(Repository.Root, file)))
        .Select(match => match.Groups[1].Value)
        .Where(layer => Layer(file) >= 0);

    [GeneratedRegex(@"using EcsPlatform\.(\w+);")]
    private static partial Regex UsedLayer();

    [GeneratedRegex(@"\b(Ansi)?Console\.")]
    private static partial Regex ConsoleUse();

    [GeneratedRegex(@"\b(DateTime(Offset)?\.(Utc)?Now|new Random\b|Random\.Shared|Guid\.NewGuid|Environment\.Get)")]
    private static partial Regex Undetermined();
}
