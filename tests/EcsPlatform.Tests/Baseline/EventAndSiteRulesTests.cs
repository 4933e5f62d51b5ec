using System.Collections.Immutable;
using System.Text.Json;
using EcsPlatform.Delivery;
using EcsPlatform.Functions;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Processing;
using EcsPlatform.Storage;
using EcsPlatform.Testing;
using EcsPlatform.Testing.Rules;
using EcsPlatform.Tests.Delivery;
using EcsPlatform.Tests.Processing;
using Pulumi;
using static EcsPlatform.Tests.Baseline.RuleCases;

namespace EcsPlatform.Tests.Baseline;

/// <summary>
/// Functions, queues, topics, buckets, sites and file systems keep the rules of security and reliability, and each rule sees when it is broken.
/// </summary>
public sealed class EventAndSiteRulesTests : IAsyncLifetime
{
    private const string Function = "aws:lambda/function:Function";
    private const string Mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";
    private const string Permission = "aws:lambda/permission:Permission";
    private const string Topic = "aws:sns/topic:Topic";
    private const string TopicPolicy = "aws:sns/topicPolicy:TopicPolicy";
    private const string Queue = "aws:sqs/queue:Queue";
    private const string QueuePolicy = "aws:sqs/queuePolicy:QueuePolicy";
    private const string Notification = "aws:s3/bucketNotification:BucketNotification";
    private const string BucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string FileSystem = "aws:efs/fileSystem:FileSystem";
    private const string FileSystemPolicy = "aws:efs/fileSystemPolicy:FileSystemPolicy";
    private const string MountTarget = "aws:efs/mountTarget:MountTarget";
    private const string Key = "aws:kms/key:Key";
    private const string Role = "aws:iam/role:Role";
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    private const string Provider = "pulumi:providers:aws";

    private Plan _plan = null!;

    public async Task InitializeAsync() => _plan = await TestPlan.OfAsync(() =>
    {
        var usEast1 = new Pulumi.Aws.Provider("us-east-1", new Pulumi.Aws.ProviderArgs { Region = "us-east-1" });
        var network = new BaseNetwork("net", Valid.Network with
        {
            LogBucket = new LogBucketArgs { Account = Valid.Account },
            CloudFrontWebAcl = new WebAclArgs
            {
                Scope = WebAclScope.CloudFront,
                BlockByDefault = false,
                Rules = [new WebAclRule.ManagedRuleGroup { Name = "common", Group = "AWSManagedRulesCommonRuleSet" }],
            },
            UsEast1 = usEast1,
        });
        var files = new EfsFileSystem("files", new EfsFileSystemArgs
        {
            Network = network,
            AccessPoints = ImmutableSortedDictionary.Create<string, AccessPoint>(StringComparer.Ordinal)
                .Add("data", new AccessPoint { RootDirectory = "/data", UserId = 1000, GroupId = 1000 }),
        });
        _ = new BucketSync("sync", new BucketSyncArgs
        {
            BucketArn = "arn:aws:s3:::library-releases",
            FileSystem = files,
            AccessPoint = "data",
            Tasks = ImmutableSortedDictionary.Create<string, SyncTask>(StringComparer.Ordinal).Add("full", new SyncTask()),
        });
        _ = new StaticSite(
            "site",
            new StaticSiteArgs
            {
                Account = Valid.Account,
                Environment = "staging",
                Host = "releases",
                Zone = DeliveryPlans.Zone,
                Bucket = new SiteBucket.Create(new DataBucketArgs { AccessLogs = network.LogBucket }),
                Certificate = new ViewerCertificate.Create(),
                WebAclArn = network.CloudFrontWebAclArn!,
                Log = new DistributionLog.Bucket(network.LogBucket!.BucketName),
            },
            new ComponentResourceOptions { Providers = { usEast1 } });
        _ = new EventPipeline("events", Pipelines.Args with
        {
            Functions = [Limited(Pipelines.Copy with { Writes = [new ObjectPlace("source", "copies/")] }, network), Limited(Pipelines.Indexer, network)],
            Events = [Pipelines.Items with { Suffix = "" }, Pipelines.Items with { Prefix = "pages/", Suffix = "" }, Pipelines.Collections],
            AlarmTopicArns = [Pipelines.TopicArn],
        });
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Nothing_is_found_in_a_pipeline_a_site_and_a_file_system() => PlanRules.Findings(_plan).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Exactly_one_rule_sees_what_breaks_it(int number)
    {
        var (id, change) = Cases[number];
        PlanRules.Findings(change(_plan)).Select(finding => finding.Split(':')[0]).Distinct().ShouldBe([id]);
    }

    // In a key's own policy the resource * is the key.
    [Fact]
    public void No_policy_allows_all_of_a_service_or_names_all_resources_where_one_could_be_named()
    {
        var policies = _plan.Resources.SelectMany(resource => Policies(resource).Select(policy => (Resource: resource, Policy: policy))).ToList();
        policies.Select(entry => entry.Resource.Type).Distinct().Order(StringComparer.Ordinal).ShouldBe([
            "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
            "aws:efs/fileSystemPolicy:FileSystemPolicy",
            "aws:iam/role:Role",
            "aws:iam/rolePolicy:RolePolicy",
            "aws:kms/key:Key",
            "aws:s3/bucketPolicy:BucketPolicy",
            "aws:sns/topicPolicy:TopicPolicy",
            "aws:sqs/queuePolicy:QueuePolicy",
        ]);
        foreach (var (resource, policy) in policies)
        {
            foreach (var statement in policy.GetProperty("Statement").EnumerateArray()
                .Where(statement => statement.GetProperty("Effect").GetString() == "Allow"))
            {
                Texts(statement, "Action").ShouldAllBe(action => !AccessRules.CoversAService(action), resource.Urn);
                if (resource.Type != Key && Texts(statement, "Resource").Contains("*"))
                {
                    Texts(statement, "Action").ShouldBeSubsetOf(AccessRules.OfNoResource, resource.Urn);
                }
            }
        }
    }

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Count)];

    internal static IReadOnlyList<(string Id, Func<Plan, Plan> Change)> Cases { get; } =
    [
        ("LMB-05", plan => plan.With(Function, "timeout", Number(301))),
        ("LMB-05", plan => plan.With(Mapping, "functionResponseTypes", null)),
        ("LMB-05", plan => plan.Plus(Resource(
            Permission,
            ("function", Text(plan.Only(Function, "events-copy").OutputText("name"))),
            ("principal", Text("sns.amazonaws.com")),
            ("sourceArn", Text(Pipelines.TopicArn))))),
        ("LMB-06", plan => plan.With(Function, "environment.variables.DATABASE_PASSWORD", Text("tree"))),
        ("LMB-06", plan => plan.With(Function, "environment.variables.USER", Text("AKIA" + "0123456789ABCDEF"))),
        ("LMB-06", plan => plan.With(Mapping, "scalingConfig", null)),
        ("MSG-01", plan => plan.With(Topic, "kmsMasterKeyId", null)),
        ("MSG-01", plan => plan.With(Topic, "kmsMasterKeyId", Text("alias/aws/sns"))),
        ("MSG-01", plan => plan.With(Key, "policy", Text("""{"Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"}}]}"""))),
        ("MSG-02", plan => plan.With(QueuePolicy, "policy", Text("""{"Statement":[]}"""))),
        ("MSG-02", plan => plan.With(TopicPolicy, "policy", Text("""{"Statement":[]}"""))),
        ("MSG-02", plan => plan.With(TopicPolicy, Opened("sns:Publish"))),
        ("MSG-02", plan => plan.With(QueuePolicy, Opened("sqs:SendMessage"))),
        ("MSG-03", plan => plan.With(Queue, "sqsManagedSseEnabled", Off)),
        ("MSG-04", plan => plan.With(Queue, "redrivePolicy", null)),
        ("MSG-04", plan => plan.With(Queue, "messageRetentionSeconds", Number(345_600))),
        ("MSG-04", plan => plan.With(Queue, queue => Replaced(queue, "redrivePolicy", "\"maxReceiveCount\":5", "\"maxReceiveCount\":2"))),
        ("MSG-04", plan => plan.Without("aws:cloudwatch/metricAlarm:MetricAlarm")),
        ("S3-07", plan => plan.Plus([.. plan.All(Notification).Select(notification => notification with { Urn = $"{notification.Urn}-again" })])),
        ("S3-07", plan => plan.With(Notification, notification => notification with { Dependencies = [] })),
        ("S3-07", plan => plan.With(Notification, notification => Replaced(notification, "queues.0.filterPrefix", "items/", "pages/2026/"))),
        ("S3-07", plan => plan.With(Notification, notification => Replaced(notification, "queues.0.filterPrefix", "items/", "copies/items/"))),
        ("CF-01", plan => plan.With(Distribution, "defaultRootObject", null)),
        ("CF-01", plan => plan.With(Distribution, "defaultCacheBehavior.viewerProtocolPolicy", Text("allow-all"))),
        ("CF-02", plan => plan.With(Distribution, "viewerCertificate.minimumProtocolVersion", Text("TLSv1.1_2016"))),
        ("CF-02", plan => plan.With(Distribution, "viewerCertificate.sslSupportMethod", Text("vip"))),
        ("CF-02", plan => plan.With(Distribution, "aliases", List())),
        ("CF-03", plan => plan.With(Provider, provider => Replaced(provider, "region", "us-east-1", "eu-west-1"))),
        ("CF-03", plan => plan.With(Distribution, "webAclId", Text("arn:aws:wafv2:eu-west-1:111111111111:global/webacl/viewer/7f1b2c3d"))),
        ("CF-04", plan => plan.With(Distribution, "origins.0.originAccessControlId", null)),
        ("CF-04", plan => plan.With(BucketPolicy, policy => Replaced(policy, "policy", "AWS:SourceArn", "AWS:SourceAccount"))),
        ("CF-04", plan => plan.With(Distribution, "origins.0.customOriginConfig.originProtocolPolicy", Text("match-viewer"))),
        ("CF-05", plan => plan.With(Distribution, "webAclId", null)),
        ("CF-05", plan => plan.Without("aws:cloudwatch/logDelivery:LogDelivery")),
        ("CF-05", plan => plan.With(Distribution, "defaultCacheBehavior.responseHeadersPolicyId", Text("60669652-455b-4ae9-85a4-c4c02393f86c"))),
        ("EFS-01", plan => plan.With(FileSystem, "encrypted", null)),
        ("EFS-02", plan => plan.With("aws:efs/backupPolicy:BackupPolicy", "backupPolicy.status", Text("DISABLED"))),
        ("EFS-03", plan => plan.With("aws:efs/accessPoint:AccessPoint", "rootDirectory.path", Text("/"))),
        ("EFS-03", plan => plan.With("aws:efs/accessPoint:AccessPoint", "posixUser.uid", Number(0))),
        ("EFS-04", plan => plan.With(MountTarget, "subnetId", Text(SubnetId(plan, "net-private-1")))),
        ("EFS-04", plan => plan.With(
            MountTarget, target => Replaced(target, "subnetId", SubnetId(plan, "net-private-1"), SubnetId(plan, "net-public-1")))),
        ("EFS-04", plan => plan.Plus(Resource(
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            ("cidrIpv4", Text("10.0.0.0/16")),
            ("description", Text("NFS from the network")),
            ("fromPort", Number(2049)),
            ("ipProtocol", Text("tcp")),
            ("securityGroupId", Text(plan.Only("aws:ec2/securityGroup:SecurityGroup", "files-efs").OutputText("id"))),
            ("toPort", Number(2049))))),
        ("EFS-05", plan => plan.With(FileSystemPolicy, policy => Replaced(policy, "policy", "AccessedViaMountTarget", "AccessPointArn"))),
        ("EFS-05", plan => plan.Without(FileSystemPolicy)),
        ("EFS-06", plan => plan.With(FileSystem, fileSystem => fileSystem with { Protect = false })),
        ("IAM-01", plan => plan.With(RolePolicy, "policy", Allowing("s3:*", "arn:aws:s3:::library-releases"))),
        ("IAM-01", plan => plan.With(RolePolicy, "policy", Allowing("s3:GetObject", "*"))),
        ("IAM-01", plan => plan.With(RolePolicy, "policy", Text(
            """{"Statement":[{"Effect":"Allow","NotAction":"iam:*","Resource":"arn:aws:s3:::library-releases"}]}"""))),
        ("IAM-02", plan => plan.With(Role, "assumeRolePolicy", Text(
            """{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"}}]}"""))),
        ("IAM-02", plan => plan.With(Role, "assumeRolePolicy", Text(
            """{"Statement":[{"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"}}]}"""))),
        ("IAM-02", plan => plan.Plus(Resource(
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment", ("policyArn", Text("arn:aws:iam::aws:policy/ReadOnlyAccess"))))),
        // It speaks of every cluster of the account.
        ("IAM-02", plan => plan.Plus(Resource(
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            ("policyArn", Text("arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role"))))),
        ("IAM-03", plan => plan.With(RolePolicy, "policy", Allowing("kms:Decrypt", "*"))),
        ("IAM-03", plan => plan.With(RolePolicy, "policy", Allowing("iam:PassRole", "arn:aws:iam::111111111111:role/*"))),
    ];

    private static PipelineFunction Limited(PipelineFunction function, BaseNetwork network) => function with
    {
        Function = function.Function with { Vpc = new FunctionVpc(network) { Egress = InternetEgress.Https } },
        Queue = function.Queue with { MaximumConcurrency = 5 },
    };

    private static string SubnetId(Plan plan, string name) => plan.Only("aws:ec2/subnet:Subnet", name).OutputText("id");

    private static PropertyValue.Text Allowing(string action, string resource) =>
        Text($$"""{"Statement":[{"Effect":"Allow","Action":"{{action}}","Resource":"{{resource}}"}]}""");

    // The policy as it is, and everybody besides.
    private static Func<PlannedResource, PlannedResource> Opened(string action) => policy => Replaced(
        policy, "policy", "\"Statement\":[", "\"Statement\":[" + $$"""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"{{action}}","Resource":"*"},""");

    // As it is where the text does not occur.
    private static PlannedResource Replaced(PlannedResource resource, string path, string text, string by) => resource.Input(path) is PropertyValue.Text before
        ? Plan.Of("ecs-platform", "test", [resource]).With(resource.Type, path, Text(before.Value.Replace(text, by, StringComparison.Ordinal))).Resources[0]
        : resource;

    private static IEnumerable<JsonElement> Policies(PlannedResource resource) => resource.Inputs.Entries.Values.OfType<PropertyValue.Text>()
        .Where(text => text.Value.Contains("\"Statement\":", StringComparison.Ordinal)).Select(text => JsonDocument.Parse(text.Value).RootElement);

    private static IReadOnlyList<string> Texts(JsonElement statement, string field) => statement.TryGetProperty(field, out var value)
        ? value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [value.GetString()!]
        : [];
}
