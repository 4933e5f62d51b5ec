using Pulumi;

namespace EcsPlatform.Preview;

/// <summary>Why a run failed, in words for a person.</summary>
internal static class RunFailure
{
    private const string Wrapper = "Running program '";
    private const string Wrapped = "failed with an unhandled exception:";

    /// <summary>The reasons in a failure of the mocked engine, each once.</summary>
    public static IEnumerable<string> Reasons(Exception exception) => exception is AggregateException aggregate
        ? aggregate.Flatten().InnerExceptions.SelectMany(Reasons).Distinct(StringComparer.Ordinal)
        : [Reason(exception)];

    // The engine puts the exception's type, its message and its stack into one text; people need the message.
    private static string Reason(Exception exception)
    {
        var text = exception.Message;
        if (exception is not RunException || !text.StartsWith(Wrapper, StringComparison.Ordinal))
        {
            return text;
        }

        var start = text.IndexOf(Wrapped, StringComparison.Ordinal);
        if (start < 0)
        {
            return text;
        }

        var lines = text[(start + Wrapped.Length)..].Trim().Split('\n')
            .TakeWhile(line => !line.StartsWith("   at ", StringComparison.Ordinal))
            .Select(line => line.TrimEnd());
        return $"The program failed: {string.Join('\n', lines)}";
    }
}
