using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks.Tests;

public class LogSettingsTests
{
    private const string Destination = "arn:aws:logs:eu-west-1:222222222222:destination:central";
    private static readonly AwsAccount Account = new("111111111111", "eu-west-1");

    [Fact]
    public void Without_a_group_each_service_has_its_own() => new LogSettings(null, null).Args.ShouldBeNull();

    [Fact]
    public void A_group_is_adopted_and_its_events_go_on_when_asked()
    {
        new LogSettings("/ecs/staging", null).Args.ShouldBe(new ServiceLogArgs { Group = new LogGroup.Adopt("/ecs/staging") });
        new LogSettings("/ecs/staging", Destination).Args!.Forwarding.ShouldBe(new LogForwarding { DestinationArn = Destination });
        new LogSettings("/ecs/staging", Destination).Problems("ecs-platform:logs", Account).ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        new LogSettings(null, Destination).Problems("ecs-platform:logs", Account).Select(problem => problem.ToString()).ShouldBe([
            "ecs-platform:logs.forwardTo: no log group. Allowed: a log group that exists. Name it in 'group', or leave 'forwardTo' out.",
        ]);
        new LogSettings("a b", "central").Problems("ecs-platform:logs", Account).Select(problem => problem.ToString()).ShouldBe([
            "ecs-platform:logs.group.name: 'a b'. Allowed: 1 to 512 letters, digits and . - _ / #. Give the group's name, not its ARN.",
            "ecs-platform:logs.forwarding.destination: 'central'. Allowed: the ARN of a destination of CloudWatch Logs in eu-west-1. " +
                "Give the destination that the receiving account made in this region.",
        ]);
    }
}
