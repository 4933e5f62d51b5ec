using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace ContractTests.Support;

/// <summary>
/// Runs programs under mocks. Each starts on a thread of the pool: the SDK blocks on asynchronous programs,
/// which must not take place on a thread that the test framework needs for their continuations.
/// </summary>
internal static class Run
{
    public static Task<ImmutableArray<Resource>> Preview(IMocks mocks, Action program) => Start(mocks, true, program);

    public static Task<ImmutableArray<Resource>> Up(IMocks mocks, Action program) => Start(mocks, false, program);

    public static Task<ImmutableArray<Resource>> Up(IMocks mocks, Func<Task> program) => Start(mocks, false, program);

    /// <summary>What the program creates, after its run has ended.</summary>
    public static async Task<T> PreviewOf<T>(IMocks mocks, Func<T> create)
        where T : class
    {
        T? created = null;
        await Preview(mocks, () => { created = create(); });
        return created!;
    }

    /// <inheritdoc cref="PreviewOf"/>
    public static async Task<T> UpOf<T>(IMocks mocks, Func<T> create)
        where T : class
    {
        T? created = null;
        await Up(mocks, () => { created = create(); });
        return created!;
    }

    public static Task<ImmutableArray<Resource>> StackOf<TStack>(IMocks mocks, bool isPreview = false)
        where TStack : Stack, new() =>
        Task.Run(() => Deployment.TestAsync<TStack>(mocks, new TestOptions { IsPreview = isPreview })).WithinTenSeconds();

    /// <summary>Runs a program that must fail; an exit code that the failure leaves behind is taken back.</summary>
    public static async Task<Exception> Failure(IMocks mocks, Action program) => await Failure(() => Up(mocks, program));

    /// <inheritdoc cref="Failure(IMocks, Action)"/>
    public static async Task<Exception> Failure(IMocks mocks, Func<Task> program) => await Failure(() => Up(mocks, program));

    public static async Task<Exception> Failure(Func<Task> run)
    {
        var failure = await Record.ExceptionAsync(run);
        Environment.ExitCode = 0;
        failure.ShouldNotBeNull("the run should have failed");
        failure.ShouldNotBeOfType<TimeoutException>();
        return failure;
    }

    private static Task<ImmutableArray<Resource>> Start(IMocks mocks, bool isPreview, Action program) =>
        Task.Run(() => Deployment.TestAsync(mocks, new TestOptions { IsPreview = isPreview }, program)).WithinTenSeconds();

    private static Task<ImmutableArray<Resource>> Start(IMocks mocks, bool isPreview, Func<Task> program) =>
        Task.Run(() => Deployment.TestAsync(mocks, new TestOptions { IsPreview = isPreview }, program)).WithinTenSeconds();
}
