using System.Collections.Immutable;

namespace Pulumi;

public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly Lock _childrenLock = new();
    private readonly List<Resource> _children = [];

    private protected Resource(
        string type,
        string name,
        bool custom,
        ResourceArgs args,
        ResourceOptions options,
        bool remote = false,
        bool dependency = false,
        RegisterPackageRequest? registerPackageRequest = null)
    {
        _ = registerPackageRequest;
        _type = type;
        _name = name;
        IsCustom = custom;
        IsRemote = remote;
        Providers = ImmutableDictionary<string, ProviderResource>.Empty;
        Transformations = [];
        if (dependency)
        {
            return;
        }

        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var deployment = Deployment.InternalInstance;
        if (options.Urn is { } existing)
        {
            OutputSources = OutputSource.Install(this);
            deployment.Fill(this, existing);
            return;
        }

        var parent = options.Parent ?? (this is Stack ? null : deployment.Stack);
        Transformations = [.. options.ResourceTransformations, .. parent?.Transformations ?? []];
        OutputSources = OutputSource.Install(this);
        try
        {
            (args, options) = Transform(args, options);
            (Provider, Providers) = ProviderInheritance.Of(this, options, parent);
        }
        catch (Exception exception)
        {
            // A program may catch this, but nobody would ever fill the outputs, for which the run waits.
            Fail(exception);
            throw;
        }

        Parent = parent;
        parent?.Add(this);
        deployment.ReadOrRegister(this, args, options);
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal bool IsCustom { get; }

    internal bool IsRemote { get; }

    internal Resource? Parent { get; }

    /// <summary>The provider that the engine is told of; null for the package's default one.</summary>
    internal ProviderResource? Provider { get; }

    /// <summary>What children inherit: providers by package.</summary>
    internal ImmutableDictionary<string, ProviderResource> Providers { get; }

    internal ImmutableArray<ResourceTransformation> Transformations { get; }

    internal ImmutableArray<OutputSource> OutputSources { get; } = [];

    internal IReadOnlyList<Resource> Children
    {
        get
        {
            lock (_childrenLock)
            {
                return [.. _children];
            }
        }
    }

    public string GetResourceName() => _name;

    public string GetResourceType() => _type;

    internal void SetUrn(Output<string> urn) => Urn = urn;

    /// <summary>Gives the outputs that are not filled yet a failure instead of a value.</summary>
    internal void Fail(Exception exception)
    {
        foreach (var source in OutputSources)
        {
            source.Fail(exception);
        }
    }

    private void Add(Resource child)
    {
        lock (_childrenLock)
        {
            _children.Add(child);
        }
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        var parent = options.Parent;
        foreach (var transformation in Transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is not { } result)
            {
                continue;
            }

            if (result.Options.Parent != parent)
            {
                throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
            }

            args = result.Args;
            options = result.Options;
        }

        return (args, options);
    }
}
