using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    private const int ExceptionExitCode = 32;

    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => TestStackAsync(mocks, options, () => new TStack());

    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack => TestStackAsync(
            mocks,
            options,
            () => serviceProvider.GetService(typeof(TStack)) as TStack
                ?? throw new InvalidOperationException($"Failed to resolve instance of type {typeof(TStack)} from service provider."));

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
    {
        var (resources, _) = await TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return (IDictionary<string, object?>)new Dictionary<string, object?>();
        }).ConfigureAwait(false);
        return resources;
    }

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var (resources, _) = await TestAsync(testMocks, testOptions, () =>
        {
            createResources().GetAwaiter().GetResult();
            return (IDictionary<string, object?>)new Dictionary<string, object?>();
        }).ConfigureAwait(false);
        return resources;
    }

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources) =>
        TestAsync(testMocks, testOptions, () => createResources().GetAwaiter().GetResult());

    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources)
    {
        IDictionary<string, object?> outputs = new Dictionary<string, object?>();
        var resources = await TestProgramAsync(testMocks, testOptions, () =>
        {
            var stack = new Stack();
            outputs = createResources();
            stack.RegisterReturnedOutputs(outputs);
        }).ConfigureAwait(false);
        return ([.. resources.Where(resource => resource is not Pulumi.Stack)], outputs);
    }

    private static Task<ImmutableArray<Resource>> TestStackAsync(IMocks mocks, TestOptions? options, Func<Stack> create) =>
        TestProgramAsync(mocks, options, () => create().RegisterPropertyOutputs());

    // Asynchronous, so that the instance that it sets is gone when it returns.
    private static async Task<ImmutableArray<Resource>> TestProgramAsync(IMocks mocks, TestOptions? options, Action program)
    {
        var deployment = new Deployment(mocks, options);
        Instance = new DeploymentInstance(deployment);
        if ((Failure(program) ?? await deployment.Tasks.EndAsync().ConfigureAwait(false)) is { } failure)
        {
            deployment.Errors.Add(failure);
        }

        if (deployment.Errors.ToException() is { } error)
        {
            Environment.ExitCode = ExceptionExitCode;
            throw error;
        }

        return deployment._engine.Resources;
    }

    private static Exception? Failure(Action program)
    {
        try
        {
            program();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
