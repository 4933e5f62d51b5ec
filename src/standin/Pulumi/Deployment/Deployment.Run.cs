namespace Pulumi;

public sealed partial class Deployment
{
    public static Task<int> RunAsync(Action action) => NoEngine(action);

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => NoEngine(func);

    public static Task<int> RunAsync(Func<Task> func) => NoEngine(func);

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => NoEngine(func);

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => NoEngine(typeof(TStack));

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => NoEngine(serviceProvider);

    private static Task<int> NoEngine(object program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Task.FromException<int>(new InvalidOperationException(
            "This program was built with the stand-in for Pulumi's packages, which knows no engine: build it with the official ones " +
            "(dotnet build -p:PulumiPackages=official, where a registry offers them) and run it with the `pulumi` CLI."));
    }
}
