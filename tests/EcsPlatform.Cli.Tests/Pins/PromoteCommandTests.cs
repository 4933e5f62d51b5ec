using EcsPlatform.Stacks;

namespace EcsPlatform.Cli.Tests.Pins;

/// <summary>The command that pins in a stack what is pinned in another.</summary>
public sealed class PromoteCommandTests : IDisposable
{
    private const string Next = "Pulumi.next.yaml";
    private const string Viewer = "3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";
    private const string Search = "7a3642b9d5c50eaeabc5bccb22dead68421b6f8c55ce2a635639dc90d38559a2";
    private const string CopyVersion = "TuyO5pkAMjU_IYbngqhGV07sjuaZADI1";

    private readonly TestProject _project = new();

    // A stack without a program of its own: what is promoted from needs none.
    public PromoteCommandTests() => _project.Write(Next, Changed(_project.Staging));

    public void Dispose() => _project.Dispose();

    [Fact]
    public void All_pins_move_at_once_and_nothing_but_their_lines_changes()
    {
        var before = _project.Staging.Split('\n');
        var output = Promote().ShouldSucceed().Output;
        var after = _project.Staging.Split('\n');
        after.ShouldBe(Changed(string.Join('\n', before)).Split('\n'));
        before.Zip(after).Count(line => line.First != line.Second).ShouldBe(3);
        output.ShouldStartWith(
            $"image:viewer\n  - library/viewer@sha256:{Viewer}\n  + library/viewer@sha256:{Digits('1')}\n" +
            $"image:search\n  - library/search@sha256:{Search}\n  + library/search@sha256:{Digits('2')}\njar:copy-file-to-efs\n");
        output.ShouldEndWith("\nPulumi.staging.yaml: 3 pins changed. To make the plan the accepted one: accept staging\n");
        Promote().ShouldSucceed().Output.ShouldBe("Pulumi.staging.yaml: nothing changes.\n");
        string.Join('\n', after).ShouldBe(_project.Staging);
    }

    [Fact]
    public void Names_move_alone()
    {
        var before = _project.Staging;
        Promote("search", "copy-file-to-efs").ShouldSucceed().Output.ShouldContain("Pulumi.staging.yaml: 2 pins changed.");
        _project.Staging.ShouldBe(Changed(before).Replace(Digits('1'), Viewer, StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_maps_are_added_and_a_dry_run_only_says_so()
    {
        var before = _project.Staging;
        var bare = before[..before.IndexOf("  ecs-platform:images:\n", StringComparison.Ordinal)];
        _project.Write(TestProject.StagingFile, bare);
        var names = StackPrograms.PinNamesOf("staging")!;
        Promote("--dry-run").ShouldSucceed().Output.ShouldEndWith(
            $"Pulumi.staging.yaml: {names.Images.Length + names.Jars.Length} pins would change. Nothing was written: --dry-run.\n");
        _project.Staging.ShouldBe(bare);
        Promote().ShouldSucceed();
        _project.Staging.ShouldBe(Changed(before));
    }

    [Fact]
    public void What_does_not_move_is_told()
    {
        _project.Write(Next, File.ReadAllText(_project.At(Next))
            .Replace("    viewer: ", "    archive: ", StringComparison.Ordinal));
        var output = Promote("--dry-run").ShouldSucceed().Output;
        output.ShouldStartWith("not used by staging: image:archive\nonly in staging, kept (--prune removes them): image:viewer\nimage:search\n");
        var pruned = Promote("--prune");
        pruned.Errors.ShouldContain("ecs-platform:images.viewer: missing.");
        pruned.Output.ShouldBeEmpty();
    }

    [Fact]
    public void Pruning_removes_what_the_program_does_not_use()
    {
        var before = _project.Staging;
        _project.Replace("  ecs-platform:images:\n", $"  ecs-platform:images:\n    # no longer used\n    archive: library/archive@sha256:{Digits('9')}\n");
        Promote().Errors.ShouldContain("ecs-platform:images.archive: an unknown key");
        Promote("--prune").ShouldSucceed().Output.ShouldContain($"image:archive\n  - library/archive@sha256:{Digits('9')}\n");
        _project.Staging.ShouldBe(Changed(before).Replace("  ecs-platform:images:\n", "  ecs-platform:images:\n    # no longer used\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var before = _project.Staging;
        _project.Write(Next, before
            .Replace($"library/viewer@sha256:{Viewer}", "library/viewer:latest", StringComparison.Ordinal)
            .Replace(CopyVersion, "null", StringComparison.Ordinal));
        var line = Array.FindIndex(before.Split('\n'), line => line.Contains(Viewer, StringComparison.Ordinal)) + 1;
        var errors = Promote().Errors.TrimEnd('\n').Split('\n');
        errors.Length.ShouldBe(2);
        errors[0].ShouldStartWith($"error: {Next}:{line}: ecs-platform:images.viewer: 'library/viewer:latest'. Allowed: repository@sha256:");
        errors[1].ShouldStartWith($"error: {Next}:");
        errors[1].ShouldContain("ecs-platform:jars.copy-file-to-efs: ");
        _project.Staging.ShouldBe(before);
    }

    [Fact]
    public void Unknown_names_are_refused_with_the_nearest()
    {
        _project.Write(Next, Changed(_project.Staging).Replace("    viewer: ", "    archive: ", StringComparison.Ordinal));
        var errors = Promote("serch", "archive").Errors.TrimEnd('\n').Split('\n');
        errors.Length.ShouldBe(2);
        errors[0].ShouldStartWith("error: 'serch': no name that 'next' pins. Allowed: archive, services, ");
        errors[0].ShouldEndWith(" Did you mean 'search'?");
        errors[1].ShouldStartWith("error: 'archive': not used by staging. Allowed: viewer, services, ");
    }

    [Fact]
    public void A_stack_that_pins_nothing_has_nothing_to_promote()
    {
        _project.Write(Next, "config:\n  ecs-platform:images: {}\n");
        Promote().ShouldBeRefused("'next' pins nothing: there is nothing to promote. Pin something there first: pin next");
    }

    [Fact]
    public void Stacks_without_file_or_program_are_refused_together() =>
        TestProject.Run(_project.Folder, "promote", "stagin", "next").ShouldBeRefused(
            "Stack 'stagin' has no file Pulumi.stagin.yaml. Stacks with a file: next, staging. Did you mean 'staging'?",
            $"stack 'next': no program of this name. Allowed: {string.Join(", ", StackPrograms.Names)}, sandbox-…. Name another stack, or add its program to stacks/StackPrograms.cs.");

    [Theory]
    [InlineData("'staging' is promoted to itself. Name two stacks.", "staging", "staging")]
    [InlineData("--prune removes what is left over when all pins move, and names were given. Leave out one of them.", "next", "staging", "viewer", "--prune")]
    public void Options_that_do_not_go_together_are_refused(string message, params string[] arguments) =>
        TestProject.Run(_project.Folder, ["promote", .. arguments]).ShouldBeRefused(message);

    private static string Digits(char digit) => new(digit, 64);

    private static string Changed(string text) => text
        .Replace(Viewer, Digits('1'), StringComparison.Ordinal)
        .Replace(Search, Digits('2'), StringComparison.Ordinal)
        .Replace(CopyVersion, "v2", StringComparison.Ordinal);

    private Outcome Promote(params string[] arguments) => TestProject.Run(_project.Folder, ["promote", "next", "staging", .. arguments]);
}
