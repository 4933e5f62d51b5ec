using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace EcsPlatform.Preview.Recording;

/// <summary>The former URNs that a resource's options name.</summary>
internal static class Aliases
{
    /// <summary>Resolves a resource's own aliases, and those that follow from its ancestors': what stood under a former parent was there under it.</summary>
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

        if (registration.Parent is { IsStack: false } parent)
        {
            foreach (var former in await ReadAsync(recorder, parent))
            {
                urns.Add(Urns.Child(former, registration.Type, NameUnder(former, parent.Name, registration.Name)));
            }
        }

        urns.Remove(registration.Urn);
        return [.. urns];
    }

    // Children are named after their component: under another name, so were they.
    private static string NameUnder(string formerParent, string parentName, string name) =>
        name.StartsWith(parentName, StringComparison.Ordinal) ? formerParent.Split("::", 4)[^1] + name[parentName.Length..] : name;

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
