using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EcsPlatform.Cli.Tests;
using EcsPlatform.Tests;
using YamlDotNet.RepresentationModel;
using static EcsPlatform.Workflows.Tests.Template;

namespace EcsPlatform.Workflows.Tests;

/// <summary>What an account needs before its first stack, and the roles that the workflows assume.</summary>
public class BootstrapTests
{
    private const string Issuer = "token.actions.githubusercontent.com";

    [ProgramsTheory("cfn-lint")]
    [InlineData("account.yaml")]
    [InlineData("stack.yaml")]
    public void Cfn_lint_has_nothing_to_say(string template)
    {
        using var lint = Process.Start(new ProcessStartInfo("cfn-lint", [PathOf(template)]) { RedirectStandardOutput = true })!;
        lint.StandardOutput.ReadToEnd().ShouldBe("");
        lint.WaitForExit();
        lint.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Nothing_of_the_account_goes_with_the_template() =>
        Resources("account.yaml").Where(resource => resource.Node.At("DeletionPolicy").Text() != "Retain" || resource.Node.At("UpdateReplacePolicy").Text() != "Retain")
            .Select(resource => resource.Name).ShouldBeEmpty();

    [Fact]
    public void State_keeps_its_versions_encrypted_for_the_owner_alone()
    {
        var bucket = Resource("account.yaml", "StateBucket").At("Properties");

        bucket.At("VersioningConfiguration").At("Status").Text().ShouldBe("Enabled");
        var encryption = First(bucket.At("BucketEncryption").At("ServerSideEncryptionConfiguration")).At("ServerSideEncryptionByDefault");
        encryption.At("SSEAlgorithm").Text().ShouldBe("aws:kms");
        encryption.At("KMSMasterKeyID").Text().ShouldBe("StateKey.Arn");
        First(bucket.At("OwnershipControls").At("Rules")).At("ObjectOwnership").Text().ShouldBe("BucketOwnerEnforced");
        bucket.At("PublicAccessBlockConfiguration").Scalars().Select(scalar => $"{scalar.Key} {scalar.Value.Text()}")
            .ShouldBe(["BlockPublicAcls true", "BlockPublicPolicy true", "IgnorePublicAcls true", "RestrictPublicBuckets true"]);
        var old = First(bucket.At("LifecycleConfiguration").At("Rules")).At("NoncurrentVersionExpiration");
        old.At("NoncurrentDays").Text().ShouldBe("365");
        old.At("NewerNoncurrentVersions").Text().ShouldBe("100");
    }

    [Fact]
    public void State_is_not_sent_in_plain_text()
    {
        var statement = First(Resource("account.yaml", "StateBucketPolicy").At("Properties").At("PolicyDocument").At("Statement"));

        statement.At("Effect").Text().ShouldBe("Deny");
        statement.At("Principal").Text().ShouldBe("*");
        statement.At("Resource").Scalars().Select(scalar => scalar.Value.Text()).ShouldBe(["StateBucket.Arn", "${StateBucket.Arn}/*"]);
        statement.At("Condition").At("Bool").At("aws:SecureTransport").Text().ShouldBe("false");
    }

    [Fact]
    public void Keys_rotate_and_belong_to_the_account()
    {
        foreach (var key in Resources("account.yaml").Where(resource => resource.Node.At("Type").Text() == "AWS::KMS::Key").Select(key => key.Node.At("Properties")))
        {
            key.At("EnableKeyRotation").Text().ShouldBe("true");
            First(key.At("KeyPolicy").At("Statement")).At("Principal").At("AWS").Text().ShouldBe("arn:${AWS::Partition}:iam::${AWS::AccountId}:root");
        }
    }

    [Theory]
    [InlineData("DeployRole", "repo:${Repository}:environment:${Stack}")]
    [InlineData("PreviewRole", "repo:${Repository}:environment:${Stack}-preview")]
    public void A_role_trusts_one_environment_of_one_repository(string role, string subject)
    {
        var trust = Resource("stack.yaml", role).At("Properties").At("AssumeRolePolicyDocument").At("Statement");

        ((YamlSequenceNode)trust!).Children.Count.ShouldBe(1);
        First(trust).At("Condition").Scalars().Select(scalar => $"{scalar.Key} {scalar.Value.Text()}").ShouldBe([$"{Issuer}:aud sts.amazonaws.com", $"{Issuer}:sub {subject}"]);
        First(trust).At("Condition").Keys().ShouldBe(["StringEquals"]);
    }

    [Fact]
    public void No_role_is_allowed_actions_by_wildcard() =>
        Statements("stack.yaml").Where(statement => statement.At("Effect").Text() == "Allow")
            .SelectMany(statement => statement.At("Action").Scalars().Select(action => action.Value.Text()))
            .Where(action => action.Contains('*')).ShouldBeEmpty();

    [Fact]
    public void A_role_lasts_as_long_as_the_workflows_ask() =>
        Workflow.All.SelectMany(workflow => workflow.Root.Scalars()).Where(scalar => scalar.Key == "role-duration-seconds").Select(scalar => scalar.Value.Text())
            .ShouldBe([.. Enumerable.Repeat(Resource("stack.yaml", "DeployRole").At("Properties").At("MaxSessionDuration").Text(), 2)]);

    /// <summary>Whoever deploys touches the roles named after the stack's environment: the accepted plans have no others.</summary>
    [Fact]
    public void The_stacks_name_their_roles_after_their_environments()
    {
        var others = from stack in DeployRules.Committed
                     let file = Path.Combine(RepositoryFolder.Path, "stacks/plans", $"{stack}.json")
                     where File.Exists(file)
                     let environment = Stacks.EnvironmentOf(stack)
                     from resource in JsonNode.Parse(File.ReadAllText(file))!["deployment"]!["resources"]!.AsArray()
                     where resource!["type"]!.ToString() is "aws:iam/role:Role" or "aws:iam/policy:Policy" or "aws:iam/instanceProfile:InstanceProfile"
                     let urn = resource["urn"]!.ToString()
                     let name = resource["inputs"]?["name"]?.ToString() ?? urn.Split("::")[^1]
                     where !name.StartsWith($"{environment}-", StringComparison.Ordinal)
                     select urn;

        others.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Stack", "sandbox-2", true)]
    [InlineData("Stack", "staging", true)]
    [InlineData("Stack", "2-sandbox", false)]
    [InlineData("Stack", "sandbox-", false)]
    [InlineData("Stack", "staging*", false)]
    [InlineData("Stack", "ecs", false)]
    [InlineData("Stack", "ecs-platform", false)]
    [InlineData("Stack", "pulumi", false)]
    [InlineData("Stack", "ecsdemo", true)]
    [InlineData("EnvironmentName", "", true)]
    [InlineData("EnvironmentName", "anna-sandbox", true)]
    [InlineData("EnvironmentName", "*", false)]
    [InlineData("EnvironmentName", "anna-", false)]
    [InlineData("EnvironmentName", "ecs-sandbox", false)]
    [InlineData("EnvironmentName", "pulumi-state", false)]
    public void A_name_is_whole(string parameter, string value, bool allowed)
    {
        var pattern = Section("stack.yaml", "Parameters").Single(entry => entry.Name == parameter).Node.At("AllowedPattern").Text();

        Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(allowed);
    }

    [EmulatedAwsFact]
    public void Both_templates_deploy()
    {
        using var aws = new EmulatedAws();

        Create(aws, "ecs-platform-account", "account.yaml");
        Create(aws, "ecs-platform-staging", "stack.yaml", "ParameterKey=Stack,ParameterValue=staging", "ParameterKey=Repository,ParameterValue=example-org/platform");
        Create(
            aws,
            "ecs-platform-sandbox",
            "stack.yaml",
            "ParameterKey=Stack,ParameterValue=sandbox",
            "ParameterKey=EnvironmentName,ParameterValue=anna-sandbox",
            "ParameterKey=Repository,ParameterValue=example-org/platform");

        var stacks = aws.Ask("cloudformation", "describe-stacks", "--query", "Stacks[?StackName != 'ecs-platform-sandbox'].Outputs[].[OutputKey, OutputValue]").AsArray().ToDictionary(pair => $"{pair![0]}", pair => $"{pair![1]}");
        stacks["Backend"].ShouldBe("s3://pulumi-state-123456789012-eu-west-1?region=eu-west-1&awssdk=v2");
        stacks["SecretsProvider"].ShouldBe("awskms://alias/pulumi-secrets?region=eu-west-1");
        aws.Ask("s3api", "get-bucket-encryption", "--bucket", "pulumi-state-123456789012-eu-west-1")["ServerSideEncryptionConfiguration"]!["Rules"]![0]!
            ["ApplyServerSideEncryptionByDefault"]!["KMSMasterKeyID"]!.ToString().ShouldBe(stacks["StateKey"]);
        stacks["SecretsKey"].ShouldEndWith(aws.Ask("kms", "list-aliases", "--query", "Aliases[?AliasName=='alias/pulumi-secrets'].TargetKeyId")[0]!.ToString());
        var role = aws.Ask("iam", "get-role", "--role-name", "ecs-platform-deploy-staging")["Role"]!;
        role["Arn"]!.ToString().ShouldBe(stacks["DeployRole"]);
        role["AssumeRolePolicyDocument"]!["Statement"]![0]!["Condition"]!["StringEquals"]![$"{Issuer}:sub"]!.ToString().ShouldBe("repo:example-org/platform:environment:staging");
        OwnRolesOf(aws, "staging").ShouldBe(["instance-profile/staging-*", "policy/staging-*", "role/staging-*"]);
        OwnRolesOf(aws, "sandbox").ShouldBe(["instance-profile/anna-sandbox-*", "policy/anna-sandbox-*", "role/anna-sandbox-*"]);
    }

    // The emulator gives a policy that a template made as a text which is no JSON.
    private static IEnumerable<string> OwnRolesOf(EmulatedAws aws, string stack) => Regex
        .Matches(
            aws.Ask("iam", "get-role-policy", "--role-name", $"ecs-platform-deploy-{stack}", "--policy-name", "own-roles")["PolicyDocument"]!.ToString(),
            "arn:aws:iam::[0-9]+:([^'\"]+)",
            RegexOptions.None,
            TimeSpan.FromSeconds(1))
        .Select(arn => arn.Groups[1].Value);

    private static void Create(EmulatedAws aws, string name, string template, params string[] parameters)
    {
        string[] given = parameters.Length == 0 ? [] : ["--parameters", .. parameters];
        aws.Ask(["cloudformation", "create-stack", "--stack-name", name, "--template-body", $"file://{PathOf(template)}", "--capabilities", "CAPABILITY_NAMED_IAM", .. given]);
    }
}
