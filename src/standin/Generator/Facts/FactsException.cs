namespace Pulumi.Facts;

/// <summary>A line of a facts file that cannot be read.</summary>
internal sealed class FactsException : Exception
{
    public FactsException(int line, string message)
        : base(message) => Line = line;

    /// <summary>The line, from 1.</summary>
    public int Line { get; }
}
