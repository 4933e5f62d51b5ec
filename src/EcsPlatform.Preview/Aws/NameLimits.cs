using System.Collections.Frozen;

namespace EcsPlatform.Preview.Aws;

/// <summary>The limits of names by type. A program that exceeds one gets as far as a real preview, or even a real update, and fails there.</summary>
internal static class NameLimits
{
    private const string Docs = "https://docs.aws.amazon.com/";
    private const string LoadBalancing = $"{Docs}elasticloadbalancing/latest/APIReference/API_Create";
    private const string Iam = $"{Docs}IAM/latest/APIReference/API_";
    private const string Ecs = $"{Docs}AmazonECS/latest/APIReference/API_";
    private const string Waf = $"{Docs}waf/latest/APIReference/API_Create";
    private const string Logs = $"{Docs}AmazonCloudWatchLogs/latest/APIReference/API_";
    private const string CloudFront = $"{Docs}cloudfront/latest/APIReference/API_";

    private static readonly FrozenDictionary<string, NameLimit> Limits = new Dictionary<string, NameLimit>
    {
        ["aws:autoscaling/group:Group"] = new("name", 255, $"{Docs}autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html"),
        ["aws:cloudfront/cachePolicy:CachePolicy"] = new("name", 128, $"{CloudFront}CachePolicyConfig.html"),
        ["aws:cloudfront/function:Function"] = new("name", 64, $"{CloudFront}CreateFunction.html"),
        ["aws:cloudfront/originAccessControl:OriginAccessControl"] = new("name", 64, $"{CloudFront}OriginAccessControlConfig.html"),
        ["aws:cloudwatch/eventRule:EventRule"] = new("name", 64, $"{Docs}eventbridge/latest/APIReference/API_PutRule.html"),
        ["aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination"] = new("name", 60, $"{Logs}PutDeliveryDestination.html"),
        ["aws:cloudwatch/logDeliverySource:LogDeliverySource"] = new("name", 60, $"{Logs}PutDeliverySource.html"),
        ["aws:cloudwatch/logGroup:LogGroup"] = new("name", 512, $"{Logs}CreateLogGroup.html"),
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = new("name", 255, $"{Docs}AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"),
        // AWS takes 128; the provider checks 125.
        ["aws:ec2/launchTemplate:LaunchTemplate"] =
            new("name", 125, "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/validate.go"),
        ["aws:ec2/securityGroup:SecurityGroup"] = new("name", 255, $"{Docs}AWSEC2/latest/APIReference/API_CreateSecurityGroup.html"),
        ["aws:ecr/repository:Repository"] = new("name", 256, $"{Docs}AmazonECR/latest/APIReference/API_CreateRepository.html"),
        ["aws:ecs/capacityProvider:CapacityProvider"] = new("name", 255, $"{Ecs}CreateCapacityProvider.html"),
        ["aws:ecs/cluster:Cluster"] = new("name", 255, $"{Ecs}CreateCluster.html"),
        ["aws:ecs/service:Service"] = new("name", 255, $"{Ecs}CreateService.html"),
        // The provider's automatic token may have up to 255 characters.
        ["aws:efs/fileSystem:FileSystem"] = new("creationToken", 64, $"{Docs}efs/latest/ug/API_CreateFileSystem.html"),
        ["aws:iam/instanceProfile:InstanceProfile"] = new("name", 128, $"{Iam}CreateInstanceProfile.html"),
        ["aws:iam/policy:Policy"] = new("name", 128, $"{Iam}CreatePolicy.html"),
        ["aws:iam/role:Role"] = new("name", 64, $"{Iam}CreateRole.html"),
        ["aws:iam/rolePolicy:RolePolicy"] = new("name", 128, $"{Iam}PutRolePolicy.html"),
        ["aws:lambda/function:Function"] = new("name", 64, $"{Docs}lambda/latest/api/API_CreateFunction.html"),
        ["aws:lb/loadBalancer:LoadBalancer"] = new("name", 32, $"{LoadBalancing}LoadBalancer.html"),
        ["aws:lb/targetGroup:TargetGroup"] = new("name", 32, $"{LoadBalancing}TargetGroup.html"),
        ["aws:s3/bucket:Bucket"] = new("bucket", 63, $"{Docs}AmazonS3/latest/userguide/bucketnamingrules.html"),
        ["aws:scheduler/schedule:Schedule"] = new("name", 64, $"{Docs}scheduler/latest/APIReference/API_CreateSchedule.html"),
        ["aws:sns/topic:Topic"] = new("name", 256, $"{Docs}sns/latest/api/API_CreateTopic.html"),
        ["aws:sqs/queue:Queue"] = new("name", 80, $"{Docs}AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html"),
        ["aws:wafv2/ipSet:IpSet"] = new("name", 128, $"{Waf}IPSet.html"),
        ["aws:wafv2/webAcl:WebAcl"] = new("name", 128, $"{Waf}WebACL.html"),
    }.ToFrozenDictionary();

    /// <summary>The types with a limit.</summary>
    public static IEnumerable<string> Types => Limits.Keys;

    /// <summary>The limit of a type; null when none is known.</summary>
    public static NameLimit? Of(string type) => Limits.GetValueOrDefault(type);
}
