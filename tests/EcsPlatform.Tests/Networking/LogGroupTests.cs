using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Pulumi;

namespace EcsPlatform.Tests.Networking;

public class LogGroupTests
{
    private const string Type = "aws:cloudwatch/logGroup:LogGroup";

    [Fact]
    public void All_defaults()
    {
        var group = new LogGroup.Create();
        (group.NamePrefix, group.RetentionDays, group.SkipDestroy).ShouldBe((null, 90, false));
        group.KmsKeyArn.ShouldBeNull();
        group.Problems("logs").ShouldBeEmpty();
        new LogGroup.Adopt("/ecs/staging").Problems("logs").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        new LogGroup.Create { RetentionDays = 0, NamePrefix = "a b" }.Problems("logs").Select(problem => problem.ToString()).ShouldBe([
            LogRetention.Problem("logs.retentionDays", 0).ToString(),
            "logs.namePrefix: 'a b'. Allowed: 1 to 480 letters, digits and . - _ / #. Choose a prefix that CloudWatch Logs allows.",
        ]);
        new LogGroup.Create { NamePrefix = new string('a', 481) }.Problems("logs").Count().ShouldBe(1);
        new LogGroup.Adopt("arn:aws:logs:eu-west-1:111111111111:log-group:a").Problems("logs").Select(problem => problem.ToString()).ShouldBe([
            "logs.name: 'arn:aws:logs:eu-west-1:111111111111:log-group:a'. Allowed: 1 to 512 letters, digits and . - _ / #. Give the group's name, not its ARN.",
        ]);
    }

    [Fact]
    public async Task A_new_group_forgets_after_a_time_and_goes_when_deleted()
    {
        var plan = await PlanOf(new LogGroup.Create());
        var group = plan.Only(Type, "test");
        group.Number("retentionInDays").ShouldBe(90);
        group.Flag("skipDestroy").ShouldBeFalse();
        (group.Input("name"), group.Input("namePrefix"), group.Input("kmsKeyId")).ShouldBe((null, null, null));
        plan.Root.OutputText("name").ShouldBe(group.OutputText("name"));
        plan.Root.OutputText("arn").ShouldBe(group.OutputText("arn"));
    }

    [Fact]
    public async Task A_group_of_the_program_is_taken_as_it_is()
    {
        var shared = new LogGroup.Shared(new LogGroupOutputs(Output.Create("/ecs/all"), Output.Create("arn:aws:logs:eu-west-1:111111111111:log-group:/ecs/all")));
        shared.Problems("logs").ShouldBeEmpty();
        var plan = await PlanOf(shared);
        plan.All(Type).ShouldBeEmpty();
        (plan.Root.OutputText("name"), plan.Root.OutputText("arn")).ShouldBe(("/ecs/all", "arn:aws:logs:eu-west-1:111111111111:log-group:/ecs/all"));
    }

    [Fact]
    public async Task A_new_group_has_a_prefix_a_key_and_stays_when_asked()
    {
        var group = (await PlanOf(new LogGroup.Create
        {
            NamePrefix = "/ecs/test-",
            RetentionDays = 365,
            SkipDestroy = true,
            KmsKeyArn = "arn:aws:kms:eu-west-1:111111111111:key/0a1b",
        })).Only(Type);
        group.Text("namePrefix").ShouldBe("/ecs/test-");
        group.Number("retentionInDays").ShouldBe(365);
        group.Flag("skipDestroy").ShouldBeTrue();
        group.Text("kmsKeyId").ShouldBe("arn:aws:kms:eu-west-1:111111111111:key/0a1b");
    }

    [Fact]
    public async Task A_group_that_exists_is_named_and_nothing_is_made()
    {
        var plan = await PlanOf(new LogGroup.Adopt("/ecs/staging"));
        plan.All(Type).ShouldBeEmpty();
        plan.Root.OutputText("name").ShouldBe("/ecs/staging");
        plan.Root.OutputText("arn").ShouldBe("arn:aws:logs:eu-west-1:111111111111:log-group:/ecs/staging");
    }

    private static Task<Plan> PlanOf(LogGroup group) => TestPlan.OfAsync(() =>
    {
        var outputs = LogGroups.Add("test", group, Valid.Account, new CustomResourceOptions());
        return new Dictionary<string, object?> { ["name"] = outputs.Name, ["arn"] = outputs.Arn };
    });
}
