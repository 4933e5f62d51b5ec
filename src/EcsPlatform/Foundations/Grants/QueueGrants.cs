namespace EcsPlatform.Foundations;

/// <summary>Rights to a queue (actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html).</summary>
/// <param name="Arn">The queue's ARN.</param>
public sealed record QueueGrants(Input<string> Arn)
{
    /// <summary>The customer managed key that encrypts it. Default: null, a key of AWS that needs no right of its own.</summary>
    public Input<string>? KeyArn { get; init; }

    /// <summary>The right to send messages.</summary>
    /// <returns>The grant.</returns>
    public Grant Send() => new()
    {
        Statements =
        [
            new PolicyStatement { Actions = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"], Resources = [Arn] },
            .. KeyGrants.ToEncrypt(KeyArn),
        ],
    };

    /// <summary>The right to receive messages and to delete them when they are done.</summary>
    /// <returns>The grant.</returns>
    public Grant Receive() => new()
    {
        Statements =
        [
            new PolicyStatement
            {
                Actions = ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
                Resources = [Arn],
            },
            .. KeyGrants.ToDecrypt(KeyArn),
        ],
    };
}
