using System.Collections.Immutable;
using Pulumi;

namespace EcsPlatform.Preview.Tests.Runs;

/// <summary>A component that creates what a test wants.</summary>
internal sealed class Group : ComponentResource
{
    public Group(string name, Action<Group>? children = null, ComponentResourceOptions? options = null)
        : base("test:index:Group", name, options)
    {
        children?.Invoke(this);
        RegisterOutputs(new Dictionary<string, object?> { ["label"] = Output.Create($"{name}-label") });
    }
}

/// <summary>Another kind of component.</summary>
internal sealed class Team(string name, ComponentResourceOptions? options = null) : ComponentResource("test:index:Team", name, options);

/// <summary>A resource of a provider that nothing is known of.</summary>
internal sealed class Thing : CustomResource
{
    public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
        : base("test:index:Thing", name, args ?? new ThingArgs(), options ?? new CustomResourceOptions())
    {
    }

    [Output("title")]
    public Output<string> Title { get; private set; } = null!;

    [Output("computed")]
    public Output<string> Computed { get; private set; } = null!;
}

internal sealed class ThingArgs : ResourceArgs
{
    [Input("title")]
    public Input<string>? Title { get; set; }

    [Input("size")]
    public Input<int>? Size { get; set; }

    [Input("labels")]
    private InputList<string>? _labels;

    public InputList<string> Labels
    {
        get => _labels ??= [];
        set => _labels = value;
    }

    [Input("tags")]
    private InputMap<string>? _tags;

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }

    [Input("detail")]
    public Input<DetailArgs>? Detail { get; set; }

    [Input("code")]
    public Input<Archive>? Code { get; set; }
}

internal sealed class DetailArgs : ResourceArgs
{
    [Input("password")]
    public Input<string>? Password { get; set; }

    [Input("path")]
    public Input<string>? Path { get; set; }
}

/// <summary>A resource with a required input.</summary>
internal sealed class Strict(string name, StrictArgs args, CustomResourceOptions? options = null)
    : CustomResource("test:index:Strict", name, args, options ?? new CustomResourceOptions());

internal sealed class StrictArgs : ResourceArgs
{
    [Input("title", required: true)]
    public Input<string> Title { get; set; } = null!;

    [Input("hosts", required: true)]
    private InputList<string>? _hosts;

    public InputList<string> Hosts
    {
        get => _hosts ??= [];
        set => _hosts = value;
    }
}

/// <summary>A function that only AWS could answer.</summary>
internal static class Lookup
{
    public static Output<ImmutableDictionary<string, object>> Ami() =>
        Deployment.Instance.Invoke<ImmutableDictionary<string, object>>("aws:ec2/getAmi:getAmi", InvokeArgs.Empty);

    public static Output<ImmutableDictionary<string, object>> Region() =>
        Deployment.Instance.Invoke<ImmutableDictionary<string, object>>("aws:index/getRegion:getRegion", InvokeArgs.Empty);
}
