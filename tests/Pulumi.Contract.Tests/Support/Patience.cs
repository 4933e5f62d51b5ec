namespace ContractTests.Support;

/// <summary>A mistake in a program can leave a run waiting for ever, so every wait here has an end.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static Task WithinTenSeconds(this Task task) => task.WaitAsync(Limit);

    public static Task<T> WithinTenSeconds<T>(this Task<T> task) => task.WaitAsync(Limit);
}
