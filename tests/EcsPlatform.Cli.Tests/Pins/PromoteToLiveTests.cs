using System.Text.RegularExpressions;
using EcsPlatform.Tests;

namespace EcsPlatform.Cli.Tests.Pins;

/// <summary>What staging tried goes to live: the repository's own files, in a copy.</summary>
public sealed class PromoteToLiveTests : IDisposable
{
    private const string Live = "Pulumi.live.yaml";

    private readonly TestProject _project = new();

    public PromoteToLiveTests()
    {
        Directory.CreateDirectory(_project.At("stacks/plans"));
        foreach (var file in new[] { Live, "stacks/plans/staging.json", "stacks/plans/live.json" })
        {
            File.Copy(Path.Combine(RepositoryFolder.Path, file), _project.At(file));
        }

        // New versions of a service, of a function that runs an image, of one that runs a JAR, and of one that live does not have.
        Renew("viewer: library/viewer@sha256:");
        Renew("solr-listener: library/solr-listener@sha256:");
        Renew("tei-processing: library/tei-processing@sha256:");
        _project.Replace("TuyO5pkAMjU_IYbngqhGV07sjuaZADI1", "Wv1ObjectVersionOfTheNewerBuild1");
    }

    [Fact]
    public void Exactly_the_pins_change_in_the_file_and_exactly_their_services_and_functions_in_the_preview()
    {
        var before = File.ReadAllLines(_project.At(Live));
        var promoted = TestProject.Run(_project.Folder, "promote", "staging", "live");
        (promoted.ExitCode, promoted.Errors).ShouldBe((0, ""));
        var after = File.ReadAllLines(_project.At(Live));
        after.Length.ShouldBe(before.Length);
        before.Zip(after).Where(pair => pair.First != pair.Second).Select(pair => Regex.Replace(pair.Second.Trim(), "[0-9a-f]{64}", "…")).ShouldBe([
            "viewer: library/viewer@sha256:…", "solr-listener: library/solr-listener@sha256:…", "version: Wv1ObjectVersionOfTheNewerBuild1",
        ]);

        var scopes = new[] { "--expect", "image:viewer", "--expect", "image:solr-listener", "--expect", "jar:copy-file-to-efs" };
        var preview = _project.Preview(["live", .. scopes]);
        preview.ExitCode.ShouldBe(0, preview.Output);
        var changed = Regex.Matches(preview.Output, @"^  [~+-]+ +(\S+) (live\S*?):?( |$)", RegexOptions.Multiline)
            .Select(match => $"{match.Groups[1].Value.Split(':')[^1]} {match.Groups[2].Value.TrimEnd(':')}").Distinct().Order(StringComparer.Ordinal);
        changed.ShouldBe([
            "Alias live-copy-file-to-efs", "Alias live-solr-listener", "Function live-copy-file-to-efs", "Function live-solr-listener",
            "Service live-viewer", "TaskDefinition live-viewer",
        ]);
    }

    [Fact]
    public void A_second_time_nothing_changes()
    {
        TestProject.Run(_project.Folder, "promote", "staging", "live").ExitCode.ShouldBe(0);
        var promoted = File.ReadAllBytes(_project.At(Live));
        TestProject.Run(_project.Folder, "promote", "staging", "live").ExitCode.ShouldBe(0);
        File.ReadAllBytes(_project.At(Live)).ShouldBe(promoted);
    }

    public void Dispose() => _project.Dispose();

    private void Renew(string pin) => _project.Write(
        TestProject.StagingFile,
        Regex.Replace(_project.Staging, $"(?m)^(    {Regex.Escape(pin)})[0-9a-f]{{64}}", $"${{1}}{new string('5', 64)}"));
}
