namespace EcsPlatform.Foundations;

/// <summary>
/// The arguments of a component or the settings of a stack are wrong. Carries every problem, not only the first;
/// as a <see cref="RunException"/> it ends a program with its message alone, without a stack trace.
/// </summary>
public sealed class InvalidArgsException : RunException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="subject">What is wrong, for example <c>BaseNetwork 'staging'</c>.</param>
    /// <param name="problems">The problems; at least one.</param>
    public InvalidArgsException(string subject, IEnumerable<Problem> problems)
        : this(subject, [.. problems])
    {
    }

    private InvalidArgsException(string subject, ImmutableArray<Problem> problems)
        : base($"{subject}: {Count(problems.Length)}\n{string.Join('\n', problems.Select(problem => $"  {problem}"))}")
    {
        Problems = problems;
    }

    /// <summary>Every problem, in the order in which they were found.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>Throws when there is a problem.</summary>
    /// <param name="subject">What was validated.</param>
    /// <param name="problems">What was found.</param>
    /// <exception cref="InvalidArgsException">There is at least one problem.</exception>
    public static void ThrowIfAny(string subject, IEnumerable<Problem> problems)
    {
        ImmutableArray<Problem> found = [.. problems];
        if (!found.IsEmpty)
        {
            throw new InvalidArgsException(subject, found);
        }
    }

    private static string Count(int problems) => problems == 1 ? "1 problem" : $"{problems} problems";
}
