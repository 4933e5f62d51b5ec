using EcsPlatform.Networking;
using EcsPlatform.Testing;
using Pulumi;

namespace EcsPlatform.Tests.Networking;

public class LogForwardingTests
{
    private static readonly LogForwarding Central = new() { DestinationArn = "arn:aws:logs:eu-west-1:222222222222:destination:central" };

    [Fact]
    public void All_defaults()
    {
        (Central.FilterPattern, Central.ByLogStream).ShouldBe(("", true));
        Problems(Central).ShouldBeEmpty();
        new ServiceLogArgs { Group = new LogGroup.Create() }.Forwarding.ShouldBeNull();
    }

    [Theory]
    [InlineData("arn:aws:logs:eu-west-1:222222222222:log-group:central")]
    [InlineData("arn:aws:logs:eu-west-2:222222222222:destination:central")]
    [InlineData("arn:aws:lambda:eu-west-1:222222222222:function:central")]
    [InlineData("central")]
    public void A_destination_is_one_of_CloudWatch_Logs_in_the_same_region(string arn) => Problems(Central with { DestinationArn = arn }).ShouldBe([
        $"logs.forwarding.destination: '{arn}'. Allowed: the ARN of a destination of CloudWatch Logs in eu-west-1. " +
            "Give the destination that the receiving account made in this region.",
    ]);

    [Fact]
    public void Every_problem_is_reported() =>
        new ServiceLogArgs
        {
            Group = new LogGroup.Adopt("a b"),
            Forwarding = new LogForwarding { DestinationArn = "", FilterPattern = new string('a', 1025) },
        }.Problems("logs", Valid.Account).Select(problem => problem.ToString()).ShouldBe([
            "logs.group.name: 'a b'. Allowed: 1 to 512 letters, digits and . - _ / #. Give the group's name, not its ARN.",
            "logs.forwarding.destination: ''. Allowed: the ARN of a destination of CloudWatch Logs in eu-west-1. " +
                "Give the destination that the receiving account made in this region.",
            "logs.forwarding.filterPattern: 1025 characters. Allowed: at most 1024. Shorten the pattern.",
        ]);

    [Fact]
    public async Task Events_are_chosen_and_spread_when_asked()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var group = LogGroups.Add("test", new LogGroup.Adopt("/ecs/staging"), Valid.Account, new CustomResourceOptions());
            (Central with { FilterPattern = "ERROR", ByLogStream = false }).Add("test", group, new CustomResourceOptions());
            return new Dictionary<string, object?>();
        });
        var filter = plan.Only("aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", "test");
        (filter.Text("logGroup"), filter.Text("filterPattern"), filter.Text("distribution")).ShouldBe(("/ecs/staging", "ERROR", "Random"));
    }

    private static IEnumerable<string> Problems(LogForwarding forwarding) =>
        forwarding.Problems("logs.forwarding", Valid.Account).Select(problem => problem.ToString());
}
