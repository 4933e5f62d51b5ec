namespace EcsPlatform.Functions;

/// <summary>Where Lambda sends what it tells of events; the function's role gets the right to.</summary>
public abstract record FunctionTarget
{
    private FunctionTarget()
    {
    }

    /// <summary>A standard queue.</summary>
    /// <param name="To">The queue, with its key if it has one.</param>
    public sealed record Queue(QueueGrants To) : FunctionTarget;

    /// <summary>A standard topic.</summary>
    /// <param name="To">The topic, with its key if it has one.</param>
    public sealed record Topic(TopicGrants To) : FunctionTarget;

    /// <summary>An event bus.</summary>
    /// <param name="To">The bus.</param>
    public sealed record EventBus(EventBusGrants To) : FunctionTarget;

    /// <summary>Another function.</summary>
    /// <param name="FunctionArn">Its ARN, or that of one of its aliases.</param>
    public sealed record Function(Input<string> FunctionArn) : FunctionTarget;

    /// <summary>Its ARN.</summary>
    internal Input<string> Arn => this switch
    {
        Queue queue => queue.To.Arn,
        Topic topic => topic.To.Arn,
        EventBus bus => bus.To.Arn,
        Function function => function.FunctionArn,
        _ => throw new InvalidOperationException($"No ARN in {GetType().Name}."),
    };

    /// <summary>What Lambda needs, with the function's role, to send something there.</summary>
    /// <returns>The statements.</returns>
    internal ImmutableArray<PolicyStatement> Rights() => this switch
    {
        Queue queue => queue.To.Send().Statements,
        Topic topic => topic.To.Publish().Statements,
        EventBus bus => bus.To.Put().Statements,
        Function function => [new PolicyStatement { Actions = ["lambda:InvokeFunction"], Resources = [function.FunctionArn] }],
        _ => throw new InvalidOperationException($"No right in {GetType().Name}."),
    };
}
