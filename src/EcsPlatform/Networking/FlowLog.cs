namespace EcsPlatform.Networking;

/// <summary>Which of a VPC's traffic is logged, and where.</summary>
public abstract record FlowLog
{
    private FlowLog()
    {
    }

    /// <summary>In a log group of CloudWatch.</summary>
    public sealed record CloudWatch : FlowLog
    {
        /// <summary>The log group. Default: one of its own, for 90 days.</summary>
        public LogGroup Group { get; init; } = new LogGroup.Create();

        /// <summary>Which traffic. Default: all.</summary>
        public FlowLogTraffic Traffic { get; init; } = FlowLogTraffic.All;

        /// <summary>
        /// Over how many seconds packets of a flow are put together: 60 or 600, AWS knows just these two
        /// (https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-basics.html). Default: 600; one minute makes more records, which cost.
        /// </summary>
        public int AggregationSeconds { get; init; } = 600;
    }

    /// <summary>Nowhere: for an environment that lives for days.</summary>
    public sealed record Off : FlowLog;

    /// <summary>Finds what is wrong with this log.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (this is not CloudWatch cloudWatch)
        {
            yield break;
        }

        foreach (var problem in cloudWatch.Group.Problems(where))
        {
            yield return problem;
        }

        if (cloudWatch.AggregationSeconds is not (60 or 600))
        {
            yield return new Problem($"{where}.aggregation", $"{cloudWatch.AggregationSeconds} seconds", "60 or 600 seconds", "Choose one of the two");
        }
    }
}

/// <summary>The traffic that a flow log records.</summary>
public enum FlowLogTraffic
{
    /// <summary>All traffic.</summary>
    All,

    /// <summary>What security groups and network ACLs refuse.</summary>
    Reject,
}
