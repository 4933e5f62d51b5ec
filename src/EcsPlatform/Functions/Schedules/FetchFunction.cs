using System.Globalization;

namespace EcsPlatform.Functions;

/// <summary>The function that fetches and stores: its code, which lies beside this file, and what it is told.</summary>
internal static class FetchFunction
{
    private const string Runtime = "nodejs24.x";

    private static readonly ImmutableArray<string> Files = ["fetchAndStore.mjs", "index.mjs"];

    /// <summary>The code, by the files' names.</summary>
    public static ImmutableSortedDictionary<string, string> Code { get; } =
        Files.ToImmutableSortedDictionary(file => file, Source, StringComparer.Ordinal);

    /// <summary>The function, without its right to store.</summary>
    /// <param name="args">What is fetched, and where it goes.</param>
    /// <returns>The arguments.</returns>
    public static LambdaFunctionArgs Of(ScheduledFetchArgs args) => new()
    {
        Account = args.Account,
        Description = "Fetches a URL and stores the answer",
        Code = new FunctionCode.Zip(Code) { Handler = "index.handler", Runtime = Runtime },
        MemoryMiB = args.MemoryMiB,
        TimeoutSeconds = Math.Clamp(args.RunSeconds, 1, ScheduledFetchArgs.LongestRun),
        Environment = Variables(args),
        Logs = args.Logs,

        // EventBridge Scheduler does not wait (https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html), and the code
        // has tried often enough when it fails: what fails once fails for good, and then the alarm speaks.
        Asynchronous = new AsynchronousInvocation.Discard { RetryAttempts = 0 },
    };

    /// <summary>
    /// The right to store this object of any day, and nothing else. Ten characters between slashes are the date; a question mark is any one
    /// of them (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).
    /// </summary>
    /// <param name="args">Where it goes.</param>
    /// <returns>The grant.</returns>
    public static Grant Store(ScheduledFetchArgs args) => new()
    {
        Statements =
        [
            new PolicyStatement
            {
                Actions = ["s3:PutObject"],
                Resources = [Output.Format($"{args.Bucket.Arn}/{args.KeyPrefix}????-??-??/{args.ObjectName}")],
            },
            .. KeyGrants.ToEncrypt(args.Bucket.KeyArn),
        ],
    };

    private static ImmutableSortedDictionary<string, FunctionVariable> Variables(ScheduledFetchArgs args)
    {
        var variables = ImmutableSortedDictionary.CreateBuilder<string, FunctionVariable>(StringComparer.Ordinal);
        variables["FETCH_URL"] = args.Url;
        variables["TIMEOUT_SECONDS"] = Text(args.TimeoutSeconds);
        variables["RETRIES"] = Text(args.Retries);
        variables["PAUSE_SECONDS"] = Text(args.PauseSeconds);
        variables["BUCKET"] = new FunctionVariable.Resource(args.BucketName);
        variables["OBJECT_NAME"] = args.ObjectName;
        if (args.KeyPrefix.Length > 0)
        {
            variables["KEY_PREFIX"] = args.KeyPrefix;
        }

        if (args.ContentType is { } type)
        {
            variables["CONTENT_TYPE"] = type;
        }

        return variables.ToImmutable();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Source(string file)
    {
        using var stream = typeof(FetchFunction).Assembly.GetManifestResourceStream($"EcsPlatform.Functions.{file}")
            ?? throw new InvalidOperationException($"The assembly has no file {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
