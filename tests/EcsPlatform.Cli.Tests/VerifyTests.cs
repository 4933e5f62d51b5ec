using System.Text.Json.Nodes;

namespace EcsPlatform.Cli.Tests;

/// <summary>The command that compares what services run with what they should run, against recorded answers and the emulator.</summary>
public sealed class VerifyTests : IDisposable
{
    private const string File = "outputs.json";
    private const string Wanted = "arn:aws:ecs:eu-west-1:111111111111:task-definition/staging-viewer:12";
    private const string Before = "arn:aws:ecs:eu-west-1:111111111111:task-definition/staging-viewer:11";

    private readonly TestProject _project = new();
    private readonly RecordedAws _aws = new();

    public VerifyTests() => _project.Write(File, Outputs(("viewer", "staging-viewer-1a2b3c4", Wanted)));

    public void Dispose()
    {
        _project.Dispose();
        _aws.Dispose();
    }

    [Fact]
    public void A_service_that_runs_what_it_should_is_fine()
    {
        Verify(Service(Wanted, 2, 2, "COMPLETED", "ECS deployment ecs-svc/1 completed.")).ShouldSucceed().Output
            .ShouldBe("ok    viewer  runs staging-viewer:12, 2 of 2 tasks\n");
        _aws.Asked.ShouldBe("ecs describe-services --cluster staging-2855a4a --services staging-viewer-1a2b3c4 --region eu-west-1 --output json\n");
    }

    [Fact]
    public void A_deployment_that_was_rolled_back_is_no_success() => ShouldFail(
        Service(Before, 2, 2, "COMPLETED", "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1."),
        "FAIL  viewer  runs staging-viewer:11, should run staging-viewer:12: rolled back, or changed by hand " +
        "(ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1); " +
        "look at the service's events and stopped tasks, then pin a version that works and run pulumi up");

    [Fact]
    public void A_deployment_that_goes_on_is_no_success_yet() => ShouldFail(
        Service(Wanted, 2, 1, "IN_PROGRESS", "ECS deployment ecs-svc/2 in progress."),
        "FAIL  viewer  still moves to staging-viewer:12, 1 of 2 tasks (ECS deployment ecs-svc/2 in progress); verify again when it is done");

    [Fact]
    public void A_deployment_that_failed_is_no_success() => ShouldFail(
        Service(Wanted, 2, 0, "FAILED", "ECS deployment circuit breaker: tasks failed to start."),
        "FAIL  viewer  the deployment of staging-viewer:12 failed (ECS deployment circuit breaker: tasks failed to start); look at the service's events");

    [Fact]
    public void Missing_tasks_are_no_success() => ShouldFail(
        Service(Wanted, 2, 1, "COMPLETED", ""),
        "FAIL  viewer  runs staging-viewer:12, 1 of 2 tasks; look at the service's events and stopped tasks");

    [Fact]
    public void A_missing_service_is_no_success() => ShouldFail(
        null, "FAIL  viewer  no service staging-viewer-1a2b3c4 in the cluster staging-2855a4a; run pulumi up");

    [Fact]
    public void A_deleted_service_is_no_success() => ShouldFail(
        Service(Wanted, 0, 0, "COMPLETED", "", status: "INACTIVE"),
        "FAIL  viewer  no service staging-viewer-1a2b3c4 in the cluster staging-2855a4a; run pulumi up");

    [Fact]
    public void More_than_ten_services_are_asked_for_in_parts_and_all_are_shown()
    {
        _project.Write(File, Outputs([.. Enumerable.Range(1, 12).Select(i => ($"s{i:00}", $"service-{i:00}", Wanted))]));
        var outcome = Verify(null);
        outcome.ExitCode.ShouldBe(2);
        outcome.Output.TrimEnd('\n').Split('\n').Length.ShouldBe(12);
        _aws.Asked.TrimEnd('\n').Split('\n').Select(line => line.Split(' ').Count(word => word.StartsWith("service-", StringComparison.Ordinal)))
            .ShouldBe([10, 2]);
    }

    [Fact]
    public void A_refusal_of_AWS_is_passed_on()
    {
        _aws.Fails("An error occurred (ClusterNotFoundException) when calling the DescribeServices operation: Cluster not found.");
        Run().ShouldBeRefused(
            "aws ecs describe-services failed: An error occurred (ClusterNotFoundException) when calling the DescribeServices operation: Cluster not found.");
    }

    [Theory]
    [InlineData("{}", "outputs.json: names no services; give the outputs of an updated stack: pulumi stack output --json")]
    [InlineData("{\"services\":{}}", "outputs.json: names no services; give the outputs of an updated stack: pulumi stack output --json")]
    [InlineData("[]", "outputs.json: names no services; give the outputs of an updated stack: pulumi stack output --json")]
    [InlineData("no", "outputs.json: is no JSON; give the file that pulumi stack output --json was written to")]
    [InlineData(
        "{\"services\":{\"viewer\":{\"cluster\":\"c\",\"service\":1}}}",
        "outputs.json: services.viewer.service is missing; update the stack, and read its outputs again",
        "outputs.json: services.viewer.taskDefinition is missing; update the stack, and read its outputs again")]
    public void Wrong_outputs_are_refused(string outputs, params string[] reasons)
    {
        _project.Write(File, outputs);
        Verify(null).ShouldBeRefused(reasons);
        _aws.Asked.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() => _aws.Run(_project.Folder, "verify", "staging", "--outputs", "none.json")
        .ShouldBeRefused("none.json: cannot be read; give the file that pulumi stack output --json was written to");

    [Fact]
    public void Without_a_file_pulumi_is_asked()
    {
        var nothing = new Dictionary<string, string> { ["PATH"] = _project.Folder };
        TestProject.Run(_project.Folder, nothing, "verify", "staging").ShouldBeRefused(
            "The program 'pulumi' was not found; install the Pulumi CLI: https://www.pulumi.com/docs/install/, or give --outputs FILE");
    }

    [EmulatedAwsFact]
    public void The_questions_are_those_of_ECS()
    {
        using var aws = new EmulatedAws();
        aws.Ask("ecs", "create-cluster", "--cluster-name", "staging-2855a4a");
        string[] revisions = [Register(aws), Register(aws)];
        aws.Ask("ecs", "create-service", "--cluster", "staging-2855a4a", "--service-name", "viewer", "--task-definition", revisions[0], "--desired-count", "0");

        _project.Write(File, Outputs(("viewer", "viewer", revisions[1])));
        var outcome = TestProject.Run(_project.Folder, aws.Environment, "verify", "staging", "--outputs", File);
        outcome.Output.ShouldStartWith("FAIL  viewer  runs staging-viewer:1, should run staging-viewer:2: rolled back, or changed by hand");
        outcome.ExitCode.ShouldBe(2);

        _project.Write(File, Outputs(("viewer", "missing", revisions[1])));
        TestProject.Run(_project.Folder, aws.Environment, "verify", "staging", "--outputs", File).Output
            .ShouldBe("FAIL  viewer  no service missing in the cluster staging-2855a4a; run pulumi up\n");
    }

    private static string Register(EmulatedAws aws) => aws.Ask(
        "ecs", "register-task-definition", "--family", "staging-viewer", "--container-definitions", """[{"name":"viewer","image":"viewer","memory":64}]""")
        ["taskDefinition"]!["taskDefinitionArn"]!.GetValue<string>();

    private static string Outputs(params (string Name, string Service, string TaskDefinition)[] services) => new JsonObject
    {
        ["vpcId"] = "vpc-1",
        ["services"] = new JsonObject(services.Select(service => KeyValuePair.Create<string, JsonNode?>(service.Name, new JsonObject
        {
            ["cluster"] = "staging-2855a4a",
            ["service"] = service.Service,
            ["taskDefinition"] = service.TaskDefinition,
        }))),
    }.ToJsonString();

    private static JsonObject Service(string taskDefinition, int desired, int running, string rollout, string reason, string status = "ACTIVE") => new()
    {
        ["serviceName"] = "staging-viewer-1a2b3c4",
        ["status"] = status,
        ["desiredCount"] = desired,
        ["runningCount"] = running,
        ["taskDefinition"] = taskDefinition,
        ["deployments"] = new JsonArray(new JsonObject
        {
            ["status"] = "PRIMARY",
            ["taskDefinition"] = taskDefinition,
            ["rolloutState"] = rollout,
            ["rolloutStateReason"] = reason,
        }),
    };

    private void ShouldFail(JsonObject? service, string line)
    {
        var outcome = Verify(service);
        outcome.Errors.ShouldBeEmpty();
        outcome.Output.ShouldBe($"{line}\n");
        outcome.ExitCode.ShouldBe(2);
    }

    private Outcome Verify(JsonObject? service)
    {
        _aws.Answers(new JsonObject { ["services"] = service is null ? [] : new JsonArray(service), ["failures"] = new JsonArray() }.ToJsonString());
        return Run();
    }

    private Outcome Run() => _aws.Run(_project.Folder, "verify", "staging", "--outputs", File);
}
