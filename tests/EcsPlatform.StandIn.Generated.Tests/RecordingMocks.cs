using System.Collections.Concurrent;
using Pulumi;
using Pulumi.Testing;

namespace EcsPlatform.StandIn.Generated.Tests;

/// <summary>Notes what it is told, answers with the inputs and what a test adds to them.</summary>
internal sealed class RecordingMocks(params (string Key, object Value)[] outputs) : IMocks
{
    private readonly ConcurrentQueue<MockResourceArgs> _resources = new();

    public MockCallArgs? Call { get; private set; }

    public MockResourceArgs Resource(string name) => _resources.Single(resource => resource.Name == name);

    public object Input(string name, string input) => Resource(name).Inputs[input];

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Enqueue(args);
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs.SetItems(outputs.Select(output => KeyValuePair.Create(output.Key, output.Value)))));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Call = args;
        return Task.FromResult<object>(args.Args.SetItems(outputs.Select(output => KeyValuePair.Create(output.Key, output.Value))));
    }

    public Task RunAsync(Action program) =>
        Task.Run(() => Deployment.TestAsync(this, new TestOptions { IsPreview = false }, program)).WaitAsync(TimeSpan.FromSeconds(10));
}
