using System.Text.Json;
using EcsPlatform.Plans;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Testing;

namespace EcsPlatform.Stacks.Tests;

/// <summary>What a stack gives its services besides what all stacks do: features, variables, ways out.</summary>
public sealed class ServiceFeatureTests
{
    private const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
    private const string EgressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string SecurityGroup = "aws:ec2/securityGroup:SecurityGroup";
    private const string Parameters = "arn:aws:ssm:eu-west-1:111111111111:parameter/library";

    [Theory]
    [InlineData("staging", "false", "/", "https://staging-viewer.library.example.org", "https://staging-services.library.example.org")]
    [InlineData("live", "true", "/search", "https://library.example.org", "https://services.library.example.org")]
    public async Task The_viewer_sends_mail_counts_readers_and_knows_its_links(string stack, string caching, string robots, string root, string services)
    {
        var plan = await StackPlans.AsItIs(stack);
        Pairs(plan, stack, "viewer", "environment", "value").ShouldBe([
            ("ANALYTICS_ID", $"library-{stack}"),
            ("CACHING", caching),
            ("GA4_ANALYTICS_ID", $"G-{stack.ToUpperInvariant()}00000"),
            ("JSON_URL", root),
            ("RECAPTCHA_SITE_KEY", $"6Lc-library-{stack}"),
            ("ROBOTS_DISALLOW", robots),
            ("ROOT_URL", root),
            ("SEARCH_URL", $"http://search.{stack}.internal:8081/"),
            ("SERVICES_URL", services),
            ("SMTP_HOST", "mail.library.example.org"),
            ("SMTP_PORT", "587"),
        ]);
        Pairs(plan, stack, "viewer", "secrets", "valueFrom").ShouldBe([
            ("RECAPTCHA_SECRET_KEY", $"{Parameters}/{stack}/viewer/recaptcha-secret-key"),
            ("SERVICES_API_KEY", $"{Parameters}/{stack}/services/viewer-api-key"),
            ("SMTP_PASSWORD", $"{Parameters}/{stack}/viewer/smtp-password"),
            ("SMTP_USERNAME", $"{Parameters}/{stack}/viewer/smtp-username"),
        ]);
        var mail = plan.Only(EgressRule, $"{stack}-viewer-task-587-to-mail-198-51-100-0-28");
        mail.Text("securityGroupId").ShouldBe(plan.Only(SecurityGroup, $"{stack}-viewer-task").Id);
        (mail.Text("cidrIpv4"), mail.Number("fromPort"), mail.Number("toPort")).ShouldBe(("198.51.100.0/28", 587, 587));
    }

    [Theory]
    [InlineData("sandbox", "anna-sandbox")]
    [InlineData("test", "test")]
    public async Task Where_a_file_says_nothing_of_features_there_are_none(string stack, string environment)
    {
        var plan = await StackPlans.AsItIs(stack);
        Pairs(plan, environment, "viewer", "environment", "value").Select(variable => variable.Name)
            .ShouldBe(["CACHING", "JSON_URL", "ROBOTS_DISALLOW", "ROOT_URL", "SEARCH_URL", "SERVICES_URL"]);
        Pairs(plan, environment, "viewer", "secrets", "valueFrom").ShouldBeEmpty();
        plan.All(EgressRule).Where(rule => rule.Text("securityGroupId") == plan.Only(SecurityGroup, $"{environment}-viewer-task").Id)
            .Select(rule => rule.Number("toPort")).ShouldNotContain(587);
    }

    [Fact]
    public async Task The_services_reach_a_database_through_their_instances()
    {
        var config = Changed("services", """{"database":{"addresses":["192.0.2.16/28","0.0.0.0/0"],"port":5432}}""");
        var plan = await StackPlans.OfAsync("staging", config);
        Pairs(plan, "staging", "services", "environment", "value").ShouldContain(("DATABASE_PORT", "5432"));
        var group = plan.Only(SecurityGroup, "staging-instance").Id;
        plan.All(EgressRule).Where(rule => rule.Text("securityGroupId") == group && rule.Number("toPort") == 5432)
            .Select(rule => (rule.Name, rule.Text("cidrIpv4"))).ShouldBe(
                [("staging-instance-5432-to-database", "0.0.0.0/0"), ("staging-instance-5432-to-database-192-0-2-16-28", "192.0.2.16/28")], ignoreOrder: true);
        (await StackPlans.Staging).All(EgressRule).ShouldNotContain(rule => rule.Number("toPort") == 5432);
    }

    [Fact]
    public async Task Further_variables_count_before_those_of_services_and_functions()
    {
        var config = Changed("viewer", """{"furtherEnvironment":{"CACHING":"sometimes","THEME":"dark"}}""")
            .With("processing", Merged("processing", """{"functions":{"tei-processing":{"furtherEnvironment":{"ALLOW_DELETE":"false","FLAG":"1"}}}}"""));
        var plan = await StackPlans.OfAsync("staging", config);
        var viewer = Pairs(plan, "staging", "viewer", "environment", "value");
        viewer.ShouldContain(("CACHING", "sometimes"));
        viewer.ShouldContain(("THEME", "dark"));
        var function = plan.Only("aws:lambda/function:Function", "staging-tei-processing");
        (function.Text("environment.variables.ALLOW_DELETE"), function.Text("environment.variables.FLAG")).ShouldBe(("false", "1"));
    }

    [Theory]
    [InlineData("viewer", """{"mail":{"port":0,"addresses":["192.0.2.0/24","192.0.2.0/24"],"environment":{"SMTP_HOST":"mail"},"secrets":{"SMTP_PASSWORD":"hidden","SMTP_USERNAME":"arn:aws:ssm:eu-west-1:111111111111:parameter/x"}}}""",
        "ecs-platform:viewer.mail.secrets.SMTP_PASSWORD: text that is no ARN. Allowed: an ARN that begins with " +
        "arn:aws:ssm:eu-west-1:111111111111:parameter/. Name a parameter of the stack's account and region, not its value.",
        "ecs-platform:viewer.mail.addresses: 192.0.2.0/24 2 times. Allowed: each range once. Leave the others out.",
        "ecs-platform:viewer.mail.port: 0. Allowed: 1 to 65535. Give the port on which the other side listens.")]
    [InlineData("viewer", """{"mail":{"addresses":["mail.example.org"],"secrets":{"SMTP_PASSWORD":"x"}}}""",
        "ecs-platform:viewer.mail.environment.SMTP_HOST: missing. Allowed: text. Add it.",
        "ecs-platform:viewer.mail.secrets.SMTP_USERNAME: missing. Allowed: text. Add it.",
        "ecs-platform:viewer.mail.port: missing. Allowed: a whole number. Add it.",
        "ecs-platform:viewer.mail.addresses[0]: 'mail.example.org'. Allowed: an IPv4 range whose address is its first one, such as 10.88.0.0/22. Correct the value.")]
    [InlineData("services", """{"database":{"addresses":[],"port":5432}}""",
        "ecs-platform:services.database.addresses: none. Allowed: one range or more. Name who is connected to, or leave the part out.")]
    [InlineData("viewer", """{"environment":{"CACHING":"yes"},"methods":"post"}""",
        "ecs-platform:viewer.environment.CACHING: 'yes'. Allowed: false, true. Correct the value.",
        "ecs-platform:viewer.methods: 'post'. Allowed: all, read. Correct the value.")]
    [InlineData("content-loader", """{"readTimeout":180,"readTimeoutQuota":120}""",
        "ecs-platform:content-loader.readTimeout: 180 s. Allowed: 1 to 120 s. Choose a value that CloudFront allows.")]
    [InlineData("viewer", """{"furtherEnvironment":{"THEME":1}}""",
        """ecs-platform:viewer.furtherEnvironment: {"THEME":1}. Allowed: texts by name. Put its values in quotes, and leave none empty.""")]
    [InlineData("viewer", """{"furtherEnvironment":["THEME"]}""",
        """ecs-platform:viewer.furtherEnvironment: ["THEME"]. Allowed: texts by name. Write a name and a text below it, each pair in a line of its own.""")]
    [InlineData("account", """{"tags":{"Environment":"other","aws:x":"y"}}""",
        "ecs-platform:account.tags.Environment: Environment, Environment. Allowed: each key once, in one spelling. Keep one of them.",
        "ecs-platform:account.tags.aws:x: the prefix aws:. Allowed: any other. Choose a key of your own: AWS keeps this prefix to itself.")]
    public void Wrong_ones_are_reported_with_their_keys(string section, string json, params string[] messages) =>
        StackPrograms.Problems("staging", Changed(section, json)).Select(problem => problem.ToString()).ShouldBe(messages, ignoreOrder: true);

    [Fact]
    public async Task Tags_of_the_account_are_on_everything_besides_the_platform_s_own()
    {
        var plan = await StackPlans.OfAsync("staging", Changed("account", """{"tags":{"Component":"viewer","Source":"library"}}"""));
        plan.All("pulumi:providers:aws").Select(provider => provider.Json("defaultTags").GetProperty("tags").ToString().Replace(" ", "", StringComparison.Ordinal)).Distinct().ShouldHaveSingleItem()
            .ShouldBe("""{"Component":"viewer","Environment":"staging","ManagedBy":"pulumi","Project":"ecs-platform","Source":"library"}""");
    }

    // The fields of the section in staging's file, and these.
    private static StackConfig Changed(string section, string json) => ConfigOf.Stack("staging").With(section, Merged(section, json));

    private static string Merged(string section, string json)
    {
        var fields = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(ConfigOf.Stack("staging").Values[$"ecs-platform:{section}"])!;
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!)
        {
            fields[name] = value;
        }

        return JsonSerializer.Serialize(fields);
    }

    private static List<(string Name, string Value)> Pairs(Plan plan, string environment, string service, string list, string value)
    {
        var container = plan.Only(TaskDefinition, $"{environment}-{service}").Json("containerDefinitions")[0];
        return container.TryGetProperty(list, out var pairs)
            ? [.. pairs.EnumerateArray().Select(pair => (pair.GetProperty("name").GetString()!, pair.GetProperty(value).GetString()!)).OrderBy(pair => pair.Item1, StringComparer.Ordinal)]
            : [];
    }
}
