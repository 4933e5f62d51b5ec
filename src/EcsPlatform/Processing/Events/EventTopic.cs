namespace EcsPlatform.Processing;

/// <summary>A topic by which several functions hear of the same events, each through its own queue.</summary>
internal sealed class EventTopic
{
    private readonly string name;
    private readonly Sns.Topic topic;
    private readonly CustomResourceOptions options;

    /// <summary>Adds the topic, to which one bucket may publish.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="keyArn">The KMS key that encrypts it, whose policy lets S3 use it.</param>
    /// <param name="bucketArn">The bucket.</param>
    /// <param name="accountId">The account of both.</param>
    /// <param name="options">The parent.</param>
    public EventTopic(string name, Input<string> keyArn, Input<string> bucketArn, string accountId, CustomResourceOptions options)
    {
        this.name = name;
        this.options = options;
        topic = new Sns.Topic(name, new Sns.TopicArgs { KmsMasterKeyId = keyArn }, options);
        Policy = new Sns.TopicPolicy(
            name,
            new Sns.TopicPolicyArgs
            {
                Arn = topic.Arn,
                Policy = PolicyDocument.Json(
                    new PolicyStatement
                    {
                        Deny = true,
                        Everybody = true,
                        Actions = ["sns:Publish"],
                        Resources = [topic.Arn],
                        Conditions = [new PolicyCondition("Bool", "aws:SecureTransport", "false")],
                    },
                    new EventSender(EventSender.Bucket, bucketArn).May("sns:Publish", topic.Arn, accountId)),
            },
            options);
    }

    /// <summary>Its ARN.</summary>
    public Output<string> Arn => topic.Arn;

    /// <summary>Its policy, after which the bucket may publish.</summary>
    public Resource Policy { get; }

    /// <summary>Leads its events to a queue, as S3 wrote them: a function cannot tell by which way they came.</summary>
    /// <param name="consumer">The function's name.</param>
    /// <param name="queue">The function's queue.</param>
    /// <param name="admission">The queue's policy.</param>
    /// <returns>The subscription.</returns>
    public Resource Subscribe(string consumer, EventQueue queue, Resource admission) => new Sns.TopicSubscription(
        $"{name}-{consumer}",
        new Sns.TopicSubscriptionArgs { Topic = topic.Arn, Protocol = "sqs", Endpoint = queue.Arn, RawMessageDelivery = true },
        CustomResourceOptions.Merge(options, new CustomResourceOptions { DependsOn = { admission } }));
}
