using System.Collections.Immutable;
using System.Text.Json;
using EcsPlatform.Plans;
using EcsPlatform.Preview.Recording;
using Pulumi;
using Pulumi.Testing;

namespace EcsPlatform.Preview;

/// <summary>Runs a program without an engine, a cloud or a network, and returns what it would register.</summary>
public static class PreviewRun
{
    // The SDK takes config from these variables of the process and from nowhere else, so that runs must not overlap.
    private const string ConfigVariable = "PULUMI_CONFIG";
    private const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>Makes the plan of a program.</summary>
    /// <param name="request">The program and what it runs with.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="PreviewException">The program fails, registers what the engine would refuse, or never ends.</exception>
    public static async Task<Plan> RunAsync(PreviewRequest request)
    {
        await OneAtATime.WaitAsync();
        var exitCode = Environment.ExitCode;
        try
        {
            Environment.SetEnvironmentVariable(ConfigVariable, Json(request.Config.ToDictionary(entry => entry.Key, entry => entry.Value.Text)));
            Environment.SetEnvironmentVariable(
                SecretKeysVariable, Json(request.Config.Where(entry => entry.Value.Secret).Select(entry => entry.Key).ToArray()));
            return await RecordAsync(request);
        }
        finally
        {
            // A failing run leaves its own exit code behind; ours is decided elsewhere.
            Environment.ExitCode = exitCode;
            Environment.SetEnvironmentVariable(ConfigVariable, null);
            Environment.SetEnvironmentVariable(SecretKeysVariable, null);
            OneAtATime.Release();
        }
    }

    private static async Task<Plan> RecordAsync(PreviewRequest request)
    {
        var recorder = new Recorder(request.Project, request.Stack);
        var secrets = new SecretTexts();
        var mocks = new PreviewMocks(recorder, secrets, ScopeOf(request.Config), DefaultProviders.Of(request.Config));
        var hosting = new PreviewStack.Hosting(recorder, request.Program);
        await RunAsync(request, recorder, mocks, hosting);
        if (recorder.Problems is { Count: > 0 } problems)
        {
            throw new PreviewException([.. problems]);
        }

        await mocks.ReadComponentOutputsAsync();
        var root = recorder.Registrations.First(registration => registration.IsStack);
        root.Outputs = await mocks.ReadOutputsAsync(hosting.Outputs);
        return new PlanBuilder(recorder, secrets, mocks.RemoteChildren).Build(request.Project, request.Stack);
    }

    private static async Task RunAsync(PreviewRequest request, Recorder recorder, PreviewMocks mocks, PreviewStack.Hosting hosting)
    {
        var options = new TestOptions { ProjectName = request.Project, StackName = request.Stack, IsPreview = true };
        try
        {
            // On a thread of its own: a program may block, and a waiting program must not stop the clock.
            await Task.Run(() => Deployment.TestWithServiceProviderAsync<PreviewStack>(mocks, hosting, options)).WaitAsync(request.Timeout);
        }
        catch (TimeoutException)
        {
            throw new PreviewException([.. Waiting(request.Timeout, recorder)]);
        }
        catch (Exception exception) when (exception is RunException or AggregateException)
        {
            // The engine's own words for the same thing come with stack traces and without places.
            throw new PreviewException(recorder.Problems is { Count: > 0 } problems ? [.. problems] : [.. RunFailure.Reasons(exception)]);
        }
    }

    private static IEnumerable<string> Waiting(TimeSpan timeout, Recorder recorder)
    {
        yield return $"The program did not end within {timeout.TotalSeconds} s: some resources wait for each other. " +
            "A child must not depend on its own parent component, on the component's URN or on a remote parent's outputs.";
        foreach (var registration in recorder.Registrations.Where(registration => !registration.Answered && !registration.IsStack))
        {
            yield return $"{registration.Path} still waits.";
        }
    }

    // What the default provider would take from the config.
    private static DefaultScope ScopeOf(ImmutableSortedDictionary<string, ConfigValue> config) => new(
        AccountId: Scopes.FirstAccount(config.GetValueOrDefault("aws:allowedAccountIds")?.Text) ?? "000000000000",
        Region: config.GetValueOrDefault("aws:region")?.Text ?? "us-east-1");

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
