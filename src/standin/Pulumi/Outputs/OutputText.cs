namespace Pulumi;

/// <summary>What happens to a program that turns an output into text.</summary>
internal static class OutputText
{
    private const string Message = """
        Calling [ToString] on an [Output<T>] is not supported.

        The value may not be there yet. To get text that contains it, as an Output<string>:
        1. output.Apply(value => $"prefix{value}suffix")
        2. Output.Format($"prefix{output}suffix")
        """;

    public static string Refuse()
    {
        var error = Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING");
        if (error == "1" || string.Equals(error, "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(Message);
        }

        Log.Warn(Message);
        return Message;
    }
}
