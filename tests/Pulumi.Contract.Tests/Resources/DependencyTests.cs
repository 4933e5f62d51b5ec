using System.Collections.Concurrent;
using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;
using Pulumi.Testing;

namespace ContractTests.Resources;

public sealed class DependencyTests
{
    [Fact]
    public async Task A_resource_with_complete_inputs_is_registered_in_its_constructor()
    {
        var mocks = new RecordingMocks();
        var registered = 0;
        await Run.Up(mocks, () =>
        {
            _ = new Thing("a", new ThingArgs { Title = Output.Create("t") });
            registered = mocks.Resources.Count;
        });
        registered.ShouldBe(1);
    }

    [Fact]
    public async Task A_resource_waits_for_what_it_depends_on()
    {
        var mocks = new SlowMocks();
        await Run.Up(mocks, () =>
        {
            var first = new Thing("first");
            _ = new Thing("second", null, new CustomResourceOptions { DependsOn = { first } });
        });
        mocks.Events.ShouldBe(["begin first", "end first", "begin second", "end second"]);
    }

    [Fact]
    public async Task A_resource_waits_for_its_inputs()
    {
        var mocks = new SlowMocks();
        await Run.Up(mocks, () =>
        {
            var first = new Thing("first");
            _ = new Thing("second", new ThingArgs { Title = first.Id });
        });
        mocks.Events.ShouldBe(["begin first", "end first", "begin second", "end second"]);
    }

    [Fact]
    public async Task A_resource_waits_for_its_parent()
    {
        var mocks = new SlowMocks();
        await Run.Up(mocks, () =>
        {
            var first = new Thing("first");
            _ = new Thing("second", null, new CustomResourceOptions { Parent = first });
        });
        mocks.Events.ShouldBe(["begin first", "end first", "begin second", "end second"]);
    }

    [Fact]
    public async Task A_resource_waits_for_its_provider()
    {
        var mocks = new SlowMocks();
        await Run.Up(mocks, () =>
        {
            _ = new Thing("second", null, new CustomResourceOptions { Provider = new DemoProvider("first") });
        });
        mocks.Events.ShouldBe(["begin first", "end first", "begin second", "end second"]);
    }

    [Fact]
    public async Task A_component_to_depend_on_stands_for_its_custom_descendants()
    {
        var mocks = new SlowMocks();
        await Run.Up(mocks, () =>
        {
            var group = new Group("group", outer => _ = new Group(
                "inner",
                inner => _ = new Thing("leaf", null, new CustomResourceOptions { Parent = inner }),
                new ComponentResourceOptions { Parent = outer }));
            _ = new Thing("second", null, new CustomResourceOptions { DependsOn = { group } });
        });
        var events = mocks.Events.ToList();
        events.IndexOf("begin second").ShouldBeGreaterThan(events.IndexOf("end leaf"));
    }

    [Fact]
    public async Task Independent_resources_are_registered_at_the_same_time()
    {
        var mocks = new MeetingMocks();
        await Run.Up(mocks, () =>
        {
            _ = new Thing("a");
            _ = new Thing("b");
        });
        mocks.Met.ShouldBeTrue();
    }

    private sealed class SlowMocks : IMocks
    {
        public ConcurrentQueue<string> Events { get; } = new();

        public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Events.Enqueue($"begin {args.Name}");
            await Task.Delay(30).ConfigureAwait(false);
            Events.Enqueue($"end {args.Name}");
            return ($"{args.Name}-id", args.Inputs);
        }

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException();
    }

    /// <summary>Answers the first resource only after the second has been asked for.</summary>
    private sealed class MeetingMocks : IMocks
    {
        private readonly TaskCompletionSource _both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public bool Met => _both.Task.IsCompletedSuccessfully;

        public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            if (Interlocked.Increment(ref _count) == 2)
            {
                _both.SetResult();
            }

            await _both.Task.WaitAsync(TimeSpan.FromSeconds(5)).ConfigureAwait(false);
            return ($"{args.Name}-id", args.Inputs);
        }

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException();
    }
}
