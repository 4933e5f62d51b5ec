using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EcsPlatform.Tests;

namespace EcsPlatform.Workflows.Tests;

/// <summary>The role that deploys: what is another stack's stays.</summary>
public class DeployRoleTests
{
    private const string Bucket = "arn:aws:s3:::pulumi-state-123456789012-eu-west-1";

    private static readonly StackRole Sandbox = new("DeployRole", "sandbox", "anna-sandbox");

    [Theory]
    [InlineData("backups/ecs-platform/sandbox/sandbox.1732220000000000000.json")]
    [InlineData("history/ecs-platform/sandbox/sandbox-1732220000000000000.checkpoint.json")]
    [InlineData("journal/ecs-platform/sandbox/manifest.json")]
    [InlineData("locks/organization/ecs-platform/sandbox/0b4198db-2d3b-4861-9101-767913371a01.json")]
    [InlineData("stacks/ecs-platform/sandbox.json")]
    [InlineData("stacks/ecs-platform/sandbox.json.bak")]
    [InlineData("stacks/ecs-platform/sandbox.json.gz")]
    [InlineData("stacks/ecs-platform/sandbox.pulumi-tags")]
    public void It_writes_the_state_of_its_stack_alone(string key)
    {
        foreach (var action in new[] { "s3:PutObject", "s3:DeleteObject" })
        {
            Sandbox.Denies(action, $"{Bucket}/.pulumi/{key}").ShouldBeFalse();
            Sandbox.Denies(action, $"{Bucket}/.pulumi/{key.Replace("sandbox", "live", StringComparison.Ordinal)}").ShouldBeTrue();
            Sandbox.Denies(action, $"{Bucket}/.pulumi/{key.Replace("sandbox", "sandbox-2", StringComparison.Ordinal)}").ShouldBeTrue();
            Sandbox.Denies(action, $"{Bucket}/.pulumi/{key.Replace("ecs-platform", "another", StringComparison.Ordinal)}").ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("s3:PutObject", "/.pulumi/meta.yaml")]
    [InlineData("s3:DeleteObject", "/.pulumi/meta.yaml")]
    [InlineData("s3:DeleteObjectVersion", "/.pulumi/stacks/ecs-platform/sandbox.json")]
    [InlineData("s3:DeleteBucket", "")]
    [InlineData("s3:PutBucketVersioning", "")]
    public void What_all_stacks_need_stays(string action, string key) => Sandbox.Denies(action, Bucket + key).ShouldBeTrue();

    /// <summary>Reading is not restricted, nor what bears nobody's name.</summary>
    [Theory]
    [InlineData("s3:GetObject", "arn:aws:s3:::library-jars/copy-file-to-efs/copy-file-to-efs-1.1.jar")]
    [InlineData("sqs:SetQueueAttributes", "arn:aws:sqs:eu-west-1:123456789012:shared")]
    [InlineData("ecs:UpdateService", "arn:aws:ecs:eu-west-1:123456789012:service/shared/anna-sandbox-viewer")]
    [InlineData("ecs:DeregisterTaskDefinition", "*")]
    public void What_is_shared_can_be_used(string action, string arn) => Sandbox.Denies(action, arn).ShouldBeFalse();

    /// <summary>Of the accepted plans, each stack's role may change what the stack makes, and nothing that another one does.</summary>
    [Fact]
    public void It_takes_away_what_its_stack_makes_alone()
    {
        Dictionary<string, string[]> actions = new()
        {
            ["aws:ecs/cluster:Cluster"] = ["ecs:DeleteCluster"],
            ["aws:ecs/service:Service"] = ["ecs:DeleteService", "ecs:UpdateService"],
            ["aws:lambda/alias:Alias"] = ["lambda:DeleteAlias", "lambda:UpdateAlias"],
            ["aws:lambda/function:Function"] = ["lambda:DeleteFunction", "lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration"],
            ["aws:s3/bucket:Bucket"] = ["s3:DeleteBucket"],
            ["aws:sqs/queue:Queue"] = ["sqs:DeleteQueue", "sqs:PurgeQueue"],
        };
        var made = (from stack in DeployRules.Committed
                    from resource in JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "stacks/plans", $"{stack}.json")))!["deployment"]!["resources"]!.AsArray()
                    where actions.ContainsKey(resource!["type"]!.ToString())
                    let arn = Account().Replace(resource["outputs"]!["arn"]!.ToString(), ":123456789012:")
                    from action in actions[resource["type"]!.ToString()]
                    select (Stack: stack, Action: action, Arn: arn)).ToList();

        made.Select(change => change.Action).Distinct().Order(StringComparer.Ordinal).ShouldBe(actions.Values.SelectMany(all => all).Order(StringComparer.Ordinal));
        var wrong = from stack in DeployRules.Committed
                    let role = new StackRole("DeployRole", stack, Stacks.EnvironmentOf(stack))
                    from change in made
                    where role.Denies(change.Action, change.Arn) == (change.Stack == stack)
                    select $"{stack}: {change.Action} {change.Arn}";
        wrong.ShouldBeEmpty();
    }

    /// <summary>An environment whose name goes on where another one's ends is not told from it, which the page says.</summary>
    [Fact]
    public void A_longer_name_is_not_told_apart() =>
        Sandbox.Denies("sqs:DeleteQueue", "arn:aws:sqs:eu-west-1:123456789012:anna-sandbox-2-ark-ingestion").ShouldBeFalse();

    private static Regex Account() => new(":[0-9]{12}:", RegexOptions.None, TimeSpan.FromSeconds(1));
}
