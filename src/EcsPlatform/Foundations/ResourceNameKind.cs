namespace EcsPlatform.Foundations;

/// <summary>What AWS allows as the name of one kind of resource.</summary>
public sealed record ResourceNameKind
{
    private ResourceNameKind(string title, int longest)
    {
        Title = title;
        Longest = longest;
    }

    /// <summary>
    /// An application load balancer: 32 letters, digits and inner hyphens, not beginning with <c>internal-</c>
    /// (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html).
    /// </summary>
    public static ResourceNameKind LoadBalancer { get; } = new("load balancer", 32) { ReservedStarts = ["internal-"] };

    /// <summary>
    /// A target group: 32 letters, digits and inner hyphens
    /// (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html).
    /// </summary>
    public static ResourceNameKind TargetGroup { get; } = new("target group", 32);

    /// <summary>A role: 64 letters, digits and <c>_+=,.@-</c> (https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html).</summary>
    public static ResourceNameKind Role { get; } = new("role", 64) { Symbols = "_+=,.@" };

    /// <summary>A managed policy: 128 letters, digits and <c>_+=,.@-</c> (https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html).</summary>
    public static ResourceNameKind Policy { get; } = new("policy", 128) { Symbols = "_+=,.@" };

    /// <summary>
    /// An instance profile: 128 letters, digits and <c>_+=,.@-</c>
    /// (https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateInstanceProfile.html).
    /// </summary>
    public static ResourceNameKind InstanceProfile { get; } = new("instance profile", 128) { Symbols = "_+=,.@" };

    /// <summary>
    /// A bucket: 3 to 63 lower-case letters, digits and inner hyphens, not beginning with what S3 keeps for itself
    /// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html). Dots are allowed there, but break TLS.
    /// </summary>
    public static ResourceNameKind Bucket { get; } = new("bucket", 63)
    {
        Shortest = 3,
        LowerCase = true,
        ReservedStarts = ["xn--", "sthree-", "amzn-s3-demo-"],
    };

    /// <summary>
    /// A log group: 512 letters, digits and <c>_-/.#</c>
    /// (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html).
    /// </summary>
    public static ResourceNameKind LogGroup { get; } = new("log group", 512) { Symbols = "_/.#" };

    /// <summary>
    /// A queue: 80 letters, digits, hyphens and underscores
    /// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html).
    /// </summary>
    public static ResourceNameKind Queue { get; } = new("queue", 80) { Symbols = "_" };

    /// <summary>
    /// A topic: 256 letters, digits, hyphens and underscores (https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html).
    /// </summary>
    public static ResourceNameKind Topic { get; } = new("topic", 256) { Symbols = "_" };

    /// <summary>
    /// A launch template: 3 to 125 letters, digits and <c>().-/_</c>. AWS takes 128
    /// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html), but the provider checks 125
    /// (https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/validate.go).
    /// </summary>
    public static ResourceNameKind LaunchTemplate { get; } = new("launch template", 125) { Shortest = 3, Symbols = "()./_" };

    /// <summary>
    /// A schedule: 64 letters, digits and <c>_.-</c> (https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html).
    /// </summary>
    public static ResourceNameKind Schedule { get; } = new("schedule", 64) { Symbols = "_." };

    /// <summary>
    /// The creation token of a file system, which auto-naming makes from the logical name: 64 characters
    /// (https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html), of which letters, digits and <c>_.-</c> are used here.
    /// </summary>
    public static ResourceNameKind FileSystem { get; } = new("file system", 64) { Symbols = "_." };

    /// <summary>
    /// A security group: 255 letters, digits, spaces and <c>._-:/()#,@[]+=&amp;;{}!$*</c>, not beginning with <c>sg-</c>
    /// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html).
    /// </summary>
    public static ResourceNameKind SecurityGroup { get; } = new("security group", 255)
    {
        Symbols = " ._:/()#,@[]+=&;{}!$*",
        ReservedStarts = ["sg-"],
    };

    /// <summary>
    /// A web ACL or a set of addresses: 128 letters, digits, underscores and hyphens
    /// (https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html).
    /// </summary>
    public static ResourceNameKind WebAcl { get; } = new("web ACL", 128) { Symbols = "_" };

    /// <summary>
    /// A capacity provider: 255 letters, digits, underscores and hyphens, not beginning with <c>aws</c>, <c>ecs</c> or <c>fargate</c>
    /// (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html).
    /// </summary>
    public static ResourceNameKind CapacityProvider { get; } = new("capacity provider", 255)
    {
        Symbols = "_",
        ReservedStarts = ["aws", "ecs", "fargate"],
    };

    /// <summary>
    /// A function, a key value store or an origin access control of CloudFront: 64 letters, digits, underscores and hyphens
    /// (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateFunction.html).
    /// </summary>
    public static ResourceNameKind CloudFront { get; } = new("CloudFront resource", 64) { Symbols = "_" };

    /// <summary>
    /// A function of Lambda: 64 letters, digits, hyphens and underscores (https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html).
    /// </summary>
    public static ResourceNameKind Function { get; } = new("function", 64) { Symbols = "_" };

    /// <summary>
    /// A source or a destination of log deliveries: 60 letters, digits, underscores and hyphens
    /// (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html).
    /// </summary>
    public static ResourceNameKind LogDelivery { get; } = new("log delivery", 60) { Symbols = "_" };

    /// <summary>
    /// A rule of EventBridge: 64 letters, digits and <c>_.-</c> (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html).
    /// </summary>
    public static ResourceNameKind EventRule { get; } = new("event rule", 64) { Symbols = "_." };

    /// <summary>All kinds.</summary>
    public static ImmutableArray<ResourceNameKind> All { get; } =
    [
        LoadBalancer, TargetGroup, Role, Policy, InstanceProfile, Bucket, LogGroup, LaunchTemplate, Schedule, FileSystem, SecurityGroup, WebAcl,
        CapacityProvider, CloudFront, Function, Queue, Topic, LogDelivery, EventRule,
    ];

    /// <summary>What it is, for messages.</summary>
    public string Title { get; }

    /// <summary>How many characters a name has at most.</summary>
    public int Longest { get; }

    /// <summary>How many characters a name has at least.</summary>
    public int Shortest { get; private init; } = 1;

    /// <summary>Whether capital letters are refused.</summary>
    public bool LowerCase { get; private init; }

    /// <summary>What is allowed besides ASCII letters, digits and hyphens.</summary>
    public string Symbols { get; private init; } = "";

    /// <summary>What a name must not begin with, whatever its case.</summary>
    public ImmutableArray<string> ReservedStarts { get; private init; } = [];

    /// <summary>Tells whether a name may hold a character.</summary>
    /// <param name="character">The character.</param>
    /// <returns>True when it may.</returns>
    public bool Allows(char character) => character == '-'
        || (char.IsAsciiLetterOrDigit(character) && !(LowerCase && char.IsAsciiLetterUpper(character)))
        || Symbols.Contains(character, StringComparison.Ordinal);

    /// <summary>The kind's title.</summary>
    /// <returns>For example <c>load balancer</c>.</returns>
    public override string ToString() => Title;
}
