namespace EcsPlatform.Networking;

/// <summary>
/// An AWS service that a VPC reaches through an interface endpoint
/// (https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html). S3 and DynamoDB are not among them: their
/// gateway endpoints cost nothing.
/// </summary>
public sealed record InterfaceEndpointService
{
    private InterfaceEndpointService(string name, string purpose)
    {
        Name = name;
        Purpose = purpose;
    }

    /// <summary>Application Auto Scaling, which scales ECS services.</summary>
    public static InterfaceEndpointService ApplicationAutoScaling { get; } = new("application-autoscaling", "scales ECS services");

    /// <summary>EC2 Auto Scaling.</summary>
    public static InterfaceEndpointService AutoScaling { get; } = new("autoscaling", "scales groups of instances");

    /// <summary>CloudFormation.</summary>
    public static InterfaceEndpointService CloudFormation { get; } = new("cloudformation", "deploys and signals CloudFormation stacks");

    /// <summary>Cloud Map's <c>DiscoverInstances</c>; the rest of its API is <see cref="ServiceDiscovery"/>.</summary>
    public static InterfaceEndpointService DataServiceDiscovery { get; } = new("data-servicediscovery", "discovers instances of Cloud Map's services");

    /// <summary>DataSync.</summary>
    public static InterfaceEndpointService DataSync { get; } = new("datasync", "starts and watches DataSync tasks");

    /// <summary>EC2.</summary>
    public static InterfaceEndpointService Ec2 { get; } = new("ec2", "describes instances, their tags and network interfaces");

    /// <summary>The channel that the SSM Agent used for commands before version 3.3.40.0.</summary>
    public static InterfaceEndpointService Ec2Messages { get; } = new("ec2messages", "brings commands to old versions of the SSM Agent");

    /// <summary>ECR's API.</summary>
    public static InterfaceEndpointService EcrApi { get; } = new("ecr.api", "signs in to ECR before an image is pulled");

    /// <summary>ECR's Docker registry. The layers themselves come from S3.</summary>
    public static InterfaceEndpointService EcrDocker { get; } = new("ecr.dkr", "pulls the manifests of ECR's images");

    /// <summary>ECS.</summary>
    public static InterfaceEndpointService Ecs { get; } = new("ecs", "registers container instances with their cluster");

    /// <summary>The channel of the ECS agent.</summary>
    public static InterfaceEndpointService EcsAgent { get; } = new("ecs-agent", "tells the ECS agent which tasks to start and stop");

    /// <summary>The metrics of the ECS agent.</summary>
    public static InterfaceEndpointService EcsTelemetry { get; } = new("ecs-telemetry", "takes the ECS agent's metrics and health reports");

    /// <summary>EFS's API; file systems are mounted through their mount targets, without it.</summary>
    public static InterfaceEndpointService ElasticFileSystem { get; } = new("elasticfilesystem", "describes file systems and mount targets");

    /// <summary>Elastic Load Balancing.</summary>
    public static InterfaceEndpointService ElasticLoadBalancing { get; } = new("elasticloadbalancing", "describes load balancers and targets");

    /// <summary>EventBridge.</summary>
    public static InterfaceEndpointService Events { get; } = new("events", "puts events on EventBridge's buses");

    /// <summary>KMS.</summary>
    public static InterfaceEndpointService Kms { get; } = new("kms", "decrypts with KMS keys, recorded ECS Exec sessions among others");

    /// <summary>Lambda.</summary>
    public static InterfaceEndpointService Lambda { get; } = new("lambda", "invokes functions");

    /// <summary>CloudWatch Logs.</summary>
    public static InterfaceEndpointService Logs { get; } = new("logs", "takes the containers' logs");

    /// <summary>CloudWatch metrics.</summary>
    public static InterfaceEndpointService Monitoring { get; } = new("monitoring", "takes CloudWatch metrics");

    /// <summary>EventBridge Scheduler.</summary>
    public static InterfaceEndpointService Scheduler { get; } = new("scheduler", "makes schedules of EventBridge");

    /// <summary>Secrets Manager.</summary>
    public static InterfaceEndpointService SecretsManager { get; } = new("secretsmanager", "reads secrets");

    /// <summary>Cloud Map, but for <see cref="DataServiceDiscovery"/>.</summary>
    public static InterfaceEndpointService ServiceDiscovery { get; } = new("servicediscovery", "registers instances with Cloud Map");

    /// <summary>SNS.</summary>
    public static InterfaceEndpointService Sns { get; } = new("sns", "publishes to topics");

    /// <summary>SQS.</summary>
    public static InterfaceEndpointService Sqs { get; } = new("sqs", "sends to and receives from queues");

    /// <summary>Systems Manager and its parameters.</summary>
    public static InterfaceEndpointService Ssm { get; } = new("ssm", "reads parameters, and registers instances with Systems Manager");

    /// <summary>The channel of Session Manager and of ECS Exec.</summary>
    public static InterfaceEndpointService SsmMessages { get; } = new("ssmmessages", "carries Session Manager's and ECS Exec's sessions");

    /// <summary>Step Functions.</summary>
    public static InterfaceEndpointService States { get; } = new("states", "starts state machines");

    /// <summary>STS.</summary>
    public static InterfaceEndpointService Sts { get; } = new("sts", "takes roles");

    /// <summary>X-Ray.</summary>
    public static InterfaceEndpointService XRay { get; } = new("xray", "takes traces");

    /// <summary>All services, sorted by name.</summary>
    public static ImmutableArray<InterfaceEndpointService> All { get; } =
    [
        ApplicationAutoScaling, AutoScaling, CloudFormation, DataServiceDiscovery, DataSync, Ec2, Ec2Messages, EcrApi, EcrDocker, Ecs, EcsAgent,
        EcsTelemetry, ElasticFileSystem, ElasticLoadBalancing, Events, Kms, Lambda, Logs, Monitoring, Scheduler, SecretsManager, ServiceDiscovery,
        Sns, Sqs, Ssm, SsmMessages, States, Sts, XRay,
    ];

    /// <summary>The name without the region, for example <c>ecr.api</c>.</summary>
    public string Name { get; }

    /// <summary>What it does for instances and tasks, for messages.</summary>
    public string Purpose { get; }

    /// <summary>The name with hyphens alone, for logical names: <c>ecr-api</c>.</summary>
    internal string Label => Name.Replace('.', '-');

    /// <summary>Finds a service by its name.</summary>
    /// <param name="name">For example <c>ecr.api</c>.</param>
    /// <returns>The service; null when there is none of that name here.</returns>
    public static InterfaceEndpointService? Find(string name) => All.FirstOrDefault(service => service.Name == name);

    /// <summary>The name that an endpoint in a region asks for.</summary>
    /// <param name="region">The region, for example <c>eu-west-1</c>.</param>
    /// <returns>For example <c>com.amazonaws.eu-west-1.ecr.api</c>.</returns>
    public string ServiceName(string region) => $"com.amazonaws.{region}.{Name}";

    /// <summary>The service's name.</summary>
    /// <returns>For example <c>ecr.api</c>.</returns>
    public override string ToString() => Name;
}
