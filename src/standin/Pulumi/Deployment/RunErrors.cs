using System.Reflection;

namespace Pulumi;

/// <summary>The errors of a run, as texts: what was logged, and the exceptions that were observed.</summary>
internal sealed class RunErrors
{
    private readonly Lock _lock = new();
    private readonly List<string> _texts = [];

    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_lock)
            {
                return [.. _texts];
            }
        }
    }

    public void Add(string text)
    {
        lock (_lock)
        {
            _texts.Add(text);
        }
    }

    public void Add(Exception exception)
    {
        if (exception is AggregateException aggregate)
        {
            foreach (var inner in aggregate.Flatten().InnerExceptions)
            {
                Add(inner);
            }

            return;
        }

        Add(exception switch
        {
            RunException => exception.Message,
            ResourceException { HideStack: true } => exception.Message,
            ResourceException => $"{exception.Message}\n{exception.StackTrace ?? exception.ToString()}",
            _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{exception}",
        });
    }

    /// <summary>What a failing test run throws; null when there is no error.</summary>
    public Exception? ToException() => Texts switch
    {
        [] => null,
        [var text] => new RunException(text),
        var texts => new AggregateException(texts.Select(text => new RunException(text))),
    };
}
