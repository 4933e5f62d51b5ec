namespace EcsPlatform.Foundations;

/// <summary>Rights to a topic (actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html).</summary>
/// <param name="Arn">The topic's ARN.</param>
public sealed record TopicGrants(Input<string> Arn)
{
    /// <summary>The customer managed key that encrypts it. Default: null, a key of AWS that needs no right of its own.</summary>
    public Input<string>? KeyArn { get; init; }

    /// <summary>The right to publish messages.</summary>
    /// <returns>The grant.</returns>
    public Grant Publish() => new()
    {
        Statements = [new PolicyStatement { Actions = ["sns:Publish"], Resources = [Arn] }, .. KeyGrants.ToEncrypt(KeyArn)],
    };
}
