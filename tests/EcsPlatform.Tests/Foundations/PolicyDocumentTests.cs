using EcsPlatform.Foundations;
using Pulumi;
using Pulumi.Utilities;

namespace EcsPlatform.Tests.Foundations;

public class PolicyDocumentTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_statement_is_written_sorted_with_single_values_as_text() =>
        (await ValueOf(PolicyDocument.Json(new PolicyStatement
        {
            Actions = ["logs:PutLogEvents", "logs:CreateLogStream"],
            Resources = [Output.Create("arn:b"), "arn:a"],
            Conditions =
            [
                new PolicyCondition("StringEquals", "aws:SourceAccount", "111111111111"),
                new PolicyCondition("ArnLike", "aws:SourceArn", "arn:y"),
                new PolicyCondition("ArnLike", "aws:SourceArn", "arn:x"),
            ],
        }))).ShouldBe(
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],
            "Resource":["arn:a","arn:b"],"Condition":{"ArnLike":{"aws:SourceArn":["arn:x","arn:y"]},
            "StringEquals":{"aws:SourceAccount":"111111111111"}}}]}
            """.ReplaceLineEndings(""));

    [Fact]
    public async Task Statements_keep_their_order_and_their_own_resources() =>
        (await ValueOf(PolicyDocument.Json(
            new PolicyStatement { Actions = ["a:B"], Resources = ["arn:1"] },
            new PolicyStatement { Actions = ["c:D"], Resources = ["arn:2"], Deny = true, Everybody = true }))).ShouldBe(
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:B","Resource":"arn:1"},
            {"Effect":"Deny","Principal":{"AWS":"*"},"Action":"c:D","Resource":"arn:2"}]}
            """.ReplaceLineEndings(""));

    [Fact]
    public async Task A_service_may_take_a_role_for_one_account_only() =>
        (await ValueOf(PolicyDocument.Trust("ecs-tasks.amazonaws.com", "111111111111"))).ShouldBe(
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},
            "Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"111111111111"}}}]}
            """.ReplaceLineEndings(""));

    [Fact]
    public async Task A_service_may_take_a_role_for_some_resources_only() =>
        (await ValueOf(PolicyDocument.Trust("ecs-tasks.amazonaws.com", "111111111111", "arn:aws:ecs:eu-west-1:111111111111:*"))).ShouldBe(
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},
            "Action":"sts:AssumeRole","Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:ecs:eu-west-1:111111111111:*"},
            "StringEquals":{"aws:SourceAccount":"111111111111"}}}]}
            """.ReplaceLineEndings(""));

    [Fact]
    public async Task Instances_may_take_a_role() =>
        (await ValueOf(PolicyDocument.InstanceTrust())).ShouldBe(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""");

    [Fact]
    public async Task Principals_and_services_stand_side_by_side_sorted() =>
        (await ValueOf(PolicyDocument.Json(new PolicyStatement
        {
            Actions = ["a:B"],
            Principals = ["arn:aws:iam::222222222222:root", "arn:aws:iam::111111111111:root"],
            Services = ["logs.eu-west-1.amazonaws.com"],
        }))).ShouldBe(
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111111111111:root",
            "arn:aws:iam::222222222222:root"],"Service":"logs.eu-west-1.amazonaws.com"},"Action":"a:B"}]}
            """.ReplaceLineEndings(""));

    [Fact]
    public async Task A_policy_is_unknown_as_long_as_an_ARN_in_it_is()
    {
        var policy = PolicyDocument.Json(new PolicyStatement { Actions = ["a:B"], Resources = [OutputUtilities.CreateUnknown("")] });
        (await OutputUtilities.GetIsKnownAsync(policy).WaitAsync(Patience)).ShouldBeFalse();
    }

    private static Task<string> ValueOf(Output<string> output) => OutputUtilities.GetValueAsync(output).WaitAsync(Patience);
}
