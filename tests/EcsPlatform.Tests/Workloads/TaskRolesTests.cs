using System.Collections.Immutable;
using System.Text.Json;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;
using Pulumi;

namespace EcsPlatform.Tests.Workloads;

public class TaskRolesTests
{
    private const string Policy = "aws:iam/rolePolicy:RolePolicy";
    private const string Attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

    // These actions know no resources, so that nothing but * can be named.
    private static readonly ImmutableHashSet<string> OfNoResource =
    [
        "ecr:GetAuthorizationToken",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
    ];

    [Fact]
    public async Task A_log_group_that_exists_is_written_to_and_not_made()
    {
        var plan = await WorkloadPlans.Of(args => args with { Logs = new LogGroup.Adopt("/ecs/staging") });
        plan.All("aws:cloudwatch/logGroup:LogGroup").ShouldNotContain(group => group.Name == "web");
        plan.Only(WorkloadPlans.TaskDefinition).Json("containerDefinitions")[0].GetProperty("logConfiguration").GetProperty("options")
            .GetProperty("awslogs-group").GetString().ShouldBe("/ecs/staging");
        plan.Only(Policy, "web-execution").Json("policy").GetProperty("Statement")[2].GetProperty("Resource").GetString()
            .ShouldBe("arn:aws:logs:eu-west-1:111111111111:log-group:/ecs/staging:*");
        plan.Only("ecs-platform:workloads:EcsWorkload").OutputText("logGroupName").ShouldBe("/ecs/staging");
    }

    [Fact]
    public async Task The_execution_role_pulls_this_repository_and_writes_this_log_group()
    {
        var plan = await WorkloadPlans.Of();
        var statements = plan.Only("aws:iam/rolePolicy:RolePolicy", "web-execution").Json("policy").GetProperty("Statement");
        statements.GetArrayLength().ShouldBe(3);
        statements[0].GetProperty("Action").GetString().ShouldBe("ecr:GetAuthorizationToken");
        statements[1].GetProperty("Resource").GetString().ShouldBe("arn:aws:ecr:eu-west-1:111111111111:repository/library/web");
        statements[2].GetProperty("Resource").GetString().ShouldBe($"{plan.Only("aws:cloudwatch/logGroup:LogGroup", "web").OutputText("arn")}:*");
        plan.Only("aws:iam/role:Role", "web-execution").Json("assumeRolePolicy")
            .GetProperty("Statement")[0].GetProperty("Condition").GetProperty("StringEquals").GetProperty("aws:SourceAccount").GetString()
            .ShouldBe("111111111111");
    }

    [Fact]
    public async Task A_task_without_grants_may_do_nothing()
    {
        var plan = await PlanOf(Valid.Task);
        plan.All(Policy).Select(policy => policy.Name).ShouldBe(["web-execution"]);
        plan.All(Attachment).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_tasks_of_this_account_and_region_may_take_the_roles()
    {
        foreach (var role in (await PlanOf(Valid.Task)).All("aws:iam/role:Role"))
        {
            role.Json("assumeRolePolicy").GetProperty("Statement").GetRawText().ShouldBe(
                """
                [{"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole",
                "Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:ecs:eu-west-1:111111111111:*"},"StringEquals":{"aws:SourceAccount":"111111111111"}}}]
                """.ReplaceLineEndings(""));
        }
    }

    [Fact]
    public async Task Images_are_pulled_from_their_own_repositories_in_whatever_account()
    {
        var plan = await PlanOf(Valid.Task with
        {
            Containers =
            [
                Valid.Container,
                Valid.Container with { Name = "again" },
                Valid.Container with
                {
                    Name = "other",
                    Image = ImageReference.Parse($"222222222222.dkr.ecr.eu-west-2.amazonaws.com/shared/proxy@{Valid.Digest}"),
                },
            ],
        });
        Statements(plan, "web-execution")[1].GetProperty("Resource").GetRawText().ShouldBe(
            """["arn:aws:ecr:eu-west-1:111111111111:repository/library/web","arn:aws:ecr:eu-west-2:222222222222:repository/shared/proxy"]""");
    }

    [Fact]
    public async Task The_execution_role_reads_the_secrets_and_files_of_its_containers_and_decrypts_with_their_keys()
    {
        var plan = await PlanOf(WithSecrets);
        Statements(plan, "web-execution")[3..].Select(statement => statement.GetRawText()).ShouldBe([
            """{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":["arn:secret:a","arn:secret:b"]}""",
            """{"Effect":"Allow","Action":"kms:Decrypt","Resource":["arn:key:1","arn:key:2"]}""",
            """{"Effect":"Allow","Action":"ssm:GetParameters","Resource":"arn:parameter:p"}""",
            """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::config/web.env"}""",
            """{"Effect":"Allow","Action":"s3:GetBucketLocation","Resource":"arn:aws:s3:::config"}""",
        ]);
        plan.All(Policy).Select(policy => policy.Name).ShouldBe(["web-execution"]);
    }

    [Fact]
    public async Task The_task_role_has_what_was_granted_and_the_policies_that_were_named()
    {
        var plan = await PlanOf(Valid.Task with
        {
            Grants = [new BucketGrants("arn:aws:s3:::items").Read("a/"), new QueueGrants("arn:queue").Send()],
            ManagedPolicyArns = ImmutableDictionary<string, Input<string>>.Empty
                .Add("tracing", "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess")
                .Add("own", "arn:aws:iam::111111111111:policy/own"),
        });
        Statements(plan, "web-task").Select(statement => statement.GetRawText()).ShouldBe([
            """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::items/a/*"}""",
            """{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::items","Condition":{"StringLike":{"s3:prefix":"a/*"}}}""",
            """{"Effect":"Allow","Action":["sqs:GetQueueAttributes","sqs:GetQueueUrl","sqs:SendMessage"],"Resource":"arn:queue"}""",
        ]);
        plan.All(Attachment).Select(attachment => (attachment.Name, attachment.Text("policyArn"), attachment.Text("role"))).ShouldBe([
            ("web-task-own", "arn:aws:iam::111111111111:policy/own", Role(plan)),
            ("web-task-tracing", "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess", Role(plan)),
        ]);
    }

    [Fact]
    public async Task Sessions_need_a_channel_and_where_they_are_recorded_a_log_group_and_a_key()
    {
        const string Channel =
            """
            {"Effect":"Allow","Action":["ssmmessages:CreateControlChannel","ssmmessages:CreateDataChannel","ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel"],"Resource":"*"}
            """;
        Statements(await PlanOf(Valid.Task, new ExecAccess(null, null)), "web-task").Select(statement => statement.GetRawText())
            .ShouldBe([Channel.ReplaceLineEndings("")]);
        Statements(await PlanOf(Valid.Task, new ExecAccess("arn:key", "exec-1a2b3c4")), "web-task").Select(statement => statement.GetRawText()).ShouldBe([
            Channel.ReplaceLineEndings(""),
            """{"Effect":"Allow","Action":"logs:DescribeLogGroups","Resource":"arn:aws:logs:eu-west-1:111111111111:log-group:*"}""",
            """
            {"Effect":"Allow","Action":["logs:CreateLogStream","logs:DescribeLogStreams","logs:PutLogEvents"],
            "Resource":"arn:aws:logs:eu-west-1:111111111111:log-group:exec-1a2b3c4:*"}
            """.ReplaceLineEndings(""),
            """{"Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:key"}""",
        ]);
    }

    [Fact]
    public void Sessions_need_a_file_system_that_can_be_written_to()
    {
        ExecAccess.Problems("web", Valid.Task with { Containers = [Valid.Container with { ReadonlyRootFilesystem = false }] }).ShouldBeEmpty();
        ExecAccess.Problems("web", Valid.Task).Select(problem => problem.ToString()).ShouldBe([
            "web.readonlyRootFilesystem: container 'web', which execute-command cannot write to. Allowed: containers with a file system that can be " +
                "written to. Turn ReadonlyRootFilesystem off, or turn execute-command off.",
        ]);
    }

    [Fact]
    public async Task No_policy_has_a_wildcard_action_or_a_resource_that_could_be_narrower()
    {
        var plan = await PlanOf(
            WithSecrets with
            {
                Grants =
                [
                    new BucketGrants("arn:aws:s3:::items") { KeyArn = "arn:key" }.Read(),
                    new BucketGrants("arn:aws:s3:::items").Write(),
                    new BucketGrants("arn:aws:s3:::items").Delete(),
                    new QueueGrants("arn:queue").Send(),
                    new QueueGrants("arn:queue").Receive(),
                    new TopicGrants("arn:topic").Publish(),
                    new TableGrants("arn:table").Read(),
                    new TableGrants("arn:table").Write(),
                    new EventBusGrants("arn:bus").Put(),
                    new ParameterGrants("arn:parameter").Read(),
                    new SecretGrants("arn:secret").Read(),
                    new KeyGrants("arn:key").EncryptAndDecrypt(),
                ],
            },
            new ExecAccess("arn:key", "exec"));
        var statements = plan.All(Policy).SelectMany(policy => Statements(plan, policy.Name)).ToList();
        statements.Count.ShouldBeGreaterThan(20);
        foreach (var statement in statements)
        {
            var actions = Texts(statement.GetProperty("Action"));
            actions.ShouldAllBe(action => !action.Contains('*', StringComparison.Ordinal));
            if (Texts(statement.GetProperty("Resource")).Contains("*"))
            {
                actions.ShouldBeSubsetOf(OfNoResource);
            }
        }
    }

    private static TaskSpec WithSecrets => Valid.Task with
    {
        Containers =
        [
            Valid.Container with
            {
                Secrets = new Dictionary<string, SecretSource>
                {
                    ["PASSWORD"] = new SecretSource.Secret("arn:secret:b") { JsonKey = "password", KeyArn = "arn:key:2" },
                    ["USER"] = new SecretSource.Secret("arn:secret:b") { JsonKey = "user", KeyArn = "arn:key:2" },
                    ["TOKEN"] = new SecretSource.Parameter("arn:parameter:p"),
                }.ToImmutableDictionary(),
                EnvironmentFiles = [new EnvironmentFile("arn:aws:s3:::config", "web.env") { KeyArn = "arn:key:1" }],
            },
            Valid.Container with
            {
                Name = "db",
                Secrets = ImmutableDictionary<string, SecretSource>.Empty.Add("PASSWORD", new SecretSource.Secret(Output.Create("arn:secret:a"))),
            },
        ],
    };

    [Fact]
    public async Task A_long_name_is_shortened_for_roles_their_policies_and_file_systems()
    {
        const string Name = "digital-library-of-the-university-staging-content-loader";
        var volume = new EfsVolume { Name = "database", RootDirectory = "/data", UserId = 1000, GroupId = 1001 };
        var plan = await WorkloadPlans.With((cluster, balancer) => _ = new EcsWorkload(Name, Valid.Workload(cluster, Valid.Route(balancer)) with
        {
            Task = Valid.Task with
            {
                Containers = [Valid.Container with { Mounts = [new MountPoint("database", "/srv/data")] }],
                Volumes = [volume],
            },
        }));
        foreach (var role in new[] { "execution", "task" })
        {
            var named = plan.All("aws:iam/role:Role").Single(resource => resource.Name.Contains($"-staging-content-loader-{role}-", StringComparison.Ordinal));
            named.Name.Length.ShouldBeLessThanOrEqualTo(56);
            plan.All(Policy).Single(policy => policy.Text("role") == named.OutputText("name")).Name.ShouldBe($"{Name}-{role}");
        }

        plan.Only("aws:efs/fileSystem:FileSystem").Name.Length.ShouldBeLessThanOrEqualTo(56);
        plan.Only("aws:efs/fileSystem:FileSystem").Name.ShouldContain("-staging-content-loader-database-");
        plan.Only("aws:efs/fileSystem:FileSystem").Text("tags.Name").ShouldBe($"{Name}-database");
        plan.Only("aws:ecs/service:Service").Name.ShouldBe(Name);
    }

    private static string Role(Plan plan) => plan.Only("aws:iam/role:Role", "web-task").OutputText("name");

    private static JsonElement[] Statements(Plan plan, string policy) => [.. plan.Only(Policy, policy).Json("policy").GetProperty("Statement").EnumerateArray()];

    private static string[] Texts(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? [value.GetString()!]
        : [.. value.EnumerateArray().Select(item => item.GetString()!)];

    private static Task<Plan> PlanOf(TaskSpec task, ExecAccess? exec = null) => TestPlan.OfAsync(() =>
    {
        var options = new CustomResourceOptions();
        var logs = LogGroups.Add("web", new LogGroup.Create(), Valid.Account, options);
        _ = TaskRoles.Add("web", Valid.Account, task, logs, [], options, exec);
    });
}
