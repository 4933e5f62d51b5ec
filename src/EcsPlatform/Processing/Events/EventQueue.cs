using System.Text.Json;

namespace EcsPlatform.Processing;

/// <summary>
/// A queue that events wait in until their function takes them, and a dead-letter queue with what failed too often. Both are encrypted with
/// SQS's own keys, which S3 and SNS can send to without a key policy, and refuse connections without TLS.
/// </summary>
public sealed class EventQueue : ComponentResource
{
    // The longest that SQS keeps messages: time enough to find out, mend and send them back
    // (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html).
    private const int DeadLetterSeconds = 1_209_600;

    private readonly string logicalName;
    private readonly Sqs.Queue queue;

    /// <summary>Creates the queues.</summary>
    /// <param name="name">The name, which its resources' names begin with; AWS's own names are shortened when they are too long.</param>
    /// <param name="args">What they are made of.</param>
    /// <param name="functionTimeoutSeconds">The timeout of the function that takes from the queue, in seconds.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public EventQueue(string name, EventQueueArgs args, int functionTimeoutSeconds, ComponentResourceOptions? options = null)
        : base("ecs-platform:processing:EventQueue", name, options)
    {
        InvalidArgsException.ThrowIfAny($"EventQueue '{name}'", args.Problems(name, functionTimeoutSeconds));
        var children = new CustomResourceOptions { Parent = this };
        logicalName = ResourceName.AutoNamed(name, ResourceNameKind.Queue);
        var deadName = ResourceName.AutoNamed($"{name}-dead-letter", ResourceNameKind.Queue);
        var dead = new Sqs.Queue(
            deadName, new Sqs.QueueArgs { MessageRetentionSeconds = DeadLetterSeconds, SqsManagedSseEnabled = true }, children);
        queue = new Sqs.Queue(
            logicalName,
            new Sqs.QueueArgs
            {
                VisibilityTimeoutSeconds = args.Visibility(functionTimeoutSeconds),
                DelaySeconds = args.DelaySeconds,
                MessageRetentionSeconds = args.RetentionSeconds,
                SqsManagedSseEnabled = true,
                RedrivePolicy = dead.Arn.Apply(arn => Redrive(arn, args.MaxReceiveCount)),
            },
            children);
        _ = new Sqs.RedriveAllowPolicy(
            deadName,
            new Sqs.RedriveAllowPolicyArgs { QueueUrl = dead.Url, RedriveAllowPolicyName = queue.Arn.Apply(RedriveAllow) },
            children);
        _ = new Sqs.QueuePolicy(
            deadName, new Sqs.QueuePolicyArgs { QueueUrl = dead.Url, Policy = PolicyDocument.Json(TlsOnly(dead.Arn)) }, children);

        Arn = queue.Arn;
        Url = queue.Url;
        QueueName = queue.Name;
        DeadLetterArn = dead.Arn;
        DeadLetterUrl = dead.Url;
        DeadLetterQueueName = dead.Name;
        RegisterOutputs();
    }

    /// <summary>The queue's ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The queue's URL.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    /// <summary>The queue's name, for metrics.</summary>
    [Output("queueName")]
    public Output<string> QueueName { get; private set; }

    /// <summary>The dead-letter queue's ARN.</summary>
    [Output("deadLetterArn")]
    public Output<string> DeadLetterArn { get; private set; }

    /// <summary>The dead-letter queue's URL.</summary>
    [Output("deadLetterUrl")]
    public Output<string> DeadLetterUrl { get; private set; }

    /// <summary>The dead-letter queue's name, for metrics.</summary>
    [Output("deadLetterQueueName")]
    public Output<string> DeadLetterQueueName { get; private set; }

    /// <summary>The rights to the queue, for roles.</summary>
    public QueueGrants Grants => new(Arn);

    /// <summary>Adds the queue's policy: who may send to it besides roles with the right to, each only for one source.</summary>
    /// <param name="senders">The buckets and topics that send.</param>
    /// <param name="accountId">The account in which they are.</param>
    /// <returns>The policy: what makes a sender send must come after it.</returns>
    internal Resource Admit(ImmutableArray<EventSender> senders, string accountId) => new Sqs.QueuePolicy(
        logicalName,
        new Sqs.QueuePolicyArgs
        {
            QueueUrl = queue.Url,
            Policy = PolicyDocument.Json([TlsOnly(queue.Arn), .. senders.Select(sender => sender.May("sqs:SendMessage", queue.Arn, accountId))]),
        },
        new CustomResourceOptions { Parent = this });

    private static PolicyStatement TlsOnly(Output<string> arn) => new()
    {
        Deny = true,
        Everybody = true,
        Actions = ["sqs:*"],
        Resources = [arn],
        Conditions = [new PolicyCondition("Bool", "aws:SecureTransport", "false")],
    };

    private static string Redrive(string deadLetterArn, int maxReceiveCount) =>
        JsonSerializer.Serialize(new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["deadLetterTargetArn"] = deadLetterArn,
            ["maxReceiveCount"] = maxReceiveCount,
        });

    private static string RedriveAllow(string queueArn) => JsonSerializer.Serialize(new SortedDictionary<string, object>(StringComparer.Ordinal)
    {
        ["redrivePermission"] = "byQueue",
        ["sourceQueueArns"] = new[] { queueArn },
    });
}
