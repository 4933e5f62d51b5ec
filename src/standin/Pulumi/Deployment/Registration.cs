using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>The asynchronous part of a resource's constructor: waits for what it needs, asks the mocks, fills its outputs.</summary>
internal sealed class Registration(MockEngine engine, Resource resource, ResourceArgs args, ResourceOptions options)
{
    public async Task RunAsync()
    {
        try
        {
            if (resource is Stack)
            {
                engine.RegisterStack(resource);
                return;
            }

            await RegisterAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            resource.Fail(exception);
            throw;
        }
    }

    private async Task RegisterAsync()
    {
        if (resource.Parent is { } parent)
        {
            await parent.Urn.DataTask.ConfigureAwait(false);
        }

        await WaitForDependsOnAsync().ConfigureAwait(false);
        await ValidateAliasesAsync().ConfigureAwait(false);
        var context = $"resource:{resource.GetResourceName()}[{resource.GetResourceType()}]";
        var properties = await new Serializer(context).PropertiesAsync(args).ConfigureAwait(false);
        await Dependencies.WaitAsync(properties.Values.SelectMany(property => property.Resources), resource).ConfigureAwait(false);

        var existingId = await ExistingIdAsync().ConfigureAwait(false);
        var importId = (options as CustomResourceOptions)?.ImportId;
        await engine.RegisterAsync(
            resource,
            new MockResourceArgs
            {
                Type = resource.GetResourceType(),
                Name = resource.GetResourceName(),
                Inputs = MockEngine.KnownOf(properties),
                Provider = await MockEngine.ReferenceAsync(resource.Provider).ConfigureAwait(false),
                Id = existingId ?? importId ?? "",
            },
            existingId,
            importId).ConfigureAwait(false);
    }

    private async Task WaitForDependsOnAsync()
    {
        if (options.HasDependsOn)
        {
            var resources = await Dependencies.OfListAsync(options.DependsOn).ConfigureAwait(false);
            await Dependencies.WaitAsync(resources, resource).ConfigureAwait(false);
        }
    }

    private async Task ValidateAliasesAsync()
    {
        foreach (var alias in options.Aliases)
        {
            var data = await alias.ToOutput().DataTask.ConfigureAwait(false);
            if (data.IsKnown)
            {
                data.Value?.Validate();
            }
        }
    }

    // An empty or unknown id means that the resource is registered, not read.
    private async Task<string?> ExistingIdAsync()
    {
        if (options.Id is not { } id)
        {
            return null;
        }

        var data = await id.ToOutput().DataTask.ConfigureAwait(false);
        return data.IsKnown && !string.IsNullOrEmpty(data.Value) ? data.Value : null;
    }
}
