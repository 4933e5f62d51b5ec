using System.Text.RegularExpressions;
using EcsPlatform.Tests;

namespace EcsPlatform.Workflows.Tests;

/// <summary>The role that previews: it may do what programs ask of AWS while they are previewed, and reads nothing else.</summary>
public class PreviewRoleTests
{
    // Of what https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ViewOnlyAccess.html lists, what a look-up needs.
    private static readonly string[] ViewOnly =
    [
        "ec2:DescribeNetworkAcls", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcAttribute", "ec2:DescribeVpcs",
        "ecr:DescribeRepositories", "ecs:DescribeClusters", "elasticfilesystem:DescribeFileSystems", "route53:GetHostedZone", "route53:ListResourceRecordSets",
        "route53:ListTagsForResource",
    ];

    // What the provider asks AWS for each.
    private static readonly Dictionary<string, string[]> LookUps = new()
    {
        ["Ec2.GetManagedPrefixList"] = ["ec2:DescribeManagedPrefixLists", "ec2:GetManagedPrefixListEntries"],
        ["Ec2.GetRouteTables"] = ["ec2:DescribeRouteTables"],
        ["Ec2.GetSecurityGroup"] = ["ec2:DescribeSecurityGroups"],
        ["Ec2.RouteTable.Get"] = ["ec2:DescribeRouteTables"],
        ["Ec2.Subnet.Get"] = ["ec2:DescribeSubnets"],
        ["Ec2.Vpc.Get"] = ["ec2:DescribeNetworkAcls", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups", "ec2:DescribeVpcAttribute", "ec2:DescribeVpcs"],
        ["Ecr.GetImage"] = ["ecr:DescribeImages", "ecr:DescribeRepositories"],
        ["Ecs.Cluster.Get"] = ["ecs:DescribeClusters"],
        ["Ecs.ClusterCapacityProviders.Get"] = ["ecs:DescribeClusters"],
        ["Efs.FileSystem.Get"] = ["elasticfilesystem:DescribeFileSystems", "elasticfilesystem:DescribeLifecycleConfiguration"],
        ["Route53.Zone.Get"] = ["route53:GetHostedZone", "route53:ListResourceRecordSets", "route53:ListTagsForResource"],
        ["Ssm.GetParameter"] = ["ssm:GetParameter"],
    };

    [Fact]
    public void Every_look_up_of_the_programs_is_one_of_these() => Sources
        .SelectMany(text => Regex.Matches(
            text,
            @"\b[A-Z]\w+\.(Get[A-Z]\w+(?=\s*\.Invoke(Async)?\()|[A-Z]\w+\.Get(?=\())",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)).Select(match => match.Value))
        .Distinct().Order(StringComparer.Ordinal)
        .ShouldBe(LookUps.Keys.Order(StringComparer.Ordinal));

    /// <summary>What of all that is taken over a preview reads, and so misses, is what the page says that it misses.</summary>
    [Fact]
    public void The_page_of_what_is_taken_over_says_what_is_read()
    {
        var page = File.ReadAllLines(Path.Combine(RepositoryFolder.Path, "docs/runbooks/from-terraform.md"));

        // Those that look up what the program itself or AWS makes are not there, and images are asked for with a proof alone.
        string[] adopted = [.. LookUps.Keys.Where(name => name.EndsWith(".Get", StringComparison.Ordinal) || name == "Ssm.GetParameter")];
        adopted.Select(name => name switch
        {
            "Ec2.RouteTable.Get" or "Ec2.Subnet.Get" or "Ec2.Vpc.Get" => "VPC, subnets, route tables",
            "Ecs.Cluster.Get" or "Ecs.ClusterCapacityProviders.Get" => "ECS cluster",
            "Efs.FileSystem.Get" => "EFS file system",
            "Route53.Zone.Get" => "hosted zone",
            "Ssm.GetParameter" => "parameters of `basicAuth`",
            _ => name,
        }).Distinct().Order(StringComparer.Ordinal).ShouldBe(page.Where(line => line.EndsWith("| the preview fails |", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1].Trim()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whoever_previews_may_do_what_the_programs_look_up()
    {
        var role = new StackRole("PreviewRole", "staging");

        LookUps.Values.SelectMany(actions => actions).Distinct().Except(ViewOnly)
            .Where(action => !role.Allows(action, action == "ssm:GetParameter" ? Parameter("library/staging/viewer/password") : "arn:aws:any"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_previews_reads_only()
    {
        var role = Template.Resource("stack.yaml", "PreviewRole");

        role.At("Properties").At("ManagedPolicyArns").Scalars().Select(arn => arn.Value.Text())
            .ShouldBe(["arn:${AWS::Partition}:iam::aws:policy/job-function/ViewOnlyAccess"]);
        Template.Statements(role).SelectMany(statement => statement.At("Action").Scalars()).Select(action => action.Value.Text()).ShouldBe(
        [
            "s3:ListBucket", "s3:GetObject", "kms:Decrypt",
            "ec2:DescribeManagedPrefixLists", "ec2:GetManagedPrefixListEntries", "ecr:DescribeImages", "elasticfilesystem:DescribeLifecycleConfiguration",
            "ssm:GetParameter", "kms:Decrypt",
        ]);
    }

    [Theory]
    [InlineData(".pulumi/meta.yaml", true)]
    [InlineData(".pulumi/stacks/ecs-platform/sandbox.json", true)]
    [InlineData(".pulumi/stacks/ecs-platform/sandbox.json.gz", true)]
    [InlineData(".pulumi/stacks/ecs-platform/sandbox.pulumi-tags", true)]
    [InlineData(".pulumi/stacks/ecs-platform/sandbox-2.json", false)]
    [InlineData(".pulumi/history/ecs-platform/sandbox/sandbox-1.checkpoint.json", false)]
    public void It_reads_the_state_of_its_stack(string key, bool allowed) =>
        new StackRole("PreviewRole", "sandbox", "anna-sandbox").Allows("s3:GetObject", $"arn:aws:s3:::pulumi-state-123456789012-eu-west-1/{key}").ShouldBe(allowed);

    [Theory]
    [InlineData("library/anna-sandbox/viewer/user-name", true)]
    [InlineData("library/anna-sandbox/viewer/password", true)]
    [InlineData("library/anna-sandbox/services/database-password", false)]
    [InlineData("library/anna-sandbox-2/viewer/password", false)]
    [InlineData("library/sandbox/viewer/password", false)]
    [InlineData("library/live/viewer/password", false)]
    public void Left_out_the_parameters_are_those_of_the_convention(string name, bool allowed) =>
        new StackRole("PreviewRole", "sandbox", "anna-sandbox").Allows("ssm:GetParameter", Parameter(name)).ShouldBe(allowed);

    [Theory]
    [InlineData("readers/name", true)]
    [InlineData("library/staging/viewer/password", false)]
    public void Named_they_are_all_that_it_reads(string name, bool allowed) =>
        new StackRole("PreviewRole", "staging", "", Parameter("readers/name")).Allows("ssm:GetParameter", Parameter(name)).ShouldBe(allowed);

    /// <summary>The values of <c>secrets</c> are read when a task starts, and are no business of a preview's.</summary>
    [Fact]
    public void The_committed_stacks_keep_to_the_convention()
    {
        var read = DeployRules.Committed.Order(StringComparer.Ordinal).SelectMany(stack =>
        {
            var role = new StackRole("PreviewRole", stack, Stacks.EnvironmentOf(stack));
            return Stacks.Config(stack).Scalars().Where(scalar => scalar.Value.Text().StartsWith("arn:aws:ssm:", StringComparison.Ordinal))
                .Where(scalar => role.Allows("ssm:GetParameter", Regex.Replace(scalar.Value.Text(), "[0-9]{12}", "123456789012", RegexOptions.None, TimeSpan.FromSeconds(1))))
                .Select(scalar => $"{stack} {scalar.Key}");
        });

        read.ShouldBe(["sandbox userName", "sandbox password", "staging userName", "staging password"]);
        DeployRules.Committed.SelectMany(stack => Stacks.Config(stack).Scalars().Where(scalar => scalar.Key is "userName" or "password")).Count().ShouldBe(read.Count());
    }

    [Fact]
    public void It_decrypts_parameters_through_Parameter_Store_alone()
    {
        var statement = Template.Statements(Template.Resource("stack.yaml", "PreviewRole")).Single(statement => statement.At("Sid").Text() == "DecryptParameters");

        statement.At("Condition").At("StringLike").At("kms:ViaService").Text().ShouldBe("ssm.*.amazonaws.com");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("arn:aws:ssm:eu-west-1:111111111111:parameter/library/staging/viewer/password", true)]
    [InlineData("arn:aws:ssm:eu-west-1:111111111111:parameter/library/*", false)]
    [InlineData("/library/staging/viewer/password", false)]
    public void A_parameter_is_named_by_its_whole_ARN(string value, bool allowed)
    {
        var pattern = Template.Section("stack.yaml", "Parameters").Single(entry => entry.Name == "BasicAuthParameters").Node.At("AllowedPattern").Text();

        Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(allowed);
    }

    private static IEnumerable<string> Sources => new[] { "src/EcsPlatform", "stacks" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    private static string Parameter(string name) => $"arn:aws:ssm:eu-west-1:123456789012:parameter/{name}";
}
