namespace EcsPlatform.Networking;

/// <summary>The VPC's flow logs in CloudWatch: the log group, the role that writes to it, the log itself.</summary>
internal static class FlowLogs
{
    // One minute costs more, ten tell too late (https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-basics.html): AWS knows just these two.
    private const int AggregationSeconds = 600;

    /// <summary>Adds flow logs of all traffic.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="vpcId">The VPC.</param>
    /// <param name="account">Where the network lives.</param>
    /// <param name="retentionDays">How long events are kept, in days.</param>
    /// <param name="options">The parent.</param>
    public static void Add(string name, Input<string> vpcId, AwsAccount account, int retentionDays, CustomResourceOptions options)
    {
        var group = new CloudWatch.LogGroup($"{name}-flow-logs", new CloudWatch.LogGroupArgs { RetentionInDays = retentionDays }, options);
        var role = new Iam.Role(
            ResourceName.AutoNamed($"{name}-flow-logs", ResourceNameKind.Role),
            new Iam.RoleArgs
            {
                Description = $"Writes the flow logs of {name}",
                AssumeRolePolicy = PolicyDocument.Trust("vpc-flow-logs.amazonaws.com", account.Id),
            },
            options);
        _ = new Iam.RolePolicy(
            ResourceName.AutoNamed($"{name}-flow-logs", ResourceNameKind.Policy),
            new Iam.RolePolicyArgs
            {
                Role = role.Name,
                Policy = PolicyDocument.Json(new PolicyStatement
                {
                    Actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                    Resources = [Output.Format($"{group.Arn}:*")],
                }),
            },
            options);
        _ = new Ec2.FlowLog(
            $"{name}-flow-logs",
            new Ec2.FlowLogArgs
            {
                VpcId = vpcId,
                TrafficType = "ALL",
                LogDestinationType = "cloud-watch-logs",
                LogDestination = group.Arn,
                IamRoleArn = role.Arn,
                MaxAggregationInterval = AggregationSeconds,
            },
            options);
    }
}
