namespace EcsPlatform.Foundations;

/// <summary>
/// Rights to a table and its indexes (actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html).
/// </summary>
/// <param name="Arn">The table's ARN.</param>
public sealed record TableGrants(Input<string> Arn)
{
    /// <summary>The customer managed key that encrypts it. Default: null, a key of AWS that needs no right of its own.</summary>
    public Input<string>? KeyArn { get; init; }

    /// <summary>The right to read items, one by one, by query and by scan.</summary>
    /// <returns>The grant.</returns>
    public Grant Read() => new()
    {
        Statements =
        [
            new PolicyStatement
            {
                Actions =
                [
                    "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan",
                ],
                Resources = [Arn, Output.Format($"{Arn}/index/*")],
            },
            .. KeyGrants.ToDecrypt(KeyArn),
        ],
    };

    /// <summary>The right to write, change and delete items.</summary>
    /// <returns>The grant.</returns>
    public Grant Write() => new()
    {
        Statements =
        [
            new PolicyStatement
            {
                Actions =
                [
                    "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:DescribeTable", "dynamodb:PutItem",
                    "dynamodb:UpdateItem",
                ],
                Resources = [Arn],
            },
            .. KeyGrants.ToEncrypt(KeyArn),
        ],
    };
}
