using EcsPlatform.Plans.Files;
using EcsPlatform.Testing.Deployed;

namespace EcsPlatform.Cli.Tests;

/// <summary>Previews compared with the accepted plan and with the export of the deployed stack, and what may change.</summary>
public sealed class ExpectTests : IDisposable
{
    private const string Digest = "sha256:3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";
    private const string OtherDigest = "sha256:91bc9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";
    private const string Export = "export.json";

    private readonly TestProject _project = new();

    public ExpectTests()
    {
        TestProject.Run(_project.Folder, "accept", "staging").ShouldSucceed();
        _project.Write(Export, DeployedStack.ExportOf(PlanFile.Load(_project.At("stacks/plans/staging.json"))));
    }

    public static TheoryData<string[]> Baselines => [[], ["--against", Export]];

    public void Dispose() => _project.Dispose();

    [Theory]
    [MemberData(nameof(Baselines))]
    public void A_stack_that_is_as_accepted_or_deployed_expects_nothing(string[] against) =>
        Preview(against, "--expect", "none").ExitCode.ShouldBe(0);

    [Theory]
    [MemberData(nameof(Baselines))]
    public void Another_digest_is_what_its_image_expects_and_not_nothing(string[] against)
    {
        _project.Replace(Digest, OtherDigest);
        Preview(against, "--expect", "image:viewer").ShouldSucceed();
        var outcome = Preview(against, "--expect", "none");
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldBeEmpty();
        outcome.Output.ShouldContain("replacement of containerDefinitions[viewer].image is outside none");
        outcome.Output.ShouldContain("update of taskDefinition is outside none");
    }

    [Theory]
    [MemberData(nameof(Baselines))]
    public void Another_version_of_a_JAR_is_what_it_expects_and_not_what_another_does(string[] against)
    {
        _project.Replace("ESWuWGeLI.U490to0TxuzRElrlhniyP1", "0thervers1on").Replace("f8b3c94eb1df76e4", "4e67fd1be49c3b8f");
        Preview(against, "--expect", "jar:html-translate-urls").ShouldSucceed();
        var outcome = Preview(against, "--expect", "jar:copy-file-to-efs");
        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldContain("update of s3ObjectVersion, sourceCodeHash is outside jar:copy-file-to-efs");
    }

    [Theory]
    [MemberData(nameof(Baselines))]
    public void A_JAR_under_another_key_is_what_it_expects(string[] against)
    {
        _project.Replace("html-translate-urls-1.0.jar", "html-translate-urls-1.1.jar").Replace("ESWuWGeLI.U490to0TxuzRElrlhniyP1", "0thervers1on");
        Preview(against, "--expect", "jar:html-translate-urls").ShouldSucceed();
    }

    [Theory]
    [MemberData(nameof(Baselines))]
    public void Another_digest_of_a_function_s_image_is_what_it_expects_and_not_what_another_does(string[] against)
    {
        _project.Replace("library/solr-listener@sha256:806ebed55b68f7e18", "library/solr-listener@sha256:81e7f86b55debe608");
        Preview(against, "--expect", "image:solr-listener").ShouldSucceed();
        Preview(against, "--expect", "image:collection-solr-listener").ExitCode.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Baselines))]
    public void Another_instance_type_is_not_what_an_image_expects(string[] against)
    {
        _project.Replace("instanceType: t3.medium", "instanceType: t3.large");
        var outcome = Preview(against, "--expect", "image:viewer");
        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldContain("aws:ec2/launchTemplate:LaunchTemplate");
        outcome.Output.ShouldContain("update of instanceType is outside image:viewer");
    }

    [Theory]
    [MemberData(nameof(Baselines))]
    public void Another_machine_image_is_what_ami_expects(string[] against)
    {
        _project.Replace("ami-0b6d9f4e2c81a7350", "ami-0b6d9f4e2c81a7351").Replace("2023.0.20261028", "2023.0.20261118");
        Preview(against, "--expect", "ami").ShouldSucceed();
        Preview(against, "--expect", "image:viewer").ExitCode.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Baselines))]
    public void More_tasks_are_what_scaling_expects_and_with_another_digest_both(string[] against)
    {
        _project.Replace("desiredCount: 1", "desiredCount: 3");
        Preview(against, "--expect", "scale:viewer").ShouldSucceed();
        _project.Replace(Digest, OtherDigest);
        Preview(against, "--expect", "scale:viewer").ExitCode.ShouldBe(2);
        Preview(against, "--expect", "scale:viewer", "--expect", "image:viewer").ShouldSucceed();
    }

    [Fact]
    public void Without_a_scope_anything_may_change()
    {
        _project.Replace(Digest, OtherDigest);
        Preview([]).ShouldSucceed();
    }

    [Fact]
    public void A_protected_resource_that_would_go_is_a_finding()
    {
        _project.Write(TestProject.StagingFile, _project.Staging.Replace("eu-west-1", "eu-west-2", StringComparison.Ordinal));
        var outcome = Preview([]);
        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldContain("CHANGE-01 FileSystem staging-files: a protected resource would be replaced");
    }

    [Theory]
    [InlineData("image:veiwer", "there is no image 'veiwer'. Allowed: {images}. Did you mean 'viewer'?")]
    [InlineData("jar:x", "there is no JAR 'x'. Allowed: copy-file-to-efs, file-unchanged-copy, html-translate-urls, json-translate-urls. Remove it.")]
    [InlineData("scale:solr", "there is no workload 'solr'. Allowed: {workloads}. Remove it.")]
    [InlineData("everything", "unknown scope. Allowed: none, image:<name>, jar:<name>, ami, cutover:<workload>, scale:<workload>. Remove it.")]
    public void An_unknown_scope_is_refused_with_the_known_ones(string scope, string reason) =>
        Preview([], "--expect", scope).ShouldBeRefused($"--expect {scope}: {TestProject.WithNames(reason)}");

    [Theory]
    [InlineData("--expect", "ami")]
    [InlineData("--format", "markdown")]
    [InlineData("--diff", "json")]
    public void What_needs_a_plan_to_compare_with_is_refused_where_there_is_none(string option, string value) =>
        Preview(["--against", "none"], option, value).ShouldBeRefused(
            $"{(option == "--expect" ? option : $"{option} {value}")} needs a plan to compare with, and there is none of 'staging'. Accept one first: accept staging");

    private Outcome Preview(string[] against, params string[] arguments) => _project.Preview(["staging", .. against, .. arguments]);
}
