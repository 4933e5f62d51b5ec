using EcsPlatform.Functions;
using Pulumi.Aws.Lambda.Inputs;

namespace EcsPlatform.Processing;

/// <summary>Makes Lambda take messages from a queue and invoke a function with them.</summary>
internal static class EventMapping
{
    /// <summary>Adds the mapping.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="args">How messages are taken.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="function">The function, whose role may take messages.</param>
    /// <param name="options">The parent.</param>
    public static void Add(string name, EventQueueArgs args, EventQueue queue, LambdaFunction function, CustomResourceOptions options)
    {
        var mapping = new Lambda.EventSourceMappingArgs
        {
            EventSourceArn = queue.Arn,
            FunctionName = function.InvocationArn,
            BatchSize = args.BatchSize,
            MaximumBatchingWindowInSeconds = args.BatchWindowSeconds,
            Enabled = args.Enabled,
        };
        if (args.MaximumConcurrency is { } most)
        {
            mapping.ScalingConfig = new EventSourceMappingScalingConfigArgs { MaximumConcurrency = most };
        }

        if (args.ReportBatchItemFailures)
        {
            mapping.FunctionResponseTypes.Add("ReportBatchItemFailures");
        }

        _ = new Lambda.EventSourceMapping(name, mapping, options);
    }
}
