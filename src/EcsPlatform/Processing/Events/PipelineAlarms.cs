using System.Globalization;
using EcsPlatform.Functions;

namespace EcsPlatform.Processing;

/// <summary>
/// Alarms that tell people when a function of a pipeline does not get on. No data is no news: a function that nobody calls reports none
/// (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html).
/// </summary>
internal static class PipelineAlarms
{
    private const string Lambda = "AWS/Lambda";
    private const string Sqs = "AWS/SQS";

    /// <summary>Adds the alarms of a function and its queues.</summary>
    /// <param name="name">What their names begin with.</param>
    /// <param name="declared">The function as it was declared.</param>
    /// <param name="function">The function.</param>
    /// <param name="queue">Its queues.</param>
    /// <param name="topics">The topics that hear of alarms, and of their ends.</param>
    /// <param name="options">The parent.</param>
    public static void Add(
        string name, PipelineFunction declared, LambdaFunction function, EventQueue queue, ImmutableArray<Input<string>> topics, CustomResourceOptions options)
    {
        var oldest = declared.Queue.OldestMessageMinutes;
        var ofFunction = (Key: "FunctionName", Value: (Input<string>)function.FunctionName);
        Alarm($"{name}-errors", $"Function {declared.Name} fails", Lambda, "Errors", "Sum", 0, ofFunction);
        Alarm($"{name}-throttles", $"Function {declared.Name} is throttled", Lambda, "Throttles", "Sum", 0, ofFunction);
        Alarm(
            $"{name}-oldest-message",
            string.Create(CultureInfo.InvariantCulture, $"A message for {declared.Name} has waited for more than {oldest} minutes"),
            Sqs,
            "ApproximateAgeOfOldestMessage",
            "Maximum",
            oldest * 60,
            ("QueueName", queue.QueueName));
        Alarm(
            $"{name}-dead-letters",
            $"Messages for {declared.Name} failed too often and lie in the dead-letter queue",
            Sqs,
            "ApproximateNumberOfMessagesVisible",
            "Maximum",
            0,
            ("QueueName", queue.DeadLetterQueueName));

        void Alarm(string alarm, string description, string space, string metric, string statistic, int above, (string Key, Input<string> Value) dimension) =>
            _ = new CloudWatch.MetricAlarm(
                alarm,
                new CloudWatch.MetricAlarmArgs
                {
                    AlarmDescription = description,
                    Namespace = space,
                    MetricName = metric,
                    Dimensions = { [dimension.Key] = dimension.Value },
                    Statistic = statistic,
                    Period = 300,
                    EvaluationPeriods = 1,
                    ComparisonOperator = "GreaterThanThreshold",
                    Threshold = above,
                    TreatMissingData = "notBreaching",
                    AlarmActions = topics,
                    OkActions = topics,
                },
                options);
    }
}
