namespace EcsPlatform.Workloads;

/// <summary>How a container's output reaches the workload's log group (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html).</summary>
public sealed record ContainerLogs
{
    /// <summary>What becomes of the container when CloudWatch Logs cannot keep up. Default: the account's setting.</summary>
    public LogDelivery Delivery { get; init; } = new LogDelivery.AccountDefault();

    /// <summary>Where one event ends and the next begins. Default: at each line.</summary>
    public LogEvents Events { get; init; } = new LogEvents.Lines();

    /// <summary>Finds what is wrong with these options.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when they are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (Delivery is LogDelivery.NonBlocking { BufferMiB: < 1 } buffer)
        {
            yield return new Problem($"{where}.logs.buffer", $"{buffer.BufferMiB} MiB", "1 MiB or more", "Raise the buffer");
        }

        if (Events is LogEvents.BeginWithDate { Format: "" } or LogEvents.BeginWithPattern { Pattern: "" })
        {
            yield return new Problem($"{where}.logs.events", "''", "what an event begins with", "Name it, or let each line be an event");
        }
    }

    /// <summary>The log driver's options beyond group, region and stream.</summary>
    /// <returns>Names and values.</returns>
    internal IEnumerable<(string Name, string Value)> Options()
    {
        if (Events is LogEvents.BeginWithDate date)
        {
            yield return ("awslogs-datetime-format", date.Format);
        }

        if (Events is LogEvents.BeginWithPattern pattern)
        {
            yield return ("awslogs-multiline-pattern", pattern.Pattern);
        }

        if (Delivery is LogDelivery.NonBlocking buffer)
        {
            yield return ("max-buffer-size", $"{buffer.BufferMiB}m");
            yield return ("mode", "non-blocking");
        }

        if (Delivery is LogDelivery.Blocking)
        {
            yield return ("mode", "blocking");
        }
    }
}

/// <summary>What becomes of a container when CloudWatch Logs cannot keep up with it.</summary>
public abstract record LogDelivery
{
    private LogDelivery()
    {
    }

    /// <summary>What the account's setting <c>defaultLogDriverMode</c> says.</summary>
    public sealed record AccountDefault : LogDelivery;

    /// <summary>It waits: nothing is lost, and a slow log stops the program.</summary>
    public sealed record Blocking : LogDelivery;

    /// <summary>It goes on: output waits in a buffer, and what no longer fits is lost.</summary>
    /// <param name="BufferMiB">The buffer, in MiB. Default: 10, as ECS has it.</param>
    public sealed record NonBlocking(int BufferMiB = 10) : LogDelivery;
}

/// <summary>Where one log event ends and the next begins.</summary>
public abstract record LogEvents
{
    private LogEvents()
    {
    }

    /// <summary>Each line is one.</summary>
    public sealed record Lines : LogEvents;

    /// <summary>Each begins with a date, and lines without one belong to the event before.</summary>
    /// <param name="Format">As <c>strftime</c> writes it, for example <c>%Y-%m-%d %H:%M:%S</c>.</param>
    public sealed record BeginWithDate(string Format) : LogEvents;

    /// <summary>Each begins with a line that matches.</summary>
    /// <param name="Pattern">A regular expression.</param>
    public sealed record BeginWithPattern(string Pattern) : LogEvents;
}
