using Pulumi.Aws.Lambda.Inputs;

namespace EcsPlatform.Functions;

/// <summary>
/// What becomes of events for which nobody waits (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html). Queues and streams
/// are no such callers: they keep what failed themselves.
/// </summary>
public abstract record AsynchronousInvocation
{
    private const int MostRetries = 2;
    private const int ShortestAge = 60;
    private const int LongestAge = 21_600;

    private AsynchronousInvocation()
    {
    }

    /// <summary>How often Lambda tries an event again that failed, 0 to 2. Default: 2, which is AWS's.</summary>
    public int RetryAttempts { get; init; } = MostRetries;

    /// <summary>How old an event may become before Lambda gives it up, 60 to 21600 s. Default: 21600 s, six hours, which is AWS's.</summary>
    public int MaximumEventAgeSeconds { get; init; } = LongestAge;

    /// <summary>Events that failed are gone: for functions that nobody invokes asynchronously.</summary>
    public sealed record Discard : AsynchronousInvocation;

    /// <summary>Events that failed go to a queue or a topic as they came.</summary>
    /// <param name="Target">A queue or a topic.</param>
    public sealed record DeadLetter(FunctionTarget Target) : AsynchronousInvocation;

    /// <summary>Records of events go to one place or two, with the function's answer or error in them.</summary>
    public sealed record Destinations : AsynchronousInvocation
    {
        /// <summary>Where records of events go that failed. Default: null, nowhere.</summary>
        public FunctionTarget? OnFailure { get; init; }

        /// <summary>Where records of events go that succeeded. Default: null, nowhere.</summary>
        public FunctionTarget? OnSuccess { get; init; }
    }

    /// <summary>Finds what is wrong with this.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> Problems(string where)
    {
        // https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html
        if (RetryAttempts is < 0 or > MostRetries)
        {
            yield return new Problem($"{where}.retryAttempts", $"{RetryAttempts}", $"0 to {MostRetries}", "Let a queue try more often");
        }

        if (MaximumEventAgeSeconds is < ShortestAge or > LongestAge)
        {
            yield return new Problem($"{where}.maximumEventAge", $"{MaximumEventAgeSeconds} s", $"{ShortestAge} to {LongestAge} s", "Choose a time in between");
        }

        // https://docs.aws.amazon.com/lambda/latest/api/API_DeadLetterConfig.html
        if (this is DeadLetter { Target: not (FunctionTarget.Queue or FunctionTarget.Topic) } deadLetter)
        {
            yield return new Problem($"{where}.target", $"{deadLetter.Target.GetType().Name}", "Queue, Topic", "Use destinations for other targets");
        }

        if (this is Destinations { OnFailure: null, OnSuccess: null })
        {
            yield return new Problem($"{where}.destinations", "none", "one for failures, for successes, or both", "Name one, or discard events that fail");
        }
    }

    /// <summary>What Lambda needs, with the function's role.</summary>
    /// <returns>The statements.</returns>
    internal IEnumerable<PolicyStatement> Rights() => this switch
    {
        DeadLetter deadLetter => deadLetter.Target.Rights(),
        Destinations destinations => [.. destinations.OnFailure?.Rights() ?? [], .. destinations.OnSuccess?.Rights() ?? []],
        _ => [],
    };

    /// <summary>The dead-letter target as a function has it.</summary>
    /// <returns>The arguments; null when there is none.</returns>
    internal Input<FunctionDeadLetterConfigArgs>? ToDeadLetterConfig() =>
        this is DeadLetter deadLetter ? new FunctionDeadLetterConfigArgs { TargetArn = deadLetter.Target.Arn } : (Input<FunctionDeadLetterConfigArgs>?)null;

    /// <summary>Adds the configuration of asynchronous invocations, where it is not AWS's own.</summary>
    /// <param name="name">The function's logical name.</param>
    /// <param name="function">The function.</param>
    /// <param name="alias">The alias that is invoked; null for the function itself.</param>
    /// <param name="options">The parent.</param>
    internal void Configure(string name, Lambda.Function function, Lambda.Alias? alias, CustomResourceOptions options)
    {
        if (this is not Destinations && RetryAttempts == MostRetries && MaximumEventAgeSeconds == LongestAge)
        {
            return;
        }

        _ = new Lambda.FunctionEventInvokeConfig(
            name,
            new Lambda.FunctionEventInvokeConfigArgs
            {
                FunctionName = function.Name,
                Qualifier = alias is null ? (Input<string>?)null : alias.Name,
                MaximumRetryAttempts = RetryAttempts,
                MaximumEventAgeInSeconds = MaximumEventAgeSeconds,
                DestinationConfig = this is Destinations destinations ? ToDestinationConfig(destinations) : (Input<FunctionEventInvokeConfigDestinationConfigArgs>?)null,
            },
            options);
    }

    private static FunctionEventInvokeConfigDestinationConfigArgs ToDestinationConfig(Destinations destinations)
    {
        var config = new FunctionEventInvokeConfigDestinationConfigArgs();
        if (destinations.OnFailure is { } failure)
        {
            config.OnFailure = new FunctionEventInvokeConfigDestinationConfigOnFailureArgs { Destination = failure.Arn };
        }

        if (destinations.OnSuccess is { } success)
        {
            config.OnSuccess = new FunctionEventInvokeConfigDestinationConfigOnSuccessArgs { Destination = success.Arn };
        }

        return config;
    }
}
