using Pulumi.Facts.Tool;

namespace EcsPlatform.StandIn.Tool.Tests;

public sealed class AddCommandTests : IDisposable
{
    private static readonly string Fixture = Path.Combine(AppContext.BaseDirectory, "Fixture");
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("facts-tool-");
    private readonly string _facts;

    public AddCommandTests()
    {
        _facts = Path.Combine(_root.FullName, "src/standin/facts/aws.facts");
        Directory.CreateDirectory(Path.GetDirectoryName(_facts)!);
        File.Copy(Path.Combine(Fixture, "aws.facts"), _facts);
    }

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void A_new_resource_comes_with_its_nested_types_and_enumerations()
    {
        var report = Add("aws:parcel/crate:Crate");

        Block("resource aws:parcel/crate:Crate").ShouldBe("""
            resource aws:parcel/crate:Crate Pulumi.Aws.Parcel.Crate
              aliases aws:post/box:Box
              secret-outputs code
              secret-inputs code
              in code string
              in! label string
              in sides list<#parcel.BoxSide> replaces-by-docs
              in weight int
              out? code string
              out label string
              out sides list<#parcel.BoxSide>
              out weight int
            """);
        Block("type parcel.BoxSide").ShouldBe("""
            type parcel.BoxSide
              args Pulumi.Aws.Parcel.Inputs.BoxSideArgs
              state Pulumi.Aws.Parcel.Inputs.BoxSideGetArgs
              result Pulumi.Aws.Parcel.Outputs.BoxSide
              io? colour string deprecated
              io! kind enum:parcel.SideKind
            """);
        Block("enum parcel.SideKind").ShouldBe("""
            enum parcel.SideKind Pulumi.Aws.Parcel.SideKind
              value Open open
              value Closed closed
              value-deprecated Leaning leaning
            """);
        report.ShouldBe([
            "added: resource aws:parcel/crate:Crate",
            "look: resource aws:parcel/crate:Crate: is each of these a whole number? weight",
            "look: resource aws:parcel/crate:Crate: npm does not tell which inputs replace it; mark them with replaces.",
            "added: type parcel.BoxSide",
            "added: enum parcel.SideKind",
        ]);
    }

    [Fact]
    public void A_refresh_keeps_what_a_person_decided()
    {
        Add("aws:parcel/box:Box")[0].ShouldBe("changed: resource aws:parcel/box:Box");

        Block("resource aws:parcel/box:Box").ShouldBe("""
            resource aws:parcel/box:Box Pulumi.Aws.Parcel.Box
              aliases aws:post/box:Box
              secret-outputs code
              secret-inputs code
              auto-named label
              deletes-before-replace
              replaces-source the provider's source
              in code string
              in! label string replaces
              in sides list<#parcel.BoxSide> replaces-by-docs
              in weight double
              out? code string
              out label string changes-with-update
              out sides list<#parcel.BoxSide>
              out weight int
            """);
    }

    [Fact]
    public void The_second_time_changes_nothing()
    {
        Add("aws:parcel/crate:Crate");
        var first = File.ReadAllText(_facts);

        Add("aws:parcel/crate:Crate").ShouldBeEmpty();

        File.ReadAllText(_facts).ShouldBe(first);
    }

    [Fact]
    public void Other_blocks_and_the_order_stay()
    {
        Add("aws:parcel/crate:Crate");

        File.ReadAllText(_facts).Split("\n\n").Select(block => block.Split('\n')[0]).ShouldBe([
            "# A package for the tests of the command.",
            "resource aws:parcel/box:Box Pulumi.Aws.Parcel.Box",
            "resource aws:parcel/crate:Crate Pulumi.Aws.Parcel.Crate",
            "type parcel.BoxSide",
            "type parcel.Old",
            "enum parcel.SideKind Pulumi.Aws.Parcel.SideKind",
        ]);
    }

    [Fact]
    public void The_namespace_of_a_new_module_can_be_given()
    {
        File.WriteAllText(_facts, "package aws 1.2.3 Pulumi.Aws\n");

        Add("aws:parcel/crate:Crate", "ParcelService");

        Block("resource aws:parcel/crate:Crate").ShouldStartWith("resource aws:parcel/crate:Crate Pulumi.Aws.ParcelService.Crate\n");
        Block("type parcel.BoxSide").ShouldContain("  result Pulumi.Aws.ParcelService.Outputs.BoxSide\n");
    }

    [Theory]
    [InlineData("parcel.Crate", "'parcel.Crate' is no resource of aws. A token looks like aws:module/name:Name.")]
    [InlineData("random:parcel/crate:Crate", "'random:parcel/crate:Crate' is no resource of aws. A token looks like aws:module/name:Name.")]
    [InlineData("aws:parcel/bag:Bag", "The package has no parcel/bag.js. Its folder has: box, crate.")]
    [InlineData("aws:parcel/crate:Chest", "parcel/crate.d.ts declares no ChestArgs.")]
    public void What_cannot_be_added_is_named_and_nothing_is_written(string token, string message)
    {
        var before = File.ReadAllText(_facts);

        Should.Throw<ToolException>(() => Add(token)).Message.ShouldBe(message);

        File.ReadAllText(_facts).ShouldBe(before);
        Directory.GetFiles(Path.GetDirectoryName(_facts)!).Length.ShouldBe(1);
    }

    [Fact]
    public void An_unknown_module_needs_its_namespace()
    {
        File.WriteAllText(_facts, "package aws 1.2.3 Pulumi.Aws\n");

        Should.Throw<ToolException>(() => Add("aws:parcel/crate:Crate")).Message.ShouldBe(
            "No resource of module 'parcel' is in the facts yet, and npm does not tell its C# namespace. Give it with --namespace, for example --namespace Kinesis.");
    }

    private IReadOnlyList<string> Add(string token, string? space = null) =>
        AddCommand.Run(_root.FullName, "aws", token, Path.Combine(Fixture, "package"), space);

    private string Block(string heading) =>
        File.ReadAllText(_facts).TrimEnd('\n').Split("\n\n").Single(block => block.Split('\n')[0].StartsWith(heading, StringComparison.Ordinal));
}
