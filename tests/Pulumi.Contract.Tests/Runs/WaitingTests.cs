using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;

namespace ContractTests.Runs;

public sealed class WaitingTests
{
    [Fact]
    public async Task A_run_waits_for_outputs_that_were_created_in_it()
    {
        var done = false;
        await Run.Up(new RecordingMocks(), () =>
        {
            _ = Output.Create(Later()).Apply(value =>
            {
                done = true;
                return value;
            });
        });
        done.ShouldBeTrue();
    }

    [Fact]
    public async Task A_run_waits_for_resources_whose_inputs_come_late()
    {
        var mocks = new RecordingMocks();
        var resources = await Run.Up(mocks, () => { _ = new Thing("a", new ThingArgs { Title = Output.Create(Later()) }); });
        resources.Length.ShouldBe(1);
        mocks.Input("a", "title").ShouldBe("late");
    }

    [Fact]
    public async Task A_run_includes_resources_that_are_created_in_a_late_function()
    {
        var resources = await Run.Up(new RecordingMocks(), () => { _ = Output.Create(Later()).Apply(name => new Thing(name).Arn); });
        resources.Select(resource => resource.GetResourceName()).ShouldBe(["late"]);
    }

    [Fact]
    public async Task A_run_of_two_thousand_resources_ends_in_time()
    {
        var resources = await Run.Up(new RecordingMocks(), () =>
        {
            var first = new Thing("thing-0");
            for (var number = 1; number < 2000; number++)
            {
                _ = new Thing($"thing-{number}", new ThingArgs { Title = first.Id, Size = number });
            }
        });
        resources.Length.ShouldBe(2000);
    }

    [Fact]
    public async Task The_failure_of_a_dropped_task_is_lost()
    {
        var resources = await Run.Up(new RecordingMocks(), () =>
        {
            _ = Task.Run((Action)(() => throw new InvalidOperationException("lost")));
            _ = new Thing("a");
        });
        resources.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_output_is_ignored()
    {
        var resources = await Run.Up(new RecordingMocks(), () =>
        {
            _ = Output.Create(Task.FromCanceled<string>(new CancellationToken(canceled: true)));
            _ = new Thing("a");
        });
        resources.Length.ShouldBe(1);
    }

    [Fact]
    public Task A_child_that_depends_on_its_parent_never_finishes() => ShouldNotSucceed(() =>
    {
        _ = new Group("g", group =>
            _ = new Thing("child", null, new CustomResourceOptions { Parent = group, DependsOn = { group } }));
    });

    [Fact]
    public Task A_child_that_takes_the_urn_of_its_component_never_finishes() => ShouldNotSucceed(() =>
    {
        _ = new Group("g", group =>
            _ = new Thing("child", new ThingArgs { Title = group.Urn }, new CustomResourceOptions { Parent = group }));
    });

    [Fact]
    public Task A_child_that_takes_an_output_of_its_remote_component_never_finishes() => ShouldNotSucceed(
        () =>
        {
            var remote = new RemoteGroup("r");
            _ = new Thing("child", new ThingArgs { Title = remote.NetworkId }, new CustomResourceOptions { Parent = remote });
        },
        RecordingMocks.Answering(("networkId", "n-1")));

    private static async Task<string> Later()
    {
        await Task.Delay(50).ConfigureAwait(false);
        return "late";
    }

    /// <summary>The official SDK waits for ever; to fail is as good. To succeed would hide a program that never ends.</summary>
    private static async Task ShouldNotSucceed(Action program, RecordingMocks? mocks = null)
    {
        var run = Task.Run(() => Deployment.TestAsync(mocks ?? new RecordingMocks(), new Pulumi.Testing.TestOptions(), program));
        var exception = await Record.ExceptionAsync(() => run.WaitAsync(TimeSpan.FromSeconds(2)));
        Environment.ExitCode = 0;
        exception.ShouldNotBeNull("the run should not have succeeded");
    }
}
