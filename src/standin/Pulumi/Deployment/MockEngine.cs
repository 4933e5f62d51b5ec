using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>The engine of a test run: asks the mocks and remembers what they answered.</summary>
internal sealed class MockEngine(Deployment deployment, IMocks mocks)
{
    private const string UnknownId = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private readonly ConcurrentDictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Resource> _resources = new();

    /// <summary>The resources that the engine was told of, in this order.</summary>
    public ImmutableArray<Resource> Resources => [.. _resources];

    /// <summary>The properties that are known, without their marks.</summary>
    public static ImmutableDictionary<string, object> KnownOf(Dictionary<string, OutputData<object?>> properties) => properties
        .Where(property => property.Value is { IsKnown: true, Value: not null })
        .ToImmutableDictionary(property => property.Key, property => property.Value.Value!);

    public void RegisterStack(Resource stack)
    {
        _resources.Enqueue(stack);
        Complete(stack, new Answer(Plain(UrnOf(stack)), null, []));
    }

    public async Task RegisterAsync(Resource resource, MockResourceArgs args, string? existingId, string? importId)
    {
        _resources.Enqueue(resource);
        var (id, state) = await mocks.NewResourceAsync(args).ConfigureAwait(false);
        var urn = UrnOf(resource);
        if (!resource.IsCustom && !resource.IsRemote)
        {
            Complete(resource, new Answer(Plain(urn), null, []));
            return;
        }

        var properties = await new Serializer($"resource:{args.Name}[{args.Type}]").StateAsync(state).ConfigureAwait(false);
        var answer = new Answer(Plain(urn), existingId ?? id ?? importId ?? "", properties);
        _answers[urn] = answer;
        Complete(resource, answer);
    }

    /// <summary>Fills a reference to a resource from its earlier answer.</summary>
    public void Fill(Resource reference, string urn) =>
        Complete(reference, _answers.GetValueOrDefault(urn) ?? new Answer(Plain(urn), null, []));

    public async Task RegisterOutputsAsync(ComponentResource component, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await component.Urn.DataTask.ConfigureAwait(false);
        var data = await outputs.DataTask.ConfigureAwait(false);
        var values = ImmutableDictionary.CreateBuilder<string, Output<object?>>();
        foreach (var (name, value) in data.IsKnown ? data.Value : new Dictionary<string, object?>())
        {
            var read = await new Serializer($"resource:{component.GetResourceName()}[{component.GetResourceType()}]")
                .ValueAsync(value, name).ConfigureAwait(false);
            if (!read.IsKnown || read.Value is not null)
            {
                values[name] = new Output<object?>(Task.FromResult(read.IsKnown ? read : read with { IsSecret = false }));
            }
        }

        await mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(urn.Value, values.ToImmutable())).ConfigureAwait(false);
    }

    /// <summary>A provider's URN and id; empty for a package's default provider.</summary>
    public static async Task<string> ReferenceAsync(ProviderResource? provider)
    {
        if (provider is null)
        {
            return "";
        }

        var urn = await provider.Urn.DataTask.ConfigureAwait(false);
        var id = await provider.Id.DataTask.ConfigureAwait(false);
        return $"{urn.Value}::{(id.IsKnown && !string.IsNullOrEmpty(id.Value) ? id.Value : UnknownId)}";
    }

    public Task<object> CallAsync(MockCallArgs args) => mocks.CallAsync(args);

    private static OutputData<object?> Plain(object? value) => new([], value, IsKnown: true, IsSecret: false);

    // Below the stack every URN has the stack's type in front and no ancestors: the mocked engine's way, not the real one's.
    private string UrnOf(Resource resource)
    {
        var type = resource is Stack ? Stack.RootType : $"{Stack.RootType}${resource.GetResourceType()}";
        return $"urn:pulumi:{deployment.StackName}::{deployment.ProjectName}::{type}::{resource.GetResourceName()}";
    }

    private void Complete(Resource resource, Answer answer)
    {
        var missing = new OutputData<object?>([], null, IsKnown: !deployment.IsDryRun, IsSecret: false);
        foreach (var source in resource.OutputSources)
        {
            var data = source.Name switch
            {
                "urn" => answer.Urn,
                "id" when resource is CustomResource =>
                    string.IsNullOrEmpty(answer.Id) ? missing with { IsKnown = false } : Plain(answer.Id),
                _ => answer.State.GetValueOrDefault(source.Name, missing),
            };
            source.Set(data with { Resources = data.Resources.Add(resource) });
        }
    }

    private sealed record Answer(OutputData<object?> Urn, string? Id, Dictionary<string, OutputData<object?>> State);
}
