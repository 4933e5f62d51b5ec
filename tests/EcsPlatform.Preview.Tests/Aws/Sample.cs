using System.Collections.Immutable;
using EcsPlatform.Preview.Aws;

namespace EcsPlatform.Preview.Tests.Aws;

/// <summary>A scope, identities, and what resources refer to.</summary>
internal static class Sample
{
    public const string Identity = "0123456789abcdef0123456789abcdef01234567";
    public const string OtherIdentity = "76543210fedcba9876543210fedcba9876543210";
    private const string Elb = "arn:aws:elasticloadbalancing:eu-west-2:111111111111";

    public static AwsScope Scope { get; } = new("111111111111", "eu-west-2", "aws");

    /// <summary>References that types need for their ids; no type's own name is among them.</summary>
    public static ImmutableDictionary<string, object> References { get; } = PlainValues.Map(
        ("accountId", "111111111111"), ("alarmName", "low"), ("alarmRule", "ALARM(low)"), ("autoscalingGroupName", "workers"),
        ("awsServiceName", "ecs.amazonaws.com"), ("bucket", "releases"),
        ("certificateArn", "arn:aws:acm:eu-west-2:111111111111:certificate/c"),
        ("cidr", "10.0.0.0/16"), ("cluster", "arn:aws:ecs:eu-west-2:111111111111:cluster/main"), ("clusterName", "main"),
        ("dashboardName", "overview"), ("defaultRouteTableId", "rtb-0a"), ("destinationCidrBlock", "0.0.0.0/0"),
        ("dhcpOptionsId", "dopt-0a"), ("distributionId", "E1"), ("domainName", "library.example.org"), ("ecrRepositoryPrefix", "cache"),
        ("efsFileSystemArn", "arn:aws:elasticfilesystem:eu-west-2:111111111111:file-system/fs-0a"), ("family", "viewer"),
        ("fileSystemId", "fs-0a"), ("function", "transform"), ("functionName", "transform"), ("groupName", "nightly"),
        ("identifier", "x"), ("instanceId", "i-0a"), ("internetGatewayId", "igw-0a"), ("key", "index.html"), ("keyId", "k"),
        ("keyValueStoreArn", "arn:kvs"),
        ("layerName", "properties"), ("listenerArn", $"{Elb}:listener/app/main/0123456789abcdef/0011223344556677"),
        ("loadBalancerArn", $"{Elb}:loadbalancer/app/main/0123456789abcdef"), ("logGroupName", "/ecs/main"), ("namespaceId", "ns-a"),
        ("policyName", "events"), ("prefixListId", "pl-0a"), ("qualifier", "LIVE"), ("queueUrl", "https://sqs.example/q"),
        ("repository", "viewer"), ("resourceArn", "arn:aws:ecs:eu-west-2:111111111111:service/main/viewer"),
        ("resourceId", "service/main/viewer"),
        ("role", "task-role"), ("roleName", "task-role"), ("routeTableId", "rtb-0a"), ("rule", "nightly"), ("ruleName", "limit"),
        ("s3BucketArn", "arn:aws:s3:::releases"), ("scheduledActionName", "evening"), ("secretArn", "arn:s"), ("secretId", "arn:s"),
        ("serverHostname", "files.example.org"), ("service", "arn:aws:ecs:eu-west-2:111111111111:service/main/viewer"),
        ("serviceName", "com.amazonaws.eu-west-2.s3"), ("serviceNamespace", "ecs"), ("sourceFileSystemId", "fs-0a"),
        ("statementId", "invoke"),
        ("subnetId", "subnet-0a"), ("tag", PlainValues.Map(("key", "Team"))),
        ("targetGroupArn", $"{Elb}:targetgroup/main/0123456789abcdef"), ("targetId", "ten"),
        ("targetKeyId", "k"), ("topic", "arn:aws:sns:eu-west-2:111111111111:t"), ("topicArn", "arn:aws:sns:eu-west-2:111111111111:t"),
        ("type", "A"), ("url", "https://token.example.org"), ("user", "robot"), ("vpcEndpointId", "vpce-0a"), ("vpcId", "vpc-0a"), ("vpcPeeringConnectionId", "pcx-0a"),
        ("webAclArn", "arn:aws:wafv2:eu-west-2:111111111111:regional/webacl/w/1"), ("zoneId", "Z1"));

    public static FakeAnswer Answer(string type, string identity = Identity) => For(type, References, identity: identity);

    public static FakeAnswer For(
        string type, ImmutableDictionary<string, object> inputs, string name = "thing", string identity = Identity) =>
        AwsAnswers.For(type, name, NeedsOwnName(type) ? inputs.RemoveRange(["bucket", "serviceName"]) : inputs, identity, Scope);

    public static FakeAnswer With(string type, params (string Key, object Value)[] inputs) =>
        AwsAnswers.For(type, "thing", PlainValues.Map(inputs), Identity, Scope);

    // These read as references elsewhere what names the resource itself here.
    private static bool NeedsOwnName(string type) =>
        type is "aws:s3/bucket:Bucket" or "aws:s3/bucketV2:BucketV2" or "aws:ecs/expressGatewayService:ExpressGatewayService";
}
