using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Pulumi;
using static EcsPlatform.Tests.Functions.FunctionPlans;

namespace EcsPlatform.Tests.Functions;

public class LambdaFunctionTests
{
    private const string LogGroupType = "aws:cloudwatch/logGroup:LogGroup";
    private const string Role = "aws:iam/role:Role";
    private const string Component = "ecs-platform:functions:LambdaFunction";
    private const string Key = "arn:aws:kms:eu-west-1:111111111111:key/0a1b";
    private const string Secret = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:staging/pid-AbCdEf";
    private const string QueueArn = "arn:aws:sqs:eu-west-1:111111111111:failed";
    private const string TopicArn = "arn:aws:sns:eu-west-1:111111111111:failed";
    private const string Tracing = """{"Effect":"Allow","Action":["xray:PutTelemetryRecords","xray:PutTraceSegments"],"Resource":"*"}""";

    [Fact]
    public async Task A_function_is_itself_a_role_its_policy_and_a_log_group()
    {
        var plan = await Of(Args);
        var component = plan.Only(Component, "copy");
        plan.Resources.Where(resource => resource.Parent == component.Urn).Select(resource => (resource.Type, resource.Name)).Order().ShouldBe([
            (LogGroupType, "copy"), (Role, "copy"), (Policy, "copy"), (Function, "copy"),
        ]);
        var function = plan.Only(Function);
        function.Text("role").ShouldBe(plan.Only(Role).OutputText("arn"));
        (function.Number("memorySize"), function.Number("timeout"), function.Number("ephemeralStorage.size")).ShouldBe((512, 300, 512));
        function.Texts("architectures").ShouldBe(["x86_64"]);
        function.Text("tracingConfig.mode").ShouldBe("Active");
        function.Flag("publish").ShouldBeFalse();
        foreach (var input in new[]
        {
            "deadLetterConfig", "description", "environment", "fileSystemConfig", "name", "replaceSecurityGroupsOnDestroy", "reservedConcurrentExecutions",
            "vpcConfig",
        })
        {
            function.Input(input).ShouldBeNull(input);
        }

        function.Dependencies.ShouldContain(plan.Only(Policy).Urn);
        component.OutputText("invocationArn").ShouldBe(function.OutputText("arn"));
        component.OutputText("arn").ShouldBe(function.OutputText("arn"));
        component.OutputText("functionName").ShouldBe(function.OutputText("name"));
        component.OutputText("roleArn").ShouldBe(plan.Only(Role).OutputText("arn"));
        component.OutputText("logGroupName").ShouldBe(plan.Only(LogGroupType).OutputText("name"));
    }

    [Fact]
    public async Task A_role_is_taken_by_Lambda_and_may_write_logs_and_traces_alone()
    {
        var plan = await Of(Args);
        plan.Only(Role).Text("assumeRolePolicy").ShouldBe(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""");
        plan.Only(Role).Text("description").ShouldBe("Function copy");
        plan.Only(Policy).Text("role").ShouldBe(plan.Only(Role).OutputText("name"));
        plan.Statements().ShouldBe([LogStatement(plan), Tracing]);
    }

    [Fact]
    public async Task Two_functions_have_two_roles()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            _ = new LambdaFunction("copy", Args);
            _ = new LambdaFunction("index", Args);
        });
        plan.All(Role).Select(role => role.Name).ShouldBe(["copy", "index"]);
        plan.All(Function).Select(function => function.Text("role")).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Logs_go_to_a_group_of_its_own_with_a_retention()
    {
        var plan = await Of(Args with { Logs = new LogGroup.Create { RetentionDays = 30 } });
        plan.Only(LogGroupType).Number("retentionInDays").ShouldBe(30);
        plan.Only(Function).Text("loggingConfig.logGroup").ShouldBe(plan.Only(LogGroupType).OutputText("name"));
        plan.Only(Function).Text("loggingConfig.logFormat").ShouldBe("Text");
        plan.Statements().ShouldAllBe(statement => !statement.Contains("CreateLogGroup"));
        var adopting = await Of(Args with { Logs = new LogGroup.Adopt("/functions/staging") });
        adopting.All(LogGroupType).ShouldBeEmpty();
        adopting.Statements()[0].ShouldContain("\"arn:aws:logs:eu-west-1:111111111111:log-group:/functions/staging:*\"");
    }

    [Fact]
    public async Task A_log_may_be_of_JSON_from_a_level_on()
    {
        var text = (await Of(Args)).Only(Function);
        (text.Input("loggingConfig.applicationLogLevel"), text.Input("loggingConfig.systemLogLevel")).ShouldBe((null, null));
        var plan = await Of(Args with
        {
            LogFormat = new FunctionLogFormat.Json { ApplicationLevel = ApplicationLogLevel.Debug, SystemLevel = SystemLogLevel.Warn },
        });
        var function = plan.Only(Function);
        (function.Text("loggingConfig.logFormat"), function.Text("loggingConfig.applicationLogLevel"), function.Text("loggingConfig.systemLogLevel"))
            .ShouldBe(("JSON", "DEBUG", "WARN"));
        function.Text("loggingConfig.logGroup").ShouldBe(plan.Only(LogGroupType).OutputText("name"));
    }

    [Fact]
    public async Task What_is_asked_for_is_set()
    {
        var plan = await Of(Args with
        {
            Description = "Copies files",
            Architecture = FunctionArchitecture.Arm64,
            EphemeralStorageMiB = 1024,
            Tracing = false,
            ReservedConcurrency = 5,
        });
        var function = plan.Only(Function);
        (function.Text("description"), function.Number("ephemeralStorage.size")).ShouldBe(("Copies files", 1024));
        function.Number("reservedConcurrentExecutions").ShouldBe(5);
        function.Texts("architectures").ShouldBe(["arm64"]);
        function.Text("tracingConfig.mode").ShouldBe("PassThrough");
        plan.Statements().ShouldBe([LogStatement(plan)]);
        (await Of(Args with { ReservedConcurrency = 0 })).Only(Function).Number("reservedConcurrentExecutions").ShouldBe(0);
    }

    [Fact]
    public async Task Grants_are_what_the_role_may_besides()
    {
        var plan = await Of(Args with
        {
            Grants = [new BucketGrants("arn:aws:s3:::source").Read("items/"), new QueueGrants(QueueArn).Send()],
        });
        plan.Statements().ShouldBe([
            LogStatement(plan),
            Tracing,
            """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::source/items/*"}""",
            """{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::source","Condition":{"StringLike":{"s3:prefix":"items/*"}}}""",
            $$"""{"Effect":"Allow","Action":["sqs:GetQueueAttributes","sqs:GetQueueUrl","sqs:SendMessage"],"Resource":"{{QueueArn}}"}""",
        ]);
    }

    [Fact]
    public async Task Secrets_are_given_by_reference_with_the_right_to_read_them()
    {
        var plan = await Of(Args with
        {
            Environment = Variables(
                ("PASSWORD", new FunctionVariable.Parameter("/staging/smtp/password") { KeyArn = Key }),
                ("PLAIN", new FunctionVariable.Parameter("plain")),
                ("PID_TOKEN", new FunctionVariable.Secret(Secret) { KeyArn = Key })),
        });
        var function = plan.Only(Function);
        function.Text("environment.variables.PASSWORD").ShouldBe("/staging/smtp/password");
        function.Text("environment.variables.PLAIN").ShouldBe("plain");
        function.Text("environment.variables.PID_TOKEN").ShouldBe(Secret);
        plan.Statements().Skip(2).ShouldBe([
            """{"Effect":"Allow","Action":["ssm:GetParameter","ssm:GetParameters"],"Resource":["arn:aws:ssm:eu-west-1:111111111111:parameter/plain","arn:""" +
                """aws:ssm:eu-west-1:111111111111:parameter/staging/smtp/password"]}""",
            $$"""{"Effect":"Allow","Action":"kms:Decrypt","Resource":"{{Key}}"}""",
            $$"""{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"{{Secret}}"}""",
        ]);
    }

    [Fact]
    public async Task An_environment_is_merged_in_order_and_shown()
    {
        var plan = await Of(Args with
        {
            EnvironmentSets =
            [
                new EnvironmentSet("tracing", Variables(("LEVEL", "info"), ("SITE", "eu"), ("TOKEN", new FunctionVariable.Secret(Secret)))),
                new EnvironmentSet("enhancements", Variables(("LEVEL", "warn"), ("TOKEN", FunctionVariable.FromOutput(Output.Create("none"))))),
            ],
            Environment = Variables(("LEVEL", "debug"), ("PATH_IN", "items")),
        });
        var variables = plan.Only(Function).Input("environment.variables").ShouldBeOfType<PropertyValue.Map>().Entries;
        variables.Select(entry => (entry.Key, ((PropertyValue.Text)entry.Value).Value)).Order().ShouldBe([
            ("LEVEL", "debug"), ("PATH_IN", "items"), ("SITE", "eu"), ("TOKEN", "none"),
        ]);
        var component = plan.Only(Component);
        component.OutputOf("LEVEL").ShouldBe("function instead of tracing, enhancements");
        component.OutputOf("PATH_IN").ShouldBe("function");
        component.OutputOf("SITE").ShouldBe("tracing");
        component.OutputOf("TOKEN").ShouldBe("enhancements instead of tracing");
        // What lost gives no right.
        plan.Statements().Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_order_of_sets_decides()
    {
        EnvironmentSet first = new("first", Variables(("LEVEL", "info")));
        EnvironmentSet second = new("second", Variables(("LEVEL", "warn")));
        (await Of(Args with { EnvironmentSets = [first, second] })).Only(Function).Text("environment.variables.LEVEL").ShouldBe("warn");
        (await Of(Args with { EnvironmentSets = [second, first] })).Only(Function).Text("environment.variables.LEVEL").ShouldBe("info");
    }

    [Fact]
    public async Task An_alias_leads_to_the_version_that_was_published()
    {
        var plan = await Of(Args with { Alias = "live" });
        var function = plan.Only(Function);
        function.Flag("publish").ShouldBeTrue();
        var alias = plan.Only(AliasType, "copy");
        (alias.Text("name"), alias.Text("functionName")).ShouldBe(("live", function.OutputText("name")));
        alias.Text("functionVersion").ShouldBe(function.OutputText("version"));
        plan.Only(Component).OutputText("invocationArn").ShouldBe(alias.OutputText("arn"));
        plan.Only(Component).OutputText("arn").ShouldBe(function.OutputText("arn"));
        (await Of(Args)).All(AliasType).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("live")]
    [InlineData(null)]
    public async Task A_service_invokes_what_others_invoke_on_behalf_of_one_resource(string? alias)
    {
        var plan = await Of(Args with { Alias = alias }, function =>
        {
            function.AllowInvocation("source", "s3.amazonaws.com", "arn:aws:s3:::source");
            function.AllowInvocation("events", "sns.amazonaws.com", TopicArn);
        });
        plan.All(Permission).Count.ShouldBe(2);
        var bucket = plan.Only(Permission, "copy-source");
        (bucket.Text("action"), bucket.Text("principal")).ShouldBe(("lambda:InvokeFunction", "s3.amazonaws.com"));
        (bucket.Text("sourceArn"), bucket.Text("sourceAccount")).ShouldBe(("arn:aws:s3:::source", "111111111111"));
        bucket.Text("function").ShouldBe(plan.Only(Function).OutputText("name"));
        bucket.Parent.ShouldBe(plan.Only(Component).Urn);
        var topic = plan.Only(Permission, "copy-events");
        (topic.Text("sourceArn"), topic.Input("sourceAccount")).ShouldBe((TopicArn, null));
        foreach (var permission in plan.All(Permission))
        {
            permission.Input("qualifier").ShouldBe(alias is null ? null : new PropertyValue.Text(alias));
        }
    }

    [Fact]
    public async Task Other_roles_get_the_right_to_invoke_the_alias()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var next = new LambdaFunction("next", Args with { Alias = "live" });
            _ = new LambdaFunction("copy", Args with { Grants = [next.Invoke()] });
        });
        plan.Statements()[2].ShouldBe($$"""{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"{{plan.Only(AliasType).OutputText("arn")}}"}""");
    }

    [Fact]
    public async Task A_right_may_come_later()
    {
        var seconds = 0;
        var plan = await Of(Args, function =>
        {
            function.Allow("queue", new QueueGrants(QueueArn).Receive());
            seconds = function.TimeoutSeconds;
        });
        seconds.ShouldBe(300);
        var policy = plan.Only(Policy, "copy-queue");
        policy.Text("role").ShouldBe(plan.Only(Role).OutputText("name"));
        policy.Json("policy").GetProperty("Statement").GetArrayLength().ShouldBe(1);
        policy.Text("policy").ShouldContain("\"sqs:ReceiveMessage\"");
        policy.Parent.ShouldBe(plan.Only(Component).Urn);
    }

    [Fact]
    public async Task A_function_with_a_long_name_fits()
    {
        var plan = await Of(Args with { Alias = "live" }, name: $"{new string('n', 180)}-staging");
        (plan.Only(Function).Name.Length, plan.Only(Role).Name.Length, plan.Only(Policy).Name.Length).ShouldBe((56, 56, 120));
        plan.Only(Function).Name.ShouldContain("-staging-");
    }

    private static string LogStatement(Plan plan) =>
        $$"""{"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"{{plan.Only(LogGroupType).OutputText("arn")}}:*"}""";
}
