using EcsPlatform.Clusters;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Routing;
using EcsPlatform.Testing;
using EcsPlatform.Testing.Rules;
using EcsPlatform.Tests.Functions;
using EcsPlatform.Workloads;
using static EcsPlatform.Tests.Baseline.RuleCases;

namespace EcsPlatform.Tests.Baseline;

/// <summary>What an environment stands on keeps the rules of security and reliability by default, and each rule sees when it is broken.</summary>
public sealed class BaselineRulesTests : IAsyncLifetime
{
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Vpc = "aws:ec2/vpc:Vpc";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Group = "aws:autoscaling/group:Group";
    private const string Provider = "aws:ecs/capacityProvider:CapacityProvider";
    private const string Cluster = "aws:ecs/cluster:Cluster";
    private const string Listener = "aws:lb/listener:Listener";
    private const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    private const string Function = "aws:lambda/function:Function";

    private Plan _plan = null!;

    public async Task InitializeAsync() => _plan = await TestPlan.OfAsync(() =>
    {
        var network = new BaseNetwork("net", Valid.Network);
        var cluster = new EcsCluster("test", Valid.Cluster(network));
        var logs = new LogBucket("test-logs", new LogBucketArgs { Account = Valid.Account });
        _ = new DataBucket("test-data", new DataBucketArgs { AccessLogs = logs });
        var loadBalancer = new SharedLoadBalancer("test", Valid.LoadBalancer(network) with
        {
            AccessLog = new LoadBalancerLog(logs.BucketName, LogBucket.LoadBalancerAccessPrefix),
        });
        _ = new EcsWorkload("test-web", Valid.Workload(cluster, Valid.Route(loadBalancer)));
        var functions = FunctionPlans.Args with
        {
            Vpc = new FunctionVpc(network) { Egress = InternetEgress.Https },
            Asynchronous = new AsynchronousInvocation.DeadLetter(new FunctionTarget.Queue(new QueueGrants("arn:aws:sqs:eu-west-1:111111111111:failed"))),
            ReservedConcurrency = 10,
        };
        _ = new LambdaFunction("test-jar", functions with { Code = FunctionPlans.Jar });
        new LambdaFunction("test-image", functions with { Alias = "live" })
            .AllowInvocation("alarms", "sns.amazonaws.com", "arn:aws:sns:eu-west-1:111111111111:alarms");
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_network_and_a_cluster_keep_all_rules_without_options()
    {
        var plan = await TestPlan.OfAsync(() => _ = new EcsCluster("test", Valid.Cluster(new BaseNetwork("net", Valid.Network))));
        PlanRules.Findings(plan).ShouldBeEmpty();
    }

    [Fact]
    public void So_do_load_balancer_buckets_services_and_functions() => PlanRules.Findings(_plan).ShouldBeEmpty();

    [Fact]
    public void No_rule_stands_twice() => PlanRules.All.Select(rule => rule.Id).ShouldBeUnique();

    [Fact]
    public void Every_rule_is_broken_by_a_case() =>
        Cases.Concat(EventAndSiteRulesTests.Cases).Select(entry => entry.Id).Distinct().Order(StringComparer.Ordinal).ShouldBe(PlanRules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Exactly_one_rule_sees_what_breaks_it(int number)
    {
        var (id, change) = Cases[number];
        PlanRules.Findings(change(_plan)).Select(finding => finding.Split(':')[0]).Distinct().ShouldBe([id]);
    }

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Count)];

    private static IReadOnlyList<(string Id, Func<Plan, Plan> Change)> Cases { get; } =
    [
        ("NET-01", plan => plan.Without("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup")),
        ("NET-01", plan => plan.With("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "egress", List(new PropertyValue.Map(PropertyValue.Map.Empty.Entries)))),
        ("NET-02", plan => plan.With("aws:ec2/flowLog:FlowLog", "trafficType", Text("ACCEPT"))),
        ("NET-03", plan => plan.With(Subnet, "mapPublicIpOnLaunch", On)),
        ("NET-04", plan => plan.Plus(Rule(Ingress, 443))),
        ("NET-05", plan => plan.Plus(Rule(Ingress, 5432))),
        ("NET-05", plan => plan.Plus(Rule(Ingress, 0, 65535))),
        ("NET-06", plan => plan.With(Ingress, "ipProtocol", Text("-1")).With(Ingress, "referencedSecurityGroupId", null)),
        ("NET-07", plan => plan.With("aws:ec2/securityGroup:SecurityGroup", "description", null)),
        ("NET-08", plan => plan.With("aws:ec2/securityGroup:SecurityGroup", "egress", List(PropertyValue.Map.Empty))),
        ("NET-09", plan => plan.With(Egress, "ipProtocol", Text("-1"))),
        ("NET-10", plan => plan.Plus(NetworkAclRule)),
        ("NET-11", plan => plan.Without("aws:ec2/vpcEndpoint:VpcEndpoint")),
        ("NET-11", plan => plan.Without("aws:ec2/natGateway:NatGateway")),
        ("NET-12", plan => plan.With(Subnet, "availabilityZone", Text("eu-west-1a"))),
        ("NET-14", plan => plan.With(Vpc, "enableDnsHostnames", null)),
        ("NET-15", plan => plan.With("aws:ec2/route:Route", "gatewayId", Text("igw-1"))),
        ("NET-16", plan => plan.With(Vpc, "cidrBlock", Text("10.0.0.0/24"))),
        ("ASG-01", plan => plan.With(Template, "metadataOptions.httpTokens", Text("optional"))),
        ("ASG-02", plan => plan.With(Template, "metadataOptions.httpPutResponseHopLimit", Number(2))),
        ("ASG-03", plan => plan.With(Template, "networkInterfaces", List(Map("associatePublicIpAddress", Text("true"))))),
        ("ASG-04", plan => plan.With(Template, "blockDeviceMappings.0.ebs.encrypted", null)),
        ("ASG-05", plan => plan.With(Template, "monitoring", null)),
        ("ASG-06", plan => plan.With(Template, "imageId", Text("resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"))),
        ("ASG-07", plan => plan.With(Group, "launchConfiguration", Text("old"))),
        ("ASG-08", plan => plan.With(Group, "vpcZoneIdentifiers", List(Text("subnet-1"), Text("subnet-1")))),
        ("ASG-10", plan => plan.With(Group, "healthCheckGracePeriod", null)),
        ("ASG-10", plan => plan.With(Group, "targetGroupArns", List(Text("arn")))),
        ("ASG-11", plan => plan.With(Group, "tags", List())),
        ("ASG-12", plan => plan.With(Group, "forceDelete", null)),
        ("ASG-14", plan => plan.With("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "policyArn", Text("arn:aws:iam::111111111111:policy/own"))),
        ("CP-01", plan => plan.With(Group, "protectFromScaleIn", Off)),
        ("CP-01", plan => plan.With(Provider, "autoScalingGroupProvider.managedScaling.status", Text("DISABLED"))),
        ("CP-02", plan => plan.With(Provider, "autoScalingGroupProvider.managedDraining", null)),
        ("CP-03", plan => plan.With(Provider, "name", Text("ecs-provider"))),
        ("CP-04", plan => plan.With("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders", "capacityProviders", List())),
        ("CP-04", plan => plan.Without("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders")),
        ("ECS-01", plan => plan.With(Cluster, "settings.0.value", Text("disabled"))),
        ("ECS-02", plan => plan.With(Cluster, "configuration.executeCommandConfiguration.kmsKeyId", null)),
        ("ECS-02", plan => plan.With(Cluster, "configuration", null)),
        ("ELB-01", plan => plan.With(Listener, "defaultActions.0.redirect.statusCode", Text("HTTP_302"))),
        ("ELB-02", plan => plan.With(Listener, "protocol", Text("HTTP"))),
        ("ELB-03", plan => plan.With(Listener, "sslPolicy", Text("ELBSecurityPolicy-2016-08"))),
        ("ELB-04", plan => plan.With(Listener, "defaultActions.0.fixedResponse.statusCode", Text("200"))),
        ("ELB-05", plan => plan.With(LoadBalancer, "dropInvalidHeaderFields", Off)),
        ("ELB-06", plan => plan.With(LoadBalancer, "accessLogs.enabled", Off)),
        ("ELB-07", plan => plan.With(LoadBalancer, "enableDeletionProtection", Off)),
        ("ELB-08", plan => plan.With(LoadBalancer, "desyncMitigationMode", Text("monitor"))),
        ("ELB-09", plan => plan.With(LoadBalancer, "subnets", List(Text("subnet-1")))),
        ("ELB-10", PublicLoadBalancer),
        ("ELB-11", plan => plan.With(TargetGroup, "deregistrationDelay", Number(300))),
        ("ELB-13", plan => plan.With(TargetGroup, "name", Text("web"))),
        ("ELB-14", plan => plan.Plus(plan.Only("aws:lb/listenerRule:ListenerRule") with { Urn = "urn:pulumi:test::ecs-platform::aws:lb/listenerRule:ListenerRule::again" })),
        ("S3-01", plan => plan.With("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "blockPublicPolicy", Off)),
        ("S3-02", plan => plan.With("aws:s3/bucketPolicy:BucketPolicy", "policy", Text(
            """{"Statement":[{"Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"}}]}"""))),
        ("S3-03", plan => plan.With("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "rule.objectOwnership", Text("ObjectWriter"))),
        ("S3-04", plan => plan.Without("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration")),
        ("S3-05", plan => plan.With("aws:s3/bucketVersioning:BucketVersioning", "versioningConfiguration.status", Text("Suspended"))),
        ("S3-06", plan => plan.Without("aws:s3/bucketLogging:BucketLogging")),
        ("S3-08", plan => plan.With("aws:s3/bucket:Bucket", "forceDestroy", On)),
        ("KMS-01", plan => plan.With("aws:kms/key:Key", "enableKeyRotation", Off)),
        ("KMS-01", plan => plan.With("aws:kms/key:Key", "deletionWindowInDays", Number(7))),
        ("KMS-01", plan => plan.With("aws:kms/key:Key", "policy", Text("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":["*"]}}]}"""))),
        ("LMB-01", plan => plan.With("aws:lambda/permission:Permission", "sourceArn", null)),
        ("LMB-01", plan => plan.With("aws:lambda/permission:Permission", "principal", Text("*"))),
        ("LMB-02", plan => plan.With(Function, "imageUri", Text("111111111111.dkr.ecr.eu-west-1.amazonaws.com/library/copy:latest"))),
        ("LMB-02", plan => plan.With(Function, "runtime", Text("nodejs20.x"))),
        ("LMB-02", plan => plan.With(Function, "sourceCodeHash", null)),
        ("LMB-03", plan => plan.With(Function, "tracingConfig.mode", Text("PassThrough"))),
        ("LMB-03", plan => plan.With(Function, "loggingConfig.logGroup", Text("/aws/lambda/copy"))),
        ("LMB-03", plan => plan.With("aws:iam/rolePolicy:RolePolicy", "policy", Text("""{"Statement":[{"Effect":"Allow","Action":"logs:CreateLogGroup","Resource":"arn:aws:logs:eu-west-1:111111111111:log-group:/aws/lambda/copy"}]}"""))),
        ("LMB-04", plan => plan.With(Function, "vpcConfig.subnetIds", List(Text("subnet-1")))),
        ("LMB-04", plan => plan.With(Function, "replaceSecurityGroupsOnDestroy", null)),
        ("LOG-01", plan => plan.With("aws:cloudwatch/logGroup:LogGroup", "retentionInDays", null)),
    ];

    private static PlannedResource NetworkAclRule => new()
    {
        Urn = "urn:pulumi:test::ecs-platform::aws:ec2/networkAclRule:NetworkAclRule::ssh",
        Type = "aws:ec2/networkAclRule:NetworkAclRule",
        Name = "ssh",
        Inputs = PropertyValue.Map.Of([
            new("ruleAction", Text("allow")), new("cidrBlock", Text("0.0.0.0/0")), new("fromPort", Number(0)), new("toPort", Number(65535)),
        ]),
    };

    private static Plan PublicLoadBalancer(Plan plan) => plan.With(LoadBalancer, "internal", Off);

    private static PlannedResource Rule(string type, double port, double? to = null) => new()
    {
        Urn = $"urn:pulumi:test::ecs-platform::{type}::open",
        Type = type,
        Name = "open",
        Inputs = PropertyValue.Map.Of([
            new("cidrIpv4", Text("0.0.0.0/0")),
            new("description", Text("Everybody")),
            new("fromPort", Number(port)),
            new("ipProtocol", Text("tcp")),
            new("securityGroupId", Text("sg-1")),
            new("toPort", Number(to ?? port)),
        ]),
    };
}
