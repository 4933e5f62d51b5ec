using System.Collections.Immutable;

namespace EcsPlatform.Stacks;

/// <summary>The commands that tell why a service does not run as it should; none of them changes anything.</summary>
/// <param name="Region">The region.</param>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="Service">The ECS service's name.</param>
/// <param name="TaskDefinition">The ARN of the task definition that it should run.</param>
/// <param name="LogGroup">The log group that its containers write to, which other services may write to as well.</param>
/// <param name="TargetGroup">The ARN of its target group; null without one.</param>
/// <param name="Containers">The names of its containers.</param>
public sealed record ServiceCommands(
    string Region, string Cluster, string Service, string TaskDefinition, string LogGroup, string? TargetGroup, ImmutableArray<string> Containers)
{
    /// <summary>The commands, by what they show; their names begin with the order in which to use them.</summary>
    public ImmutableSortedDictionary<string, string> All => new[]
    {
        ("1-events", $"{Ecs("describe-services")} --services {Service} --query 'services[0].events[:15].[createdAt,message]' --output text"),
        ("2-stopped-reasons",
            $"{Ecs("describe-tasks")} --tasks {Tasks("STOPPED")} "
            + "--query 'tasks[].[taskDefinitionArn,stopCode,stoppedReason,containers[].reason]' --output json"),
        ("3-targets", TargetGroup is null
            ? ""
            : $"aws elbv2 describe-target-health --region {Region} --target-group-arn {TargetGroup} "
                + "--query 'TargetHealthDescriptions[].[Target.Id,TargetHealth.State,TargetHealth.Reason]' --output text"),
        ("4-logs", string.Join(" && ", Containers.Select(Logs))),
        ("5-host-shell", $"aws ssm start-session --region {Region} --target {Host}"),
        ("6-agent-log", OnHost("/var/log/ecs/ecs-agent.log")),
        ("7-efs-mount-log", OnHost("/var/log/amazon/efs/mount.log")),
        ("8-memory-required", $"aws ecs describe-task-definition --region {Region} --task-definition {Family} --query 'taskDefinition.memory' --output text"),
        ("9-memory-registered",
            $"{Ecs("describe-container-instances")} --container-instances $({Ecs("list-container-instances")} --query 'containerInstanceArns' --output text) "
            + "--query 'containerInstances[].[ec2InstanceId,registeredResources[?name==`MEMORY`]|[0].integerValue,remainingResources[?name==`MEMORY`]|[0].integerValue]' "
            + "--output text"),
    }.Where(command => command.Item2.Length > 0).ToImmutableSortedDictionary(command => command.Item1, command => command.Item2, StringComparer.Ordinal);

    // Its newest revision: one that finds no room never runs.
    private string Family => TaskDefinition.Split('/')[^1].Split(':')[0];

    // An instance with a task of the service, or with one that stopped: where none stays up, its agent knows why. Tasks that wait for an
    // instance have none.
    private string Host =>
        $"$({Ecs("describe-container-instances")} --container-instances $({Ecs("describe-tasks")} --tasks {Tasks("RUNNING")} {Tasks("STOPPED")} "
        + "--query 'tasks[?containerInstanceArn]|[0].containerInstanceArn' --output text) --query 'containerInstances[0].ec2InstanceId' --output text)";

    private string Tasks(string status) =>
        $"$({Ecs("list-tasks")} --service-name {Service} --desired-status {status} --query 'taskArns[:10]' --output text)";

    // Streams are called after the container and the task; a container's prefix keeps other services' out of it:
    // https://docs.aws.amazon.com/cli/latest/reference/logs/tail.html
    private string Logs(string container) => $"aws logs tail {LogGroup} --region {Region} --since 1h --log-stream-name-prefix ecs/{container}/";

    private string Ecs(string action) => $"aws ecs {action} --region {Region} --cluster {Cluster}";

    // The files: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/logs.html and https://docs.aws.amazon.com/efs/latest/ug/efs-mount-helper.html
    private string OnHost(string file) =>
        $"aws ssm start-session --region {Region} --target {Host} --document-name AWS-StartInteractiveCommand --parameters 'command=[\"sudo tail -n 200 {file}\"]'";
}
