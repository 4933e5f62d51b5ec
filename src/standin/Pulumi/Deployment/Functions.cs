using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Functions of providers and methods of resources.</summary>
internal sealed class Functions(Deployment deployment, MockEngine engine)
{
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, bool single) =>
        new(ReportedAsync(InvokeOutputAsync<T>(token, args, options, single)));

    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, bool single)
    {
        var properties = await PropertiesAsync(token, args).ConfigureAwait(false);
        var provider = ProviderOf(token, options?.Provider, options?.Parent);
        return Result<T>(await AskAsync(token, MockEngine.KnownOf(properties), provider).ConfigureAwait(false), single);
    }

    // A failing invoke is reported where it fails, and once more by the output that it leaves behind.
    private async Task<OutputData<T>> ReportedAsync<T>(Task<OutputData<T>> invoke)
    {
        try
        {
            return await invoke.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            deployment.Errors.Add(exception);
            throw;
        }
    }

    public Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options) =>
        new(CallAsync<T>(token, args, self, options));

    private static Task<Dictionary<string, OutputData<object?>>> PropertiesAsync(string token, InputArgs? args) =>
        new Serializer($"invoke:{token}").PropertiesAsync(args ?? InvokeArgs.Empty);

    private static ProviderResource? ProviderOf(string token, ProviderResource? own, Resource? parent) => own
        ?? (parent is not null && ProviderInheritance.PackageOf(token) is { } package ? parent.Providers.GetValueOrDefault(package) : null);

    private static OutputData<T> Unknown<T>(ImmutableHashSet<Resource> resources, bool secret) => new(resources, default!, false, secret);

    private static T Result<T>(Dictionary<string, OutputData<object?>> answer, bool single)
    {
        object? value = single
            ? answer.Values.Select(first => first.Value).FirstOrDefault()
            : answer.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Value!);
        return Converter.To<T>(value);
    }

    private async Task<OutputData<T>> InvokeOutputAsync<T>(string token, InvokeArgs args, InvokeOptions? options, bool single)
    {
        var marks = new OutputMarks();
        var properties = await PropertiesAsync(token, args).ConfigureAwait(false);
        foreach (var property in properties.Values)
        {
            marks.Take(property);
        }

        var resources = marks.Mark<object?>(null).Resources;
        if (options is InvokeOutputOptions { DependsOn: { } dependsOn })
        {
            resources = resources.Union(await Dependencies.OfListAsync(dependsOn).ConfigureAwait(false));
        }

        await Dependencies.WaitAsync(resources, null).ConfigureAwait(false);
        if (!marks.IsKnown || await Dependencies.AnyWithoutIdAsync(resources).ConfigureAwait(false))
        {
            return Unknown<T>(resources, secret: false);
        }

        var provider = ProviderOf(token, options?.Provider, options?.Parent);
        var answer = await AskAsync(token, MockEngine.KnownOf(properties), provider).ConfigureAwait(false);
        return answer.Values.All(value => value.IsKnown)
            ? new OutputData<T>(resources, Result<T>(answer, single), true, answer.Values.Any(value => value.IsSecret))
            : Unknown<T>(resources, secret: false);
    }

    private async Task<OutputData<T>> CallAsync<T>(string token, CallArgs args, Resource? self, CallOptions? options)
    {
        var properties = await PropertiesAsync(token, args ?? CallArgs.Empty).ConfigureAwait(false);
        var provider = ProviderOf(token, options?.Provider, options?.Parent) ?? self?.Provider;
        if (self is not null)
        {
            properties["__self__"] = await new Serializer($"call:{token}").ValueAsync(self, "__self__").ConfigureAwait(false);
        }

        var resources = properties.Values.Aggregate(
            ImmutableHashSet<Resource>.Empty, (all, property) => OutputMarks.Union(all, property.Resources));
        await Dependencies.WaitAsync(resources, null).ConfigureAwait(false);
        var answer = await AskAsync(token, MockEngine.KnownOf(properties), provider).ConfigureAwait(false);
        return new OutputData<T>(resources, Result<T>(answer, single: false), true, answer.Values.Any(value => value.IsSecret));
    }

    private async Task<Dictionary<string, OutputData<object?>>> AskAsync(
        string token, ImmutableDictionary<string, object> args, ProviderResource? provider)
    {
        var answer = await engine.CallAsync(new MockCallArgs
        {
            Token = token,
            Args = args,
            Provider = await MockEngine.ReferenceAsync(provider).ConfigureAwait(false),
        }).ConfigureAwait(false);
        return await new Serializer($"invoke:{token}").StateAsync(answer).ConfigureAwait(false);
    }
}
