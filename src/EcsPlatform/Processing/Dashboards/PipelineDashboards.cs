namespace EcsPlatform.Processing;

/// <summary>The dashboards of a pipeline: one of its functions and one of their queues, in the order of the functions' names.</summary>
internal static class PipelineDashboards
{
    private const string Lambda = "AWS/Lambda";
    private const string Sqs = "AWS/SQS";

    /// <summary>Adds both dashboards.</summary>
    /// <param name="name">What their names begin with.</param>
    /// <param name="pipeline">The functions and queues.</param>
    /// <param name="region">Their region.</param>
    /// <param name="options">The parent.</param>
    public static void Add(string name, EventPipeline pipeline, string region, CustomResourceOptions options)
    {
        Add($"{name}-functions", region, [.. pipeline.Functions.Select(function => Output.Tuple(Output.Create(function.Key), function.Value.FunctionName))], OfFunction, options);
        Add(
            $"{name}-queues",
            region,
            [.. pipeline.Queues.Select(queue => Output.Tuple(Output.Create(queue.Key), Output.Format($"{queue.Value.QueueName} {queue.Value.DeadLetterQueueName}")))],
            OfQueue,
            options);
    }

    /// <summary>A function's row.</summary>
    /// <param name="title">The function's name in the pipeline.</param>
    /// <param name="name">The function's name in Lambda.</param>
    /// <returns>The row.</returns>
    public static ImmutableArray<DashboardWidget> OfFunction(string title, string name)
    {
        return
        [
            new($"{title}: invocations", [Function("Invocations", "Sum"), Function("Errors", "Sum"), Function("Throttles", "Sum")]),
            new(
                $"{title}: success, percent",
                [
                    Function("Errors", "Sum") with { Id = "errors" },
                    Function("Invocations", "Sum") with { Id = "invocations" },
                    new DashboardMetric.Expression("100 - 100 * errors / MAX([errors, invocations])", "success"),
                ])
            { Percent = true },
            new($"{title}: duration, ms", [Function("Duration", "Average"), Function("Duration", "Maximum")]),
            new($"{title}: at once", [Function("ConcurrentExecutions", "Maximum")]),
        ];

        DashboardMetric.Of Function(string metric, string statistic) => new(Lambda, metric, "FunctionName", name, statistic);
    }

    /// <summary>A queue's row.</summary>
    /// <param name="title">The function's name in the pipeline.</param>
    /// <param name="names">The names of the queue and its dead-letter queue in SQS, separated by a space.</param>
    /// <returns>The row.</returns>
    public static ImmutableArray<DashboardWidget> OfQueue(string title, string names)
    {
        var (queue, deadLetter) = names.Split(' ') is [var first, var second] ? (first, second) : throw new ArgumentException("Not two names.", nameof(names));
        return
        [
            new(
                $"{title}: waiting",
                [Queue(queue, "ApproximateNumberOfMessagesVisible", "Maximum"), Queue(queue, "ApproximateNumberOfMessagesNotVisible", "Maximum")]),
            new($"{title}: in and out", [Queue(queue, "NumberOfMessagesSent", "Sum"), Queue(queue, "NumberOfMessagesDeleted", "Sum")]),
            new($"{title}: oldest, s", [Queue(queue, "ApproximateAgeOfOldestMessage", "Maximum")]),
            new($"{title}: dead letters", [Queue(deadLetter, "ApproximateNumberOfMessagesVisible", "Maximum")]),
        ];
    }

    private static void Add(
        string name, string region, IEnumerable<Output<(string Title, string Name)>> rows, Func<string, string, ImmutableArray<DashboardWidget>> row, CustomResourceOptions options) =>
        _ = new CloudWatch.Dashboard(
            name,
            new CloudWatch.DashboardArgs
            {
                DashboardName = name,
                DashboardBody = Output.All(rows).Apply(all => DashboardBody.Json(region, all.Select(one => row(one.Title, one.Name)))),
            },
            options);

    private static DashboardMetric.Of Queue(string name, string metric, string statistic) => new(Sqs, metric, "QueueName", name, statistic);
}
