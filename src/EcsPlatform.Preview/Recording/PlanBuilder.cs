using System.Collections.Immutable;
using EcsPlatform.Plans;
using Pulumi;

namespace EcsPlatform.Preview.Recording;

/// <summary>Turns what was recorded into a plan.</summary>
internal sealed class PlanBuilder(Recorder recorder, SecretTexts secrets, IReadOnlyList<PlannedResource> remoteChildren)
{
    public Plan Build(string project, string stack) => Plan.Of(
        project, stack, recorder.Registrations.Select(Build).Concat(remoteChildren).Select(Masked));

    private PlannedResource Build(Registration registration)
    {
        var options = registration.Options;
        var custom = options as CustomResourceOptions;
        var references = registration.References.ToDictionary(entry => entry.Key, entry => Urns(entry.Value));
        return new PlannedResource
        {
            Urn = registration.Urn,
            Type = registration.Type,
            Name = registration.Name,
            Custom = registration.IsCustom,
            External = registration.External,
            Id = registration.Id,
            Inputs = registration.Inputs,
            Outputs = registration.Outputs,
            Parent = registration.Parent?.Urn,
            Dependencies = Sorted(references.Values.SelectMany(urns => urns).Concat(Urns(registration.DependsOn))),
            PropertyDependencies = references
                .Where(entry => !entry.Value.IsEmpty)
                .ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
            Provider = ProviderReference(registration),
            Protect = registration.Protect,
            RetainOnDelete = options.RetainOnDelete ?? false,
            DeleteBeforeReplace = custom?.DeleteBeforeReplace ?? false,
            DeletedWith = options.DeletedWith is { } other ? recorder.Of(other)?.Urn : null,
            ImportId = custom?.ImportId,
            Aliases = registration.Aliases,
            IgnoreChanges = Sorted(options.IgnoreChanges),
            ReplaceOnChanges = Sorted(options.ReplaceOnChanges),
            AdditionalSecretOutputs = custom is null ? [] : Sorted(custom.AdditionalSecretOutputs),
            CustomTimeouts = options.CustomTimeouts is { } timeouts
                ? new PlannedTimeouts(timeouts.Create, timeouts.Update, timeouts.Delete)
                : null,
        };
    }

    private PlannedResource Masked(PlannedResource resource) => resource with
    {
        Inputs = (PropertyValue.Map)secrets.Masked(resource.Inputs),
        Outputs = (PropertyValue.Map)secrets.Masked(resource.Outputs),
    };

    private string? ProviderReference(Registration registration) =>
        Scopes.ProviderOf(recorder, registration.ProviderReference) is { } provider ? $"{provider.Urn}::{provider.Id}" : null;

    // A component stands for the custom resources below it.
    private ImmutableArray<string> Urns(IEnumerable<Resource> resources) => Sorted(resources
        .Select(recorder.Of)
        .OfType<Registration>()
        .SelectMany(registration => registration.CustomResources())
        .Select(registration => registration.Urn));

    private static ImmutableArray<string> Sorted(IEnumerable<string> texts) =>
        [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
