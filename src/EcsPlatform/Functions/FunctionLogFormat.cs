using Pulumi.Aws.Lambda.Inputs;

namespace EcsPlatform.Functions;

/// <summary>How a function writes its log (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html).</summary>
public abstract record FunctionLogFormat
{
    private FunctionLogFormat()
    {
    }

    /// <summary>Plain text.</summary>
    public sealed record Text : FunctionLogFormat;

    /// <summary>One JSON object for each event, of those that matter enough.</summary>
    public sealed record Json : FunctionLogFormat
    {
        /// <summary>The least of what the code logs that is kept. Default: informational.</summary>
        public ApplicationLogLevel ApplicationLevel { get; init; } = ApplicationLogLevel.Info;

        /// <summary>The least of what Lambda itself logs that is kept. Default: informational.</summary>
        public SystemLogLevel SystemLevel { get; init; } = SystemLogLevel.Info;
    }

    /// <summary>The format as a function has it.</summary>
    /// <param name="logGroup">The log group's name.</param>
    /// <returns>The arguments.</returns>
    internal FunctionLoggingConfigArgs ToConfig(Output<string> logGroup) => this is Json json
        ? new FunctionLoggingConfigArgs
        {
            LogFormat = "JSON",
            LogGroup = logGroup,
            ApplicationLogLevel = json.ApplicationLevel.ToString().ToUpperInvariant(),
            SystemLogLevel = json.SystemLevel.ToString().ToUpperInvariant(),
        }
        : new FunctionLoggingConfigArgs { LogFormat = "Text", LogGroup = logGroup };
}

/// <summary>How much a line of the code's log matters (https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html).</summary>
public enum ApplicationLogLevel
{
    /// <summary>All there is.</summary>
    Trace,

    /// <summary>For finding errors.</summary>
    Debug,

    /// <summary>What happens.</summary>
    Info,

    /// <summary>What may become an error.</summary>
    Warn,

    /// <summary>What went wrong.</summary>
    Error,

    /// <summary>What ends the program.</summary>
    Fatal,
}

/// <summary>How much a line of Lambda's own log matters (https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html).</summary>
public enum SystemLogLevel
{
    /// <summary>For finding errors.</summary>
    Debug,

    /// <summary>What happens.</summary>
    Info,

    /// <summary>What may become an error.</summary>
    Warn,
}
