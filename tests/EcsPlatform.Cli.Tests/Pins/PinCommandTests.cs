using System.Runtime.Versioning;

namespace EcsPlatform.Cli.Tests.Pins;

/// <summary>The command that changes pins in a stack's file.</summary>
public sealed class PinCommandTests : IDisposable
{
    private const string Viewer = "library/viewer@sha256:3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";
    private const string CopyVersion = "TuyO5pkAMjU_IYbngqhGV07sjuaZADI1";
    private const string CopyHash = "a951ddaf4994593e1d38a4fc5ef8aeba35d76a653b35a3ce83d610fd83f4ea29";
    private const string CopyKey = "copy-file-to-efs/copy-file-to-efs-1.0.jar";

    private static readonly string Digest = $"sha256:{new string('b', 64)}";
    private static readonly string NewViewer = $"library/viewer@{Digest}";

    private readonly TestProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_digest_alone_keeps_the_repository_and_only_the_pin_changes()
    {
        var before = _project.Staging;
        var outcome = Pin("viewer", Digest).ShouldSucceed();
        _project.Staging.ShouldBe(before.Replace(Viewer, NewViewer, StringComparison.Ordinal));
        outcome.Output.ShouldStartWith($"image:viewer\n  - {Viewer}\n  + {NewViewer}\nStack     staging (Pulumi.staging.yaml)\n");
        outcome.Output.ShouldContain("\nAgainst   Pulumi.staging.yaml as it stands\n");
        outcome.Output.ShouldContain("  viewer 3f2a… → bbbb…: new task definition, service rolls 1 task");
        outcome.Output.ShouldContain("\n1 to replace, 1 to update, ");
        outcome.Output.ShouldEndWith("\nPulumi.staging.yaml: 1 pin changed. To make the plan the accepted one: accept staging\n");
        Pin("viewer", NewViewer).ShouldSucceed().Output.ShouldBe("Pulumi.staging.yaml: nothing changes.\n");
    }

    [Fact]
    public void Images_and_JARs_change_at_once_and_the_accepted_plan_is_what_they_are_compared_with()
    {
        TestProject.Run(_project.Folder, "accept", "staging").ShouldSucceed();
        var before = _project.Staging;
        var outcome = Pin("viewer", NewViewer, "copy-file-to-efs", $"{CopyKey}?versionId=v2@{Digest}").ShouldSucceed();
        outcome.Output.ShouldContain("\nAgainst   stacks/plans/staging.json\n");
        outcome.Output.ShouldContain($"jar:copy-file-to-efs\n  - {CopyKey}?versionId={CopyVersion}@sha256:{CopyHash}\n  + {CopyKey}?versionId=v2@{Digest}\n");
        _project.Staging.ShouldBe(before
            .Replace(Viewer, NewViewer, StringComparison.Ordinal)
            .Replace(CopyVersion, "v2", StringComparison.Ordinal)
            .Replace(CopyHash, new string('b', 64), StringComparison.Ordinal));
    }

    [Fact]
    public void A_dry_run_shows_the_same_and_writes_nothing()
    {
        var before = _project.Staging;
        var dry = Pin("viewer", Digest, "--dry-run").ShouldSucceed().Output;
        _project.Staging.ShouldBe(before);
        dry.ShouldEndWith("\nPulumi.staging.yaml: 1 pin would change. Nothing was written: --dry-run.\n");
        Lines(Pin("viewer", Digest).Output).ShouldBe(Lines(dry));

        static string Lines(string output) => output[..output.TrimEnd('\n').LastIndexOf('\n')];
    }

    [Fact]
    public void All_images_go_at_once_and_come_back_at_once_where_a_stack_may_lack_pins()
    {
        _project.Replace("  ecs-platform:images:\n", "  ecs-platform:unpinnedImages: allowed\n  ecs-platform:images: # built by CI\n");
        var before = _project.Staging;
        Pin("--remove-all", "images").ShouldSucceed().Output.ShouldContain($"image:viewer\n  - {Viewer}\nimage:services\n  - ");
        _project.Staging.ShouldContain("  ecs-platform:images: {} # built by CI\n  ecs-platform:jars:\n    html-translate-urls:\n");
        Pin([.. Pins(before).SelectMany(pin => pin)]).ShouldSucceed();
        _project.Staging.ShouldBe(before);
        Pin("--remove", "viewer", "services").ShouldSucceed();
        _project.Staging.ShouldBe(string.Concat(before.Split('\n').Where(line => !line.StartsWith("    viewer: ", StringComparison.Ordinal)
            && !line.StartsWith("    services: ", StringComparison.Ordinal)).Select(line => $"{line}\n"))[..^1]);
    }

    [Fact]
    public void What_the_program_refuses_is_not_written()
    {
        var before = _project.Staging;
        var outcome = Pin("--remove", "viewer", "copy-file-to-efs");
        outcome.ShouldBeRefused(
            $"Pulumi.staging.yaml:{Line("ecs-platform:images:")}: ecs-platform:images.viewer: missing. " +
            "Allowed: repository@sha256: and 64 lower-case hexadecimal digits. Add it.",
            $"Pulumi.staging.yaml:{Line("ecs-platform:jars:") - 1}: ecs-platform:jars.copy-file-to-efs: missing. " +
            "Allowed: an object with key, version and sha256. Add it.",
            "Pulumi.staging.yaml was not written. Lines above are those that it would have.");
        _project.Staging.ShouldBe(before);
    }

    [Fact]
    public void A_missing_pin_is_added_although_the_config_lacks_it()
    {
        var before = _project.Staging;
        _project.Replace($"    viewer: {Viewer}\n", "");
        var outcome = Pin("viewer", NewViewer).ShouldSucceed();
        outcome.Output.ShouldContain("There is no accepted plan, and Pulumi.staging.yaml as it stands is wrong: nothing to compare with.\n");
        _project.Staging.ShouldContain($"    viewer: {NewViewer}\n  ecs-platform:jars:\n");
        _project.Staging.Length.ShouldBe(before.Length);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        const string Images = "Allowed: repository@sha256: and 64 lower-case hexadecimal digits.";
        var outcome = Pin("viewr", Viewer, "services", "library/services:latest", "search", "sha256:12", "copy-file-to-efs", Digest, "viewer", "--remove", "nix");
        var errors = outcome.Errors.Split('\n');
        errors[0].ShouldStartWith("error: 'viewr': no name that the program of 'staging' pins. Allowed: viewer, services, ");
        errors[0].ShouldEndWith(" Did you mean 'viewer'?");
        errors[1].ShouldBe($"error: services: 'library/services:latest'. {Images} Pin the digest that the tag means now: aws ecr describe-images shows it.");
        errors[2].ShouldBe($"error: search: 'sha256:12'. {Images} Copy the whole digest: 64 digits, not 2.");
        errors[3].ShouldBe($"error: copy-file-to-efs: '{Digest}'. Allowed: key?versionId=VERSION@sha256: and 64 lower-case hexadecimal digits. " +
            "Give all three: a JAR that is built anew has another version and another hash.");
        errors[4].ShouldBe("error: 'viewer': nothing after it. Allowed: a name and its pin, or several of them in turns. Give what it is pinned to.");
        errors[5].ShouldStartWith("error: --remove nix: no name that 'staging' pins. Allowed: viewer, services, ");
        errors[6..].ShouldBe([""]);
        outcome.ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("config:\n\ta: 1\n", ":2: a tab indents this line, and YAML knows only spaces there. Replace it.")]
    [InlineData("config:\n  a: 1\n  a: 2\n", ":3: this is not valid YAML: Duplicate key a. Correct the file.")]
    public void A_file_that_is_not_right_is_refused_and_left_as_it_is(string text, string message)
    {
        _project.Write(TestProject.StagingFile, text);
        Pin("viewer", Digest).ShouldBeRefused($"Pulumi.staging.yaml{message}");
        _project.Staging.ShouldBe(text);
    }

    [Fact]
    public void A_stack_that_does_not_exist_is_refused_with_the_nearest() =>
        TestProject.Run(_project.Folder, "pin", "stagin", "viewer", Digest).ShouldBeRefused(
            "Stack 'stagin' has no file Pulumi.stagin.yaml. Stacks with a file: staging. Did you mean 'staging'?");

    [Fact]
    public void A_pin_that_other_values_refer_to_is_refused()
    {
        _project.Replace($"viewer: {Viewer}", $"viewer: &viewer {Viewer}");
        _project.Write(TestProject.StagingFile, $"{_project.Staging}  other:text: *viewer\n");
        var before = _project.Staging;
        Pin("viewer", Digest).ShouldBeRefused(
            "Pulumi.staging.yaml: the pins cannot be changed without changing something else. Write them out, without anchors and aliases.",
            "Pulumi.staging.yaml was not written. Lines above are those that it would have.");
        _project.Staging.ShouldBe(before);
    }

    [UnsupportedOSPlatform("windows")]
    [Fact]
    public void A_read_only_file_is_refused_except_by_a_dry_run()
    {
        var before = _project.Staging;
        File.SetUnixFileMode(_project.At(TestProject.StagingFile), UnixFileMode.UserRead);
        Pin("viewr", NewViewer).Errors.TrimEnd('\n').Split('\n').Length.ShouldBe(2);
        Pin("viewer", Digest).ShouldBeRefused("Pulumi.staging.yaml is read-only. Nothing was written. Make it writable, or try with --dry-run.");
        Pin("viewer", Digest, "--dry-run").ShouldSucceed();
        _project.Staging.ShouldBe(before);
    }

    [UnsupportedOSPlatform("windows")]
    [Fact]
    public void A_link_stays_one_and_its_file_keeps_its_mode_and_its_mark()
    {
        var file = _project.At("staging.yaml");
        File.Move(_project.At(TestProject.StagingFile), file);
        File.WriteAllBytes(file, [.. "\ufeff"u8, .. File.ReadAllBytes(file)]);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(_project.At(TestProject.StagingFile), "staging.yaml");
        var before = File.ReadAllBytes(file);
        Pin("viewer", Digest).ShouldSucceed();
        new FileInfo(_project.At(TestProject.StagingFile)).LinkTarget.ShouldBe("staging.yaml");
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.ReadAllBytes(file).Length.ShouldBe(before.Length);
        File.ReadAllBytes(file)[..3].ShouldBe("\ufeff"u8.ToArray());
        File.ReadAllText(file).ShouldContain(NewViewer);
    }

    [Fact]
    public void A_run_while_another_one_writes_is_refused()
    {
        var held = _project.At($"{TestProject.StagingFile}.lock");
        _project.Write($"{TestProject.StagingFile}.lock", "");
        var before = _project.Staging;
        var outcome = Pin("viewer", Digest);
        outcome.Errors.ShouldBe(
            "error: Pulumi.staging.yaml is being changed by another run. Nothing was written. " +
            $"Run the command again; if there is no other run, delete {held} first.\n");
        outcome.ExitCode.ShouldBe(1);
        _project.Staging.ShouldBe(before);
    }

    [Fact]
    public async Task Of_runs_at_once_none_undoes_another()
    {
        (string Name, string Digit)[] runs = [("viewer", "1"), ("services", "2"), ("search", "3")];
        var outcomes = await Task.WhenAll(runs.Select(run => Task.Run(() => Pin(run.Name, $"sha256:{new string(run.Digit[0], 64)}"))));
        foreach (var (run, outcome) in runs.Zip(outcomes))
        {
            _project.Staging.Contains(new string(run.Digit[0], 64), StringComparison.Ordinal).ShouldBe(outcome.ExitCode == 0);
            outcome.Errors.ShouldBe(outcome.ExitCode == 0 ? "" : outcome.Errors);
            outcome.Errors.Contains("Nothing was written. Run the command again", StringComparison.Ordinal).ShouldBe(outcome.ExitCode != 0);
        }

        outcomes.ShouldContain(outcome => outcome.ExitCode == 0);
        Directory.EnumerateFiles(_project.Folder).Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("Unknown option '--remov'.", "--remov", "viewer")]
    [InlineData("Argument 'viewer' not recognized.", "--remove-all", "viewer", "x")]
    [InlineData("pin: nothing to change. Allowed: names with their pins, --remove or --remove-all. Give one of them.")]
    public void A_wrong_command_line_is_refused(string message, params string[] arguments)
    {
        var outcome = Pin(arguments);
        outcome.Errors.ShouldContain(message);
        outcome.Output.ShouldBeEmpty();
        outcome.ExitCode.ShouldBe(1);
    }

    private static IEnumerable<string[]> Pins(string staging) => staging.Split('\n')
        .Where(line => line.StartsWith("    ", StringComparison.Ordinal) && line.Contains("@sha256:", StringComparison.Ordinal))
        .Select(line => line.Trim().Split(": "));

    private int Line(string text) => int.Parse(_project.Place(text).Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);

    private Outcome Pin(params string[] arguments) => TestProject.Run(_project.Folder, ["pin", "staging", .. arguments]);
}
