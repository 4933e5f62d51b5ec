namespace EcsPlatform.Cli.Tests;

/// <summary>The command that proposes a new machine image, against recorded answers of the AWS command line.</summary>
public sealed class AmiTests : IDisposable
{
    private const string Parameters = "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended";
    private const string Pinned = "ami-0b6d9f4e2c81a7350";
    private const string PinnedName = "al2023-ami-ecs-hvm-2023.0.20261028-kernel-6.1-x86_64";
    private const string Newest = "ami-0a168278a10694b9b";
    private const string NewestName = "al2023-ami-ecs-hvm-2023.0.20261118-kernel-6.1-x86_64";

    private readonly TestProject _project = new();
    private readonly RecordedAws _aws = new();

    public void Dispose()
    {
        _project.Dispose();
        _aws.Dispose();
    }

    [Fact]
    public void A_newer_image_is_proposed_with_the_lines_that_pin_it()
    {
        var before = _project.Staging;
        Ami(Answer(Newest, NewestName)).ShouldSucceed().Output.ShouldBe(
            $"""
            staging: pinned {Pinned}, {PinnedName}
            staging: newest {Newest}, {NewestName}
            To take it, write into Pulumi.staging.yaml under ecs-platform:cluster, then preview staging --expect ami:
                image:
                  id: {Newest}
                  name: {NewestName}

            """);
        _project.Staging.ShouldBe(before);
        _aws.Asked.ShouldBe($"ssm get-parameters --names {Parameters}/image_id {Parameters}/image_name --region eu-west-1 --output json\n");
    }

    [Fact]
    public void The_image_is_looked_for_by_the_processors_of_the_pinned_one()
    {
        _project.Replace(PinnedName, PinnedName.Replace("x86_64", "arm64", StringComparison.Ordinal)).Replace("t3.medium", "t4g.medium");
        Ami(Answer(Newest, NewestName)).ShouldBeRefused(
            $"eu-west-1 did not answer with {Arm("image_id")} and {Arm("image_name")}; look for an image by hand");
        _aws.Asked.ShouldContain($"--names {Arm("image_id")} {Arm("image_name")} ");
    }

    [Fact]
    public void The_newest_image_needs_no_change() => Ami(Answer(Pinned, PinnedName)).ShouldSucceed().Output.ShouldBe(
        $"staging: the pinned image is the newest: {Pinned}, {PinnedName}\n");

    [Theory]
    [InlineData("ami-latest", NewestName)]
    [InlineData(Newest, "al2023-ami-ecs-hvm-2023.0.20261118-kernel-6.1-arm64")]
    public void What_could_not_be_pinned_is_not_proposed(string id, string name) => Ami(Answer(id, name)).ShouldBeRefused(
        $"{Parameters}/image_id holds '{id}', {Parameters}/image_name '{name}': this is no pin; look at the parameters by hand");

    [Fact]
    public void A_refusal_of_AWS_is_passed_on()
    {
        _aws.Fails("Unable to locate credentials. You can configure credentials by running \"aws configure\".");
        _aws.Run(_project.Folder, "ami", "staging").ShouldBeRefused(
            "aws ssm get-parameters failed: Unable to locate credentials. You can configure credentials by running \"aws configure\".");
    }

    [Fact]
    public void An_answer_that_is_no_JSON_is_refused() =>
        Ami("<html>").ShouldBeRefused("aws ssm get-parameters answered no JSON; run it by hand to see what it says");

    [Fact]
    public void A_missing_program_is_named()
    {
        var nothing = new Dictionary<string, string> { ["PATH"] = _project.Folder };
        TestProject.Run(_project.Folder, nothing, "ami", "staging").ShouldBeRefused(
            "The program 'aws' was not found; install the AWS CLI: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html");
    }

    [Fact]
    public void A_wrong_config_is_refused_before_AWS_is_asked()
    {
        _project.Replace("minSize: 1", "minSize: 9");
        Ami(Answer(Newest, NewestName)).ExitCode.ShouldBe(1);
        _aws.Asked.ShouldBeEmpty();
    }

    [EmulatedAwsFact]
    public void The_parameters_are_those_of_AWS()
    {
        using var aws = new EmulatedAws();
        var output = TestProject.Run(_project.Folder, aws.Environment, "ami", "staging").ShouldSucceed().Output;
        output.ShouldMatch("\\n      id: ami-[0-9a-f]{17}\n      name: al2023-ami-ecs-hvm-[0-9.]+-kernel-[0-9.]+-x86_64\n$");
    }

    private static string Arm(string name) => $"/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/{name}";

    private static string Answer(string id, string name) =>
        $$"""
        {
          "Parameters": [
            { "Name": "{{Parameters}}/image_id", "Type": "String", "Value": "{{id}}", "Version": 94, "DataType": "text" },
            { "Name": "{{Parameters}}/image_name", "Type": "String", "Value": "{{name}}", "Version": 94, "DataType": "text" }
          ],
          "InvalidParameters": []
        }
        """;

    private Outcome Ami(string answer)
    {
        _aws.Answers(answer);
        return _aws.Run(_project.Folder, "ami", "staging");
    }
}
