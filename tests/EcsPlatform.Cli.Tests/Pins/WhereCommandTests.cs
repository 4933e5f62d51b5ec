namespace EcsPlatform.Cli.Tests.Pins;

/// <summary>The command that tells where a digest is pinned.</summary>
public sealed class WhereCommandTests : IDisposable
{
    private const string Viewer = "3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";
    private const string CopyHash = "a951ddaf4994593e1d38a4fc5ef8aeba35d76a653b35a3ce83d610fd83f4ea29";

    private readonly TestProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData($"sha256:{Viewer}")]
    [InlineData($"library/viewer@sha256:{Viewer}")]
    [InlineData(Viewer)]
    [InlineData("3f2a9c51")]
    public void Every_stack_with_the_digest_is_named_with_the_place(string digest)
    {
        _project.Write("Pulumi.next.yaml", $"config:\n  ecs-platform:images:\n    reader: library/reader@sha256:{Viewer}\n");
        Where(digest).ShouldSucceed().Output.ShouldBe(
            $"Pulumi.next.yaml:3: image:reader library/reader@sha256:{Viewer}\n{_project.Place("viewer: library")}: image:viewer library/viewer@sha256:{Viewer}\n");
    }

    [Fact]
    public void The_hash_of_a_JAR_is_found() => Where(CopyHash).ShouldSucceed().Output.ShouldBe(
        $"{_project.Place("copy-file-to-efs:")}: jar:copy-file-to-efs copy-file-to-efs/copy-file-to-efs-1.0.jar?versionId=TuyO5pkAMjU_IYbngqhGV07sjuaZADI1@sha256:{CopyHash}\n");

    [Fact]
    public void A_digest_that_nobody_pins_is_told_with_the_stacks() =>
        Where("00000000").ShouldSucceed().Output.ShouldBe("sha256:00000000 is pinned in none of these stacks: staging\n");

    [Fact]
    public void A_wrong_file_does_not_hide_the_others()
    {
        _project.Write("Pulumi.a.yaml", "config:\n\ta: 1\n").Write("Pulumi.b.yaml", "config:\n  ecs-platform:images:\n    viewer: viewer:latest\n");
        var outcome = Where("3f2a9c51");
        outcome.Output.ShouldContain($"image:viewer library/viewer@sha256:{Viewer}\n");
        outcome.Errors.ShouldStartWith(
            "error: Pulumi.a.yaml:2: a tab indents this line, and YAML knows only spaces there. Replace it.\n" +
            "error: Pulumi.b.yaml:3: ecs-platform:images.viewer: 'viewer:latest'. Allowed: ");
        outcome.ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("3f2a")]
    [InlineData("viewer:3f2a9c51")]
    public void What_is_no_digest_is_refused(string text) => Where(text).ShouldBeRefusedWithOneThatBegins($"'{text}': no digest. Allowed: a digest, ");

    private Outcome Where(string digest) => TestProject.Run(_project.Folder, "where", digest);
}
