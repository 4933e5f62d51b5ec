using System.Diagnostics;

namespace EcsPlatform.Stacks.Tests;

public class ServiceCommandsTests
{
    private static readonly ServiceCommands Viewer = new(
        "eu-west-1",
        "live-1a2b3c4",
        "live-viewer-5d6e7f8",
        "arn:aws:ecs:eu-west-1:111111111111:task-definition/live-viewer:7",
        "/ecs/live",
        "arn:aws:elb:…",
        ["viewer"]);

    [Fact]
    public void They_come_in_the_order_in_which_to_ask() => Viewer.All.Keys.ShouldBe([
        "1-events", "2-stopped-reasons", "3-targets", "4-logs", "5-host-shell", "6-agent-log", "7-efs-mount-log", "8-memory-required", "9-memory-registered",
    ]);

    [Fact]
    public void A_service_without_a_route_has_no_targets() => (Viewer with { TargetGroup = null }).All.Keys.ShouldNotContain("3-targets");

    [Fact]
    public void They_name_the_service_s_own_things()
    {
        Viewer.All["1-events"].ShouldBe(
            "aws ecs describe-services --region eu-west-1 --cluster live-1a2b3c4 --services live-viewer-5d6e7f8 " +
            "--query 'services[0].events[:15].[createdAt,message]' --output text");
        Viewer.All["8-memory-required"].ShouldContain("--task-definition live-viewer --query");
        Viewer.All["4-logs"].ShouldBe("aws logs tail /ecs/live --region eu-west-1 --since 1h --log-stream-name-prefix ecs/viewer/");
        Viewer.All["7-efs-mount-log"].ShouldEndWith("""--parameters 'command=["sudo tail -n 200 /var/log/amazon/efs/mount.log"]'""");
    }

    [Fact]
    public void The_logs_of_each_container_come_one_after_the_other() => (Viewer with { Containers = ["api", "solr"] }).All["4-logs"].ShouldBe(
        "aws logs tail /ecs/live --region eu-west-1 --since 1h --log-stream-name-prefix ecs/api/ && " +
        "aws logs tail /ecs/live --region eu-west-1 --since 1h --log-stream-name-prefix ecs/solr/");

    [Fact]
    public void A_host_is_one_of_a_task_that_runs_or_of_one_that_stopped() => Viewer.All["5-host-shell"].ShouldBe(
        "aws ssm start-session --region eu-west-1 --target $(aws ecs describe-container-instances --region eu-west-1 --cluster live-1a2b3c4 --container-instances " +
        "$(aws ecs describe-tasks --region eu-west-1 --cluster live-1a2b3c4 --tasks " +
        "$(aws ecs list-tasks --region eu-west-1 --cluster live-1a2b3c4 --service-name live-viewer-5d6e7f8 --desired-status RUNNING --query 'taskArns[:10]' --output text) " +
        "$(aws ecs list-tasks --region eu-west-1 --cluster live-1a2b3c4 --service-name live-viewer-5d6e7f8 --desired-status STOPPED --query 'taskArns[:10]' --output text) " +
        "--query 'tasks[?containerInstanceArn]|[0].containerInstanceArn' --output text) --query 'containerInstances[0].ec2InstanceId' --output text)");

    [Fact]
    public async Task A_shell_reads_them()
    {
        foreach (var command in Viewer.All.Values)
        {
            using var bash = Process.Start(new ProcessStartInfo("bash", ["-n", "-c", command]) { RedirectStandardError = true })!;
            var errors = await bash.StandardError.ReadToEndAsync();
            await bash.WaitForExitAsync();
            (bash.ExitCode, errors).ShouldBe((0, ""), command);
        }
    }
}
