using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Preview.Aws;
using EcsPlatform.Preview.Awsx;
using Pulumi;
using Pulumi.Testing;

namespace EcsPlatform.Preview.Recording;

/// <summary>The mocked engine: answers with realistic values that follow from the inputs, and completes what the recorder knows.</summary>
internal sealed class PreviewMocks(Recorder recorder, SecretTexts secrets, DefaultScope defaultScope, DefaultProviders defaultProviders) : IMocks
{
    private readonly InputReader _inputs = new(secrets);
    private readonly Lock _lock = new();
    private readonly List<(string MockUrn, ImmutableDictionary<string, Output<object?>> Outputs)> _registeredOutputs = [];
    private readonly List<RemoteVpc> _remoteVpcs = [];

    /// <summary>The children of remote components, which the real engine would be told of by the component's provider.</summary>
    public IReadOnlyList<PlannedResource> RemoteChildren => [.. _remoteVpcs.SelectMany(vpc => vpc.Children)];

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var registration = recorder.Registering(args.Type!, args.Name!);
        registration.ProviderReference = args.Provider ?? "";
        registration.WireInputs = args.Inputs;
        await ReadAsync(registration);
        if (registration.Type == VpcLayout.Type)
        {
            return (null, AnswerVpc(registration));
        }

        if (!registration.IsCustom)
        {
            registration.Answered = true;
            return (null, ImmutableDictionary<string, object>.Empty);
        }

        Refuse(defaultProviders.Refusal(registration.Type, registration.Path, registration.ProviderReference));
        return AnswerCustom(registration, args.Id ?? "");
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        var scope = Scopes.Of(recorder, args.Provider ?? "", defaultScope);
        Refuse(defaultProviders.Refusal(args.Token!, $"The call of {args.Token}", args.Provider ?? ""));
        if ((AskVpcs(args.Token!, args.Args) ?? AwsAnswers.Invoke(args.Token!, args.Args, scope)) is { } answer)
        {
            return Task.FromResult<object>(answer);
        }

        recorder.Refuse(
            $"The program calls {args.Token}, which only AWS can answer; the offline preview asks AWS nothing. Give the value in the stack's config.");
        throw new RunException($"{args.Token} has no answer offline.");
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        lock (_lock)
        {
            _registeredOutputs.Add((args.Urn, args.Outputs));
        }

        return Task.CompletedTask;
    }

    /// <summary>Completes the components' outputs. To be called when the program is done.</summary>
    public async Task ReadComponentOutputsAsync()
    {
        foreach (var (mockUrn, outputs) in _registeredOutputs)
        {
            var parts = mockUrn.Split("::", 4);
            var (type, name) = (parts[2].Split('$')[^1], parts[3]);
            var component = recorder.Registrations.FirstOrDefault(registration =>
                registration.Type == type && registration.Name == name && !registration.IsCustom && registration.Outputs.Entries.IsEmpty);
            if (component is not null)
            {
                component.Outputs = await ReadOutputsAsync(outputs.Select(output => KeyValuePair.Create(output.Key, (object?)output.Value)));
            }
        }
    }

    /// <summary>Reads named values that a program returns or registers.</summary>
    public async Task<PropertyValue.Map> ReadOutputsAsync(IEnumerable<KeyValuePair<string, object?>> outputs)
    {
        var entries = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var (name, output) in outputs)
        {
            var value = (await _inputs.ReadAsync(output)).Value;
            if (value is not PropertyValue.Null)
            {
                entries.Add(KeyValuePair.Create(name, value));
            }
        }

        return PropertyValue.Map.Of(entries);
    }

    private async Task ReadAsync(Registration registration)
    {
        var values = new List<KeyValuePair<string, PropertyValue>>();
        var references = ImmutableDictionary.CreateBuilder<string, ImmutableHashSet<Resource>>();
        foreach (var member in registration.Args is null ? [] : InputMembers.Of(registration.Args.GetType()))
        {
            if (member.Get(registration.Args!) is not { } input)
            {
                continue;
            }

            var read = await _inputs.ReadAsync(input);
            // The wire's own form where the reader has nothing to add to it.
            var value = !read.IsMarked && registration.WireInputs.TryGetValue(member.Name, out var wire) ? WireValues.ToPropertyValue(wire) : read.Value;
            if (value is not PropertyValue.Null)
            {
                values.Add(KeyValuePair.Create(member.Name, value));
            }

            if (!read.References.IsEmpty)
            {
                references[member.Name] = read.References;
            }
        }

        registration.Inputs = PropertyValue.Map.Of(values);
        registration.References = references.ToImmutable();
        registration.DependsOn = await ReadDependsOnAsync(registration.Options.DependsOn);
        registration.Aliases = await Aliases.ReadAsync(recorder, registration);
    }

    private static async Task<ImmutableArray<Resource>> ReadDependsOnAsync(InputList<Resource> dependsOn)
    {
        Output<ImmutableArray<Resource>> resources = (Input<ImmutableArray<Resource>>)dependsOn;
        var read = await Pulumi.Utilities.OutputUtilities.GetValueAsync(resources);
        return read.IsDefault ? [] : read;
    }

    private (string? Id, object State) AnswerCustom(Registration registration, string existingId)
    {
        var scope = Scopes.Of(recorder, registration.ProviderReference, defaultScope);
        registration.External = existingId.Length > 0 && registration.Options.ImportId() is null;
        var answer = registration.External
            ? AwsAnswers.Read(registration.Type, existingId, registration.WireInputs, scope)
            : AwsAnswers.For(registration.Type, registration.Name, registration.WireInputs, IdentityOf(registration, scope), scope);
        var unknown = UnknownInputs(registration).ToList();
        if (!registration.External
            && NameLimits.Of(registration.Type)?.Problem(registration.Name, registration.WireInputs, unknown) is { } problem)
        {
            recorder.Refuse($"{registration.Path} {problem}");
        }

        var outputs = answer.Outputs.RemoveRange(unknown);
        registration.Id = existingId.Length > 0 ? existingId : answer.Id;
        registration.Answered = true;

        var secret = SecretOutputs(registration, outputs);
        registration.Outputs = PropertyValue.Map.Of(outputs.Select(output => KeyValuePair.Create(
            output.Key, secret.Contains(output.Key) ? SecretTexts.Mark : WireValues.ToPropertyValue(output.Value))));
        return (registration.Id, outputs.ToImmutableDictionary(
            output => output.Key, output => secret.Contains(output.Key) ? Secret(output.Value) : output.Value));
    }

    private static string IdentityOf(Registration registration, AwsScope scope) =>
        Identity.Of(registration.Urn, registration.Type, registration.Inputs, scope.Region);

    private ImmutableDictionary<string, object> AnswerVpc(Registration registration)
    {
        var provider = registration.AwsProvider() is { } resource ? recorder.Of(resource) : null;
        var layout = VpcLayout.Of(registration.Name, registration.WireInputs, Scopes.Of(provider, defaultScope));
        foreach (var problem in layout.Problems)
        {
            recorder.Refuse($"{registration.Path}: {problem}");
        }

        var vpc = RemoteVpc.Of(registration, layout, Scopes.Of(provider, defaultScope), provider is null ? null : $"{provider.Urn}::{provider.Id}");
        lock (_lock)
        {
            _remoteVpcs.Add(vpc);
        }

        registration.Outputs = vpc.Outputs;
        registration.Answered = true;
        return vpc.State;
    }

    // Registered children are known to the program; those of a remote component it can only look up.
    private ImmutableDictionary<string, object>? AskVpcs(string token, ImmutableDictionary<string, object> args)
    {
        lock (_lock)
        {
            return _remoteVpcs.Select(vpc => vpc.Invoke(token, args)).FirstOrDefault(answer => answer is not null);
        }
    }

    private Output<object> Secret(object value)
    {
        secrets.Add(WireValues.ToPropertyValue(value));
        return Output.CreateSecret(value);
    }

    private static IEnumerable<string> UnknownInputs(Registration registration) =>
        registration.Inputs.Entries.Where(entry => Contains<PropertyValue.Unknown>(entry.Value)).Select(entry => entry.Key);

    // What went in as a secret comes out as one, and so does what the resource's class says.
    private static HashSet<string> SecretOutputs(Registration registration, ImmutableDictionary<string, object> outputs) =>
        outputs.Keys
            .Where(name => registration.Options is CustomResourceOptions options && options.AdditionalSecretOutputs.Contains(name)
                || registration.Inputs.Entries.TryGetValue(name, out var input) && Contains<PropertyValue.Secret>(input))
            .ToHashSet(StringComparer.Ordinal);

    private static bool Contains<TMark>(PropertyValue value)
        where TMark : PropertyValue => value switch
        {
            TMark => true,
            PropertyValue.List list => list.Items.Any(Contains<TMark>),
            PropertyValue.Map map => map.Entries.Values.Any(Contains<TMark>),
            _ => false,
        };

    private void Refuse(string? reason)
    {
        if (reason is not null)
        {
            recorder.Refuse(reason);
        }
    }
}
