using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Preview.Recording;
using Pulumi;
using Pulumi.Testing;

namespace EcsPlatform.Preview;

/// <summary>Runs a program without an engine, a cloud or a network, and returns what it would register.</summary>
public static class PreviewRun
{
    /// <summary>Makes the plan of a program. Runs may overlap.</summary>
    /// <param name="request">The program and what it runs with.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="PreviewException">The program fails, registers what the engine would refuse, or never ends.</exception>
    public static async Task<Plan> RunAsync(PreviewRequest request)
    {
        using var exitCode = ProcessExitCode.Keep();
        var recorder = new Recorder(request.Project, request.Stack);
        var secrets = new SecretTexts();
        var mocks = new PreviewMocks(recorder, secrets, ScopeOf(request.Config), DefaultProviders.Of(request.Config));
        using var config = await ProcessConfig.SetAsync(request.Config);
        var hosting = new PreviewStack.Hosting(recorder, () =>
        {
            config.Dispose();
            return request.Program();
        });
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
}
