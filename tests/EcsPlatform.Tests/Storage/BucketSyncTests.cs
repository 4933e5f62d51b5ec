using System.Collections.Immutable;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Storage;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Storage;

public class BucketSyncTests
{
    private const string Task = "aws:datasync/task:Task";
    private const string Source = "aws:datasync/s3Location:S3Location";
    private const string Destination = "aws:datasync/efsLocation:EfsLocation";
    private const string Role = "aws:iam/role:Role";
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    private const string BucketArn = "arn:aws:s3:::library-releases";

    [Fact]
    public async Task All_defaults()
    {
        var task = new SyncTask();
        (task.Includes.Length, task.Excludes.Length, task.DeleteRemoved, task.Overwrite, task.Schedule, task.BytesPerSecond)
            .ShouldBe((0, 0, false, true, null, null));
        task.Problems("task").ShouldBeEmpty();
        await With(args =>
        {
            args.BucketKeyArn.ShouldBeNull();
            (args.Prefix, args.Subnet).ShouldBe(("/", 0));
            args.Logs.ShouldBe(new LogGroup.Create());
            args.Problems("sync").ShouldBeEmpty();
            return args;
        });
    }

    [Fact]
    public Task Every_problem_is_reported() => With(args =>
    {
        (args with
        {
            Prefix = "json",
            AccessPoint = "pages",
            Subnet = 2,
            Tasks = Tasks(("Full", new SyncTask { Includes = ["json/*"], Excludes = ["/a|/b"], Schedule = "rate(5 minutes)", BytesPerSecond = 0 })),
            Logs = new LogGroup.Adopt("a b"),
        }).Problems("sync").Select(problem => problem.ToString()).ShouldBe([
            "sync.prefix: 'json'. Allowed: a path with a leading slash. Begin with /.",
            "sync.accessPoint: 'pages'. Allowed: data. Declare the access point or correct its name.",
            "sync.subnet: 2. Allowed: 0 to 1. Choose one of the network's private subnets.",
            "sync.tasks: 'Full'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a name that the task can bear.",
            "sync.tasks.Full.includes: 'json/*'. Allowed: a path with a leading slash, without |. Write the path from the bucket's prefix on.",
            "sync.tasks.Full.excludes: '/a|/b'. Allowed: a path with a leading slash, without |. Write the path from the bucket's prefix on.",
            "sync.tasks.Full.schedule: 'rate(5 minutes)'. Allowed: rate(2 hours), rate(1 day) and so on, or cron(…) of six fields. Correct the expression.",
            "sync.tasks.Full.bytesPerSecond: 0. Allowed: 1 or more. Leave it out to copy as fast as it goes.",
            "sync.logs.name: 'a b'. Allowed: 1 to 512 letters, digits and . - _ / #. Give the group's name, not its ARN.",
        ]);
        (args with { Tasks = Tasks() }).Problems("sync").Select(problem => problem.ToString())
            .ShouldBe(["sync.tasks: none. Allowed: one or more. Say what is to be copied."]);
        return args;
    });

    [Theory]
    [InlineData("rate(1 hour)", true)]
    [InlineData("rate(12 hours)", true)]
    [InlineData("rate(1 day)", true)]
    [InlineData("cron(0 3 * * ? *)", true)]
    [InlineData("cron(0 3 ? * MON-FRI *)", true)]
    [InlineData("rate(1 hours)", false)]
    [InlineData("rate(30 minutes)", false)]
    [InlineData("cron(* * * * ? *)", false)]
    [InlineData("cron(0/5 * * * ? *)", false)]
    [InlineData("daily", false)]
    public void A_schedule_runs_once_an_hour_at_most(string schedule, bool allowed) =>
        new SyncTask { Schedule = schedule }.Problems("task").Any().ShouldBe(!allowed);

    [Fact]
    public async Task The_bucket_is_one_location_that_a_role_of_its_own_reads()
    {
        var plan = await With(args => args with { Prefix = "/json/", BucketKeyArn = "arn:aws:kms:eu-west-1:111111111111:key/0a1b" });
        var location = plan.Only(Source, "sync");
        (location.Text("s3BucketArn"), location.Text("subdirectory")).ShouldBe((BucketArn, "/json/"));
        location.Text("s3Config.bucketAccessRoleArn").ShouldBe(plan.Only(Role, "sync-read").OutputText("arn"));
        location.Dependencies.ShouldContain(plan.Only(RolePolicy, "sync-read").Urn);
        var policy = plan.Only(RolePolicy, "sync-read").Text("policy");
        policy.ShouldContain("""{"Effect":"Allow","Action":["s3:GetBucketLocation","s3:ListBucket","s3:ListBucketMultipartUploads"],"Resource":"arn:aws:s3:::library-releases"}""");
        policy.ShouldContain("\"Resource\":\"arn:aws:s3:::library-releases/*\"");
        policy.ShouldContain("""{"Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:aws:kms:eu-west-1:111111111111:key/0a1b"}""");
        policy.ShouldNotContain("s3:Put");
        plan.Only(Role, "sync-read").Text("assumeRolePolicy").ShouldContain(
            """{"ArnLike":{"aws:SourceArn":"arn:aws:datasync:eu-west-1:111111111111:*"},"StringEquals":{"aws:SourceAccount":"111111111111"}}""");
    }

    [Fact]
    public async Task The_file_system_is_one_location_behind_its_access_point()
    {
        var plan = await With(args => args with { Subnet = 1 });
        var location = plan.Only(Destination, "sync");
        location.Text("efsFileSystemArn").ShouldBe(plan.Only("aws:efs/fileSystem:FileSystem").OutputText("arn"));
        location.Text("accessPointArn").ShouldBe(plan.Only("aws:efs/accessPoint:AccessPoint").OutputText("arn"));
        location.Text("inTransitEncryption").ShouldBe("TLS1_2");
        location.Text("fileSystemAccessRoleArn").ShouldBe(plan.Only(Role, "sync-write").OutputText("arn"));
        location.Input("subdirectory").ShouldBeNull();
        location.Text("ec2Config.subnetArn").ShouldStartWith("arn:aws:ec2:eu-west-1:111111111111:subnet/subnet-");
        location.Texts("ec2Config.securityGroupArns").ShouldBe([plan.Only("aws:ec2/securityGroup:SecurityGroup", "sync").OutputText("arn")]);
        plan.Only(RolePolicy, "sync-write").Json("policy").GetProperty("Statement")[0].GetProperty("Condition").GetRawText()
            .ShouldBe($$$"""{"StringEquals":{"elasticfilesystem:AccessPointArn":"{{{plan.Only("aws:efs/accessPoint:AccessPoint").OutputText("arn")}}}"}}""");
        plan.All("aws:efs/mountTarget:MountTarget").Count.ShouldBe(2);
        location.Dependencies.ShouldContain(plan.Only(RolePolicy, "sync-write").Urn);
        foreach (var before in plan.All("aws:efs/mountTarget:MountTarget").Append(plan.Only("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "sync-nfs")))
        {
            location.Dependencies.ShouldContain(before.Urn);
        }
    }

    [Fact]
    public async Task DataSync_reaches_the_mount_targets_and_nothing_else()
    {
        var plan = await With(args => args);
        var group = plan.Only("aws:ec2/securityGroup:SecurityGroup", "sync").Id;
        var egress = plan.All("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").Single(rule => rule.Text("securityGroupId") == group);
        var ingress = plan.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").Single(rule => rule.Input("referencedSecurityGroupId") is PropertyValue.Text { Value: var from } && from == group);
        (egress.Number("fromPort"), egress.Number("toPort"), egress.Text("referencedSecurityGroupId")).ShouldBe((2049, 2049, ingress.Text("securityGroupId")));
        plan.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").ShouldNotContain(rule => rule.Text("securityGroupId") == group);
    }

    [Fact]
    public async Task Tasks_copy_what_changed_and_leave_owners_to_the_access_point()
    {
        var plan = await With(args => args);
        var task = plan.Only(Task, "sync-full");
        (task.Text("sourceLocationArn"), task.Text("destinationLocationArn"))
            .ShouldBe((plan.Only(Source).OutputText("arn"), plan.Only(Destination).OutputText("arn")));
        string[] options = ["gid", "uid", "posixPermissions", "logLevel", "overwriteMode", "preserveDeletedFiles", "transferMode", "verifyMode"];
        options.Select(option => task.Text($"options.{option}")).ShouldBe(
            ["NONE", "NONE", "NONE", "TRANSFER", "ALWAYS", "PRESERVE", "CHANGED", "ONLY_FILES_TRANSFERRED"]);
        new[] { "includes", "excludes", "schedule", "options.bytesPerSecond" }.ShouldAllBe(input => task.Input(input) == null);
    }

    [Fact]
    public async Task A_task_copies_by_pattern_at_its_time_when_asked()
    {
        var plan = await With(args => args with
        {
            Tasks = args.Tasks.Add("pages", new SyncTask
            {
                Includes = ["/pages/*", "/json/*"],
                Excludes = ["/pages/draft/*"],
                DeleteRemoved = true,
                Overwrite = false,
                Schedule = "rate(1 day)",
                BytesPerSecond = 1_000_000,
            }),
        });
        plan.All(Task).Count.ShouldBe(2);
        plan.All(Destination).Count.ShouldBe(1);
        var task = plan.Only(Task, "sync-pages");
        (task.Text("includes.filterType"), task.Text("includes.value")).ShouldBe(("SIMPLE_PATTERN", "/json/*|/pages/*"));
        (task.Text("excludes.filterType"), task.Text("excludes.value")).ShouldBe(("SIMPLE_PATTERN", "/pages/draft/*"));
        (task.Text("options.overwriteMode"), task.Text("options.preserveDeletedFiles")).ShouldBe(("NEVER", "REMOVE"));
        task.Number("options.bytesPerSecond").ShouldBe(1_000_000);
        task.Text("schedule.scheduleExpression").ShouldBe("rate(1 day)");
        plan.Root.OutputText("pages").ShouldBe(task.OutputText("arn"));
    }

    [Fact]
    public async Task Tasks_write_to_a_log_group_that_DataSync_may_write_to()
    {
        var plan = await With(args => args);
        var group = plan.Only("aws:cloudwatch/logGroup:LogGroup", "sync");
        group.Number("retentionInDays").ShouldBe(90);
        var policy = plan.Only("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "sync");
        policy.Text("policyDocument").ShouldBe(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"datasync.amazonaws.com"},"Action":["logs:CreateLogStream","logs:PutLogEvents"],""" +
            $"\"Resource\":\"{group.OutputText("arn")}:*\"," +
            "\"Condition\":" +
            """{"ArnLike":{"aws:SourceArn":"arn:aws:datasync:eu-west-1:111111111111:task/*"},"StringEquals":{"aws:SourceAccount":"111111111111"}}}]}""");
        var task = plan.Only(Task, "sync-full");
        task.Text("cloudwatchLogGroupArn").ShouldBe(group.OutputText("arn"));
        task.Dependencies.ShouldContain(policy.Urn);
        plan.Only("ecs-platform:storage:BucketSync").OutputText("logGroupName").ShouldBe(group.OutputText("name"));
    }

    private static ImmutableSortedDictionary<string, SyncTask> Tasks(params (string Name, SyncTask Task)[] tasks) =>
        tasks.ToImmutableSortedDictionary(task => task.Name, task => task.Task, StringComparer.Ordinal);

    private static Task<Plan> With(Func<BucketSyncArgs, BucketSyncArgs> change) => TestPlan.OfAsync(() =>
    {
        var network = new BaseNetwork("net", Valid.Network);
        var fileSystem = new EfsFileSystem("files", new EfsFileSystemArgs
        {
            Network = network,
            AccessPoints = ImmutableSortedDictionary.Create<string, AccessPoint>(StringComparer.Ordinal)
                .Add("data", new AccessPoint { RootDirectory = "/data", UserId = 1000, GroupId = 1000 }),
        });
        var sync = new BucketSync("sync", change(new BucketSyncArgs
        {
            BucketArn = BucketArn,
            FileSystem = fileSystem,
            AccessPoint = "data",
            Tasks = Tasks(("full", new SyncTask())),
        }));
        return sync.TaskArns.ToDictionary(task => task.Key, task => (object?)task.Value);
    });
}
