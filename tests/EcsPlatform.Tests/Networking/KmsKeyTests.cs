using System.Text.Json;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Networking;

public class KmsKeyTests
{
    private static readonly KmsKeyArgs Args = new() { Account = Valid.Account, Description = "Logs of test" };

    [Fact]
    public void All_defaults()
    {
        (Args.CloudWatchLogs, Args.DeletionWindowDays, Args.Publishers.Length).ShouldBe((false, 30, 0));
        Args.Problems("key").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        (Args with { Account = new AwsAccount("1", "eu-west-1"), Description = " ", DeletionWindowDays = 13 }).Problems("key")
            .Select(problem => problem.ToString()).ShouldBe([
                "key.account.id: '1'. Allowed: an account's twelve digits. Give the account's number.",
                "key.description: nothing. Allowed: a text. Say what the key is for.",
                "key.deletionWindow: 13 days. Allowed: 14 to 30 days. Choose a time in between.",
            ]);
        (Args with { DeletionWindowDays = 31 }).Problems("key").Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_key_rotates_can_be_brought_back_and_trusts_only_its_account()
    {
        var plan = await PlanOf(Args);
        var key = plan.Only("aws:kms/key:Key", "test");
        key.Text("description").ShouldBe("Logs of test");
        key.Flag("enableKeyRotation").ShouldBeTrue();
        key.Number("deletionWindowInDays").ShouldBe(30);
        var statement = Statements(key).ShouldHaveSingleItem();
        statement.GetProperty("Effect").GetString().ShouldBe("Allow");
        statement.GetProperty("Principal").GetRawText().ShouldBe("""{"AWS":"arn:aws:iam::111111111111:root"}""");
        var actions = statement.GetProperty("Action").EnumerateArray().Select(action => action.GetString()!).ToList();
        actions.ShouldAllBe(action => !action.Contains('*'));
        // Without these nobody could change or delete the key any more, or use it.
        actions.ShouldContain("kms:PutKeyPolicy");
        actions.ShouldContain("kms:ScheduleKeyDeletion");
        actions.ShouldContain("kms:Decrypt");
        plan.Only("ecs-platform:networking:KmsKey").OutputText("arn").ShouldBe(key.OutputText("arn"));
    }

    [Fact]
    public async Task CloudWatch_uses_it_only_for_log_groups_of_the_account_and_when_asked()
    {
        var statements = Statements((await PlanOf(Args with { CloudWatchLogs = true })).Only("aws:kms/key:Key"));
        statements.Count.ShouldBe(2);
        statements[1].GetProperty("Principal").GetRawText().ShouldBe("""{"Service":"logs.eu-west-1.amazonaws.com"}""");
        statements[1].GetProperty("Condition").GetRawText()
            .ShouldBe("""{"ArnLike":{"kms:EncryptionContext:aws:logs:arn":"arn:aws:logs:eu-west-1:111111111111:log-group:*"}}""");
        statements[1].GetProperty("Action").EnumerateArray().Select(action => action.GetString()).ShouldBe([
            "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo",
        ]);
    }

    [Fact]
    public async Task Wrong_arguments_end_the_program_with_every_problem() =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => PlanOf(Args with { Description = "", DeletionWindowDays = 7 })))
            .Message.ShouldStartWith("KmsKey 'test': 2 problems\n  test.description: nothing.");

    private static List<JsonElement> Statements(PlannedResource key) => [.. key.Json("policy").GetProperty("Statement").EnumerateArray()];

    private static Task<Plan> PlanOf(KmsKeyArgs args) => TestPlan.OfAsync(() => { _ = new KmsKey("test", args); });
}
