namespace Pulumi;

public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    public ComponentResourceOptions()
    {
    }

    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        merged.TakeAll(options1);
        merged.TakeAll(options2);
        return merged;
    }

    // One provider a package: the later one wins.
    private void TakeAll(ComponentResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Take(other);
        foreach (var provider in other._providers ?? [])
        {
            Providers.RemoveAll(earlier => earlier.GetResourceType() == provider.GetResourceType());
            Providers.Add(provider);
        }
    }
}
