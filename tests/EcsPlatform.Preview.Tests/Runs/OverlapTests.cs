using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Pulumi;

namespace EcsPlatform.Preview.Tests.Runs;

/// <summary>What runs leave behind in the process: runs of other tests must not be under way.</summary>
[CollectionDefinition(nameof(OverlapTests), DisableParallelization = true)]
[Collection(nameof(OverlapTests))]
public class OverlapTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Runs_at_the_same_time_keep_their_config_and_their_resources()
    {
        using var both = new Barrier(2);
        var plans = await Task.WhenAll(new[] { "a", "b" }.Select(name => Run(name, () =>
        {
            both.SignalAndWait(Limit).ShouldBeTrue("the other program did not begin");
            _ = new Thing(name, new ThingArgs { Title = new Config().Require("title") });
        })));
        plans.Select(plan => plan.Only("test:index:Thing").Text("title")).ShouldBe(["title of a", "title of b"]);
    }

    [Fact]
    public async Task A_failing_run_leaves_no_exit_code_behind()
    {
        await Should.ThrowAsync<PreviewException>(() => Run("a", () => throw new InvalidOperationException("no good")));
        Environment.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_run_that_fails_beside_another_leaves_no_exit_code_behind()
    {
        using var failed = new ManualResetEventSlim();
        var right = Run("right", () =>
        {
            failed.Wait(Limit).ShouldBeTrue("the other program did not fail");
            _ = new Thing("a");
        });
        await Should.ThrowAsync<PreviewException>(() => Run("wrong", () => throw new InvalidOperationException("no good")));
        failed.Set();
        Environment.ExitCode.ShouldBe(0);
        await right;
        Environment.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Config_is_gone_when_a_program_begins()
    {
        string? found = null;
        await Run("a", () => found = Environment.GetEnvironmentVariable("PULUMI_CONFIG"));
        found.ShouldBeNull();
    }

    private static Task<Plan> Run(string name, Action program) => Task.Run(() => PreviewRun.RunAsync(new PreviewRequest
    {
        Project = TestPlan.Project,
        Stack = name,
        Config = ImmutableSortedDictionary.Create<string, ConfigValue>(StringComparer.Ordinal).Add("ecs-platform:title", new ConfigValue($"title of {name}")),
        Program = () =>
        {
            program();
            return new Dictionary<string, object?>();
        },
    }));
}
