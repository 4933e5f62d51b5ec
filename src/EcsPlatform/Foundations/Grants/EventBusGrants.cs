namespace EcsPlatform.Foundations;

/// <summary>Rights to an event bus (actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html).</summary>
/// <param name="Arn">The bus's ARN.</param>
public sealed record EventBusGrants(Input<string> Arn)
{
    /// <summary>The right to put events.</summary>
    /// <param name="source">What events must name as their source. Default: null, any.</param>
    /// <returns>The grant.</returns>
    public Grant Put(string? source = null) => new()
    {
        Statements =
        [
            new PolicyStatement
            {
                Actions = ["events:PutEvents"],
                Resources = [Arn],
                Conditions = source is null ? [] : [new PolicyCondition("StringEquals", "events:source", source)],
            },
        ],
    };
}
