namespace EcsPlatform.Networking;

/// <summary>The VPC's flow logs in CloudWatch: the log group, the role that writes to it, the log itself.</summary>
internal static class FlowLogs
{
    /// <summary>Adds flow logs.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="vpcId">The VPC.</param>
    /// <param name="log">What is logged where, without problems.</param>
    /// <param name="account">Where the network lives.</param>
    /// <param name="options">The parent.</param>
    public static void Add(string name, Input<string> vpcId, FlowLog log, AwsAccount account, CustomResourceOptions options)
    {
        if (log is not FlowLog.CloudWatch cloudWatch)
        {
            return;
        }

        var group = LogGroups.Add($"{name}-flow-logs", cloudWatch.Group, account, options);
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
                TrafficType = cloudWatch.Traffic == FlowLogTraffic.Reject ? "REJECT" : "ALL",
                LogDestinationType = "cloud-watch-logs",
                LogDestination = group.Arn,
                IamRoleArn = role.Arn,
                MaxAggregationInterval = cloudWatch.AggregationSeconds,
            },
            options);
    }
}
