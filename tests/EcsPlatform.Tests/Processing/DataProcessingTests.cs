using System.Collections.Immutable;
using EcsPlatform.Delivery;
using EcsPlatform.Functions;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Processing;
using EcsPlatform.Routing;
using EcsPlatform.Storage;
using EcsPlatform.Testing;
using EcsPlatform.Testing.Rules;
using Pulumi;
using static EcsPlatform.Tests.Processing.Pipelines;
using Aws = Pulumi.Aws;

namespace EcsPlatform.Tests.Processing;

public class DataProcessingTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Fact]
    public Task All_defaults() => Of(args =>
    {
        var bare = new DataProcessingArgs { Network = args.Network, Buckets = args.Buckets };
        bare.Events.ShouldBeEmpty();
        bare.Detours.ShouldBeEmpty();
        bare.Functions(new DataStores(args.Network, ImmutableSortedDictionary<string, PipelineBucket>.Empty, null)).ShouldBeEmpty();
        (bare.FileSystem, bare.Sync, bare.Site, bare.AlarmTopicArns, bare.Dashboards).ShouldBe((null, null, null, null, true));
        bare.Problems("data").ShouldBeEmpty();
        new ProcessingSync { Bucket = "releases", AccessPoint = "data", Tasks = Tasks(("full", new SyncTask())) }.Prefix.ShouldBe("/");
        return bare;
    });

    [Fact]
    public Task Every_problem_is_reported() => Of(args =>
    {
        (args with
        {
            Buckets = args.Buckets.Add("Store", new DataBucketArgs { OldVersionDays = 0 }),
            FileSystem = Files(args.Network) with { FileSystem = new FileSystem.Adopt("files", "sg-0123456789abcdef0", ["eu-west-1a", "eu-west-1b"]) },
            Sync = new ProcessingSync { Bucket = "release", AccessPoint = "pages", Tasks = Tasks() },
            Site = new ProcessingSite("sources", SiteOf),
        }).Problems("data").Select(problem => problem.ToString()).ShouldBe([
            "name: 'data-Store'. Allowed: 1 to 55 lower-case letters, digits and inner hyphens. Choose a name that a bucket's name can begin with.",
            "data.Store.oldVersionDays: 0 days. Allowed: 1 day or more. Choose how long to keep it.",
            "data.fileSystem.fileSystemId: 'files'. Allowed: fs- and 8 to 40 hexadecimal digits. Give the file system's id, not its ARN or name.",
            "data.sync.bucket: 'release'. Allowed: Store, releases, source. Did you mean 'releases'?",
            "data.sync.accessPoint: 'pages'. Allowed: data. Declare the access point or correct its name.",
            "data.sync.tasks: none. Allowed: one or more. Say what is to be copied.",
            "data.site.bucket: 'sources'. Allowed: Store, releases, source. Did you mean 'source'?",
        ]);
        (args with { Buckets = ImmutableSortedDictionary<string, DataBucketArgs>.Empty, Sync = null }).Problems("data").Select(problem => problem.ToString())
            .ShouldBe(["data.buckets: none. Allowed: one or more. Name where the data lies."]);
        (args with { Sync = new ProcessingSync { Bucket = "releases", AccessPoint = "data", Tasks = Tasks(("full", new SyncTask { BytesPerSecond = 0 })) } })
            .Problems("data").Select(problem => problem.ToString()).ShouldBe([
                "data.sync: no file system. Allowed: a file system with access points. Give FileSystem, or copy nothing.",
                "data.sync.tasks.full.bytesPerSecond: 0. Allowed: 1 or more. Leave it out to copy as fast as it goes.",
            ]);
        (args with { FileSystem = Files(new BaseNetwork("other", Valid.Network with { Vpc = new VpcSource.Create { GatewayEndpoints = [] } })) }).Problems("data").Select(problem => problem.ToString())
            .ShouldBe(["data.fileSystem.network: another network. Allowed: the same network. Give the network that the functions are in."]);
        return args;
    });

    [Fact]
    public async Task A_site_without_a_provider_of_us_east_1_is_refused_with_the_line_to_write()
    {
        var refused = await Should.ThrowAsync<Exception>(() => Of(args => args with { Site = new ProcessingSite("releases", SiteOf) }));
        refused.Message.ShouldContain("data.options.providers: no provider of AWS. Allowed: a provider of us-east-1");
        refused.Message.ShouldContain("Write: new DataProcessing(\"data\", args, new ComponentResourceOptions { Providers = { new Pulumi.Aws.Provider(\"us-east-1\"");
    }

    [Fact]
    public async Task Buckets_are_private_versioned_encrypted_logged_and_protected()
    {
        var plan = await Of(args => args);
        foreach (var name in new[] { "data-releases", "data-source" })
        {
            plan.Only(Bucket, name).Protect.ShouldBeTrue();
            plan.Only("aws:s3/bucketVersioning:BucketVersioning", name).Text("versioningConfiguration.status").ShouldBe("Enabled");
            plan.Only("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", name).Flag("blockPublicPolicy").ShouldBeTrue();
            plan.Only("aws:s3/bucketOwnershipControls:BucketOwnershipControls", name).Text("rule.objectOwnership").ShouldBe("BucketOwnerEnforced");
            plan.Only("aws:s3/bucketLogging:BucketLogging", name).Text("targetBucket").ShouldBe(plan.Only(Bucket, "net-logs").Id);
            plan.Only("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", name).ShouldNotBeNull();
            plan.Only("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", name).ShouldNotBeNull();
            plan.Only("aws:s3/bucketPolicy:BucketPolicy", name).Text("policy").ShouldContain("aws:SecureTransport");
        }
    }

    [Fact]
    public async Task Functions_work_on_the_stores_that_they_are_given()
    {
        var plan = await Of(args => args with
        {
            FileSystem = Files(args.Network),
            Functions = stores =>
            [
                Copy with
                {
                    Function = Copy.Function with
                    {
                        Environment = Copy.Function.Environment.Add("RELEASES", FunctionVariable.FromOutput(stores.Buckets["releases"].BucketName.Apply(bucket => bucket))),
                        Vpc = new FunctionVpc(stores.Network) { Egress = InternetEgress.None },
                        FileSystem = new FileSystemMount(stores.FileSystem!, "data", "/mnt/data"),
                    },
                    Reads = [new ObjectPlace("source", "items/")],
                },
            ],
            Events = [Items],
        });
        var function = plan.Only("aws:lambda/function:Function", "data-copy");
        function.Text("environment.variables.RELEASES").ShouldBe(plan.Only(Bucket, "data-releases").Id);
        function.Text("fileSystemConfig.arn").ShouldBe(plan.Only("aws:efs/accessPoint:AccessPoint", "data-files-data").OutputText("arn"));
        plan.All("aws:efs/mountTarget:MountTarget").Count.ShouldBe(2);
        foreach (var target in plan.All("aws:efs/mountTarget:MountTarget"))
        {
            function.Dependencies.ShouldContain(target.Urn);
        }

        plan.Only("aws:s3/bucketNotification:BucketNotification").Text("bucket").ShouldBe(plan.Only(Bucket, "data-source").Id);
        plan.All("aws:efs/backupPolicy:BackupPolicy").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Copies_go_from_the_bucket_to_the_access_point()
    {
        var plan = await Of(args => args with
        {
            FileSystem = Files(args.Network),
            Sync = new ProcessingSync
            {
                Bucket = "releases",
                AccessPoint = "data",
                Prefix = "/json/",
                Tasks = Tasks(("full", new SyncTask { DeleteRemoved = true }), ("pages", new SyncTask { Includes = ["/pages/*"] })),
            },
        });
        plan.All("aws:datasync/task:Task").Select(task => task.Name).Order().ShouldBe(["data-releases-sync-full", "data-releases-sync-pages"]);
        var source = plan.Only("aws:datasync/s3Location:S3Location");
        (source.Text("s3BucketArn"), source.Text("subdirectory")).ShouldBe((plan.Only(Bucket, "data-releases").OutputText("arn"), "/json/"));
    }

    [Fact]
    public async Task The_site_shows_its_bucket_through_CloudFront_alone()
    {
        var plan = await WithSite();
        var distribution = plan.Only(Distribution);
        distribution.Texts("aliases").ShouldBe(["staging-releases.library.example.org"]);
        distribution.Text("origins.0.domainName").ShouldBe(plan.Only(Bucket, "data-releases").OutputText("bucketRegionalDomainName"));
        distribution.Provider.ShouldNotBeNull().ShouldContain("us-east-1");
        plan.Only(Bucket, "data-releases").Provider.ShouldBeNull();
        plan.Only("aws:s3/bucketPolicy:BucketPolicy", "data-releases").Text("policy").ShouldContain(distribution.OutputText("arn"));
        plan.All(Bucket).Select(bucket => bucket.Name).Order().ShouldBe(["data-releases", "data-source", "net-logs"]);
    }

    [Fact]
    public async Task A_site_comes_and_goes_and_nothing_else_moves()
    {
        static ComponentResourceOptions Both() => new()
        {
            Providers =
            {
                new Aws.Provider("eu-west-1", new Aws.ProviderArgs { Region = "eu-west-1" }), new Aws.Provider("us-east-1", new Aws.ProviderArgs { Region = "us-east-1" }),
            },
        };
        var with = await Of(args => args with { Site = new ProcessingSite("releases", SiteOf) }, Both);
        var without = await Of(args => args, Both);
        var buckets = without.All(Bucket).Where(bucket => bucket.Name.StartsWith("data-", StringComparison.Ordinal)).ToList();
        buckets.Count.ShouldBe(2);
        foreach (var bucket in buckets)
        {
            bucket.Provider.ShouldNotBeNull().ShouldContain("::eu-west-1::");
            var beside = with.Only(Bucket, bucket.Name);
            (beside.Urn, beside.Id, beside.Provider).ShouldBe((bucket.Urn, bucket.Id, bucket.Provider));
        }

        with.Only(Distribution).Provider.ShouldNotBeNull().ShouldContain("::us-east-1::");
        (await Of(args => args, () => new ComponentResourceOptions { Providers = { new Aws.Provider("eu-west-1", new Aws.ProviderArgs { Region = "eu-west-1" }) } }))
            .Only(Bucket, "data-source").Provider.ShouldNotBeNull().ShouldContain("::eu-west-1::");
    }

    [Fact]
    public async Task Dashboards_show_a_row_for_each_function_and_queue_by_their_real_names()
    {
        var plan = await Of(args => args with { Functions = _ => [Indexer, Copy], Events = [Items] });
        plan.All(Dashboard).Select(dashboard => dashboard.Text("dashboardName")).Order().ShouldBe(["data-functions", "data-queues"]);
        var functions = Widgets(plan.Only(Dashboard, "data-functions"));
        functions.Select(widget => widget.Title).ShouldBe([
            "copy: invocations", "copy: success, percent", "copy: duration, ms", "copy: at once",
            "index: invocations", "index: success, percent", "index: duration, ms", "index: at once",
        ]);
        functions.Select(widget => (widget.X, widget.Y)).ShouldBe([(0, 0), (6, 0), (12, 0), (18, 0), (0, 6), (6, 6), (12, 6), (18, 6)]);
        functions[0].Metrics.ShouldContain($"[\"AWS/Lambda\",\"Errors\",\"FunctionName\",\"{plan.Only("aws:lambda/function:Function", "data-copy").OutputText("name")}\",{{\"stat\":\"Sum\"}}]");
        var queues = Widgets(plan.Only(Dashboard, "data-queues"));
        queues.Select(widget => widget.Title).ShouldBe([
            "copy: waiting", "copy: in and out", "copy: oldest, s", "copy: dead letters",
            "index: waiting", "index: in and out", "index: oldest, s", "index: dead letters",
        ]);
        queues[7].Metrics.ShouldContain($"\"{plan.Only("aws:sqs/queue:Queue", "data-index-dead-letter").OutputText("name")}\"");
    }

    [Fact]
    public async Task Dashboards_are_left_out_when_asked() =>
        (await Of(args => args with { Functions = _ => [Copy], Events = [Items], Dashboards = false })).All(Dashboard).ShouldBeEmpty();

    [Fact]
    public async Task Alarms_go_to_the_topics()
    {
        var plan = await Of(args => args with { Functions = _ => [Copy], Events = [Items], AlarmTopicArns = [TopicArn] });
        plan.All(Alarm).Count.ShouldBe(4);
        plan.All(Alarm).ShouldAllBe(alarm => alarm.Texts("alarmActions").Single() == TopicArn);
    }

    [Fact]
    public async Task Beside_a_network_alone_a_minimal_environment_is_complete()
    {
        var plan = await WithSite();
        plan.Resources.Where(resource => resource.Type.StartsWith("ecs-platform:", StringComparison.Ordinal)).Select(resource => resource.Type).Distinct().ShouldNotContain(
            type => type.Contains("EcsCluster", StringComparison.Ordinal) || type.Contains("LoadBalancer", StringComparison.Ordinal));
        plan.All("aws:lambda/function:Function").Select(function => function.Name).ShouldBe(["data-copy"]);
        plan.All("aws:route53/record:Record").Select(record => (record.Text("name"), record.Text("type"))).Order().ShouldBe(
            [("staging-releases.library.example.org", "A"), ("staging-releases.library.example.org", "AAAA")]);
    }

    // No policy of it is wider than it must be, nor is anything else against the rules but what this environment leaves out: a web ACL and logs
    // for its site, alarms for its dead letters, a limit for its function.
    [Fact]
    public async Task A_minimal_environment_keeps_the_rules_of_security_and_reliability() =>
        PlanRules.Findings(await WithSite()).Select(finding => finding.Split(':')[0]).ShouldBe(["CF-05", "LMB-06", "MSG-04"], ignoreOrder: true);

    private static Task<Plan> WithSite() => Of(
        args => args with { Functions = _ => [Copy], Events = [Items], Site = new ProcessingSite("releases", SiteOf) },
        () => new ComponentResourceOptions { Providers = { new Aws.Provider("us-east-1", new Aws.ProviderArgs { Region = "us-east-1" }) } });

    private static StaticSiteArgs SiteOf(SiteBucket bucket) => new()
    {
        Account = Valid.Account,
        Environment = "staging",
        Host = "releases",
        Zone = new HostedZone("Z0123456789ABCDEFGHIJ", "library.example.org"),
        Bucket = bucket,
        Certificate = new ViewerCertificate.Existing("arn:aws:acm:us-east-1:111111111111:certificate/c27d40f9-61b8-4e05-b3da-90f5a1c86e37"),
        Log = new DistributionLog.None(),
    };

    private static EfsFileSystemArgs Files(BaseNetwork network) => new()
    {
        Network = network,
        AccessPoints = ImmutableSortedDictionary.Create<string, AccessPoint>(StringComparer.Ordinal)
            .Add("data", new AccessPoint { RootDirectory = "/data", UserId = 1000, GroupId = 1000 }),
    };

    private static ImmutableSortedDictionary<string, SyncTask> Tasks(params (string Name, SyncTask Task)[] tasks) =>
        tasks.ToImmutableSortedDictionary(task => task.Name, task => task.Task, StringComparer.Ordinal);

    private static Task<Plan> Of(Func<DataProcessingArgs, DataProcessingArgs> change, Func<ComponentResourceOptions>? options = null) => TestPlan.OfAsync(() =>
    {
        var network = new BaseNetwork("net", Valid.Network with { LogBucket = new LogBucketArgs { Account = Valid.Account } });
        var args = new DataProcessingArgs
        {
            Network = network,
            Buckets = ImmutableSortedDictionary.Create<string, DataBucketArgs>(StringComparer.Ordinal).Add("releases", new DataBucketArgs()).Add("source", new DataBucketArgs()),
        };
        _ = new DataProcessing("data", change(args), options?.Invoke());
    });

    private static List<(string Title, int X, int Y, string Metrics)> Widgets(PlannedResource dashboard) =>
    [
        .. dashboard.Json("dashboardBody").GetProperty("widgets").EnumerateArray().Select(widget => (
            widget.GetProperty("properties").GetProperty("title").GetString()!,
            widget.GetProperty("x").GetInt32(),
            widget.GetProperty("y").GetInt32(),
            widget.GetProperty("properties").GetProperty("metrics").GetRawText())),
    ];
}
