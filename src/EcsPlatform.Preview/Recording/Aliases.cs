using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace EcsPlatform.Preview.Recording;

/// <summary>The former URNs that a resource's options name.</summary>
internal static class Aliases
{
    /// <summary>Resolves a resource's own aliases.</summary>
    /// <returns>URNs, sorted, each once.</returns>
    public static async Task<ImmutableArray<string>> ReadAsync(Recorder recorder, Registration registration)
    {
        var urns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var input in registration.Options.Aliases)
        {
            if (await OutputUtilities.GetValueAsync<Alias>(input) is { } alias)
            {
                urns.Add(alias.Urn ?? await FormAsync(recorder, registration, alias));
            }
        }

        return [.. urns];
    }

    private static async Task<string> FormAsync(Recorder recorder, Registration registration, Alias alias)
    {
        var parentUrn = alias.NoParent ? RootUrn(registration)
            : alias.Parent is { } parent ? recorder.Of(parent)!.Urn
            : alias.ParentUrn is { } text ? await OutputUtilities.GetValueAsync<string>(text)
            : registration.Parent?.Urn ?? registration.Urn;
        var type = alias.Type is { } newType ? await OutputUtilities.GetValueAsync<string>(newType) : registration.Type;
        var name = alias.Name is { } newName ? await OutputUtilities.GetValueAsync<string>(newName) : registration.Name;
        var urn = Urns.Child(parentUrn, type, name);
        var parts = urn.Split("::", 3);
        var stack = alias.Stack is { } newStack ? $"urn:pulumi:{await OutputUtilities.GetValueAsync<string>(newStack)}" : parts[0];
        var project = alias.Project is { } newProject ? await OutputUtilities.GetValueAsync<string>(newProject) : parts[1];
        return $"{stack}::{project}::{parts[2]}";
    }

    private static string RootUrn(Registration registration) => registration.Parent is null ? registration.Urn : RootUrn(registration.Parent);
}
