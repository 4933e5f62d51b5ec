using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace ContractTests.Support;

/// <summary>
/// Notes what it is asked. Answers every resource with the id <c>name-id</c> and its own inputs, unless told otherwise.
/// </summary>
internal sealed class RecordingMocks : IMocks
{
    private readonly ConcurrentQueue<MockResourceArgs> _resources = new();
    private readonly ConcurrentQueue<MockCallArgs> _calls = new();
    private readonly ConcurrentQueue<MockRegisterResourceOutputsRequest> _outputs = new();

    public Func<MockResourceArgs, string?> Id { get; init; } = args => $"{args.Name}-id";

    public Func<MockResourceArgs, object> State { get; init; } = args => args.Inputs;

    public Func<MockCallArgs, object> Answer { get; init; } = args => args.Args;

    public IReadOnlyList<MockResourceArgs> Resources => [.. _resources];

    public IReadOnlyList<MockCallArgs> Calls => [.. _calls];

    public IReadOnlyList<MockRegisterResourceOutputsRequest> Outputs => [.. _outputs];

    public static RecordingMocks Answering(params (string Key, object Value)[] state)
    {
        var dictionary = state.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
        return new RecordingMocks { State = _ => dictionary };
    }

    public MockResourceArgs Resource(string name) => _resources.Single(args => args.Name == name);

    public object Input(string name, string key) => Resource(name).Inputs[key];

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Enqueue(args);
        return Task.FromResult((Id(args), State(args)));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        _calls.Enqueue(args);
        return Task.FromResult(Answer(args));
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        _outputs.Enqueue(args);
        return Task.CompletedTask;
    }
}
