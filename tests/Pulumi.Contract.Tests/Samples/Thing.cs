using System.Collections.Immutable;
using Pulumi;

// Generated SDKs import this namespace although it has no public type: the import must compile.
#pragma warning disable IDE0005
using Pulumi.Serialization;
#pragma warning restore IDE0005

namespace ContractTests.Samples;

/// <summary>A resource in the shape that generated SDKs have.</summary>
[ResourceType(Token, null)]
public sealed class Thing : CustomResource
{
    public const string Token = "demo:index:Thing";

    public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
        : base(Token, name, args ?? new ThingArgs(), WithDefaults(options, ""))
    {
    }

    private Thing(string name, Input<string> id, ThingState? state, CustomResourceOptions? options)
        : base(Token, name, state, WithDefaults(options, id))
    {
    }

    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    [Output("size")]
    public Output<int> Size { get; private set; } = null!;

    [Output("ratio")]
    public Output<double> Ratio { get; private set; } = null!;

    [Output("enabled")]
    public Output<bool> Enabled { get; private set; } = null!;

    [Output("labels")]
    public Output<ImmutableArray<string>> Labels { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>> Tags { get; private set; } = null!;

    [Output("color")]
    public Output<Color> Color { get; private set; } = null!;

    [Output("level")]
    public Output<Level> Level { get; private set; } = null!;

    [Output("detail")]
    public Output<Detail> Detail { get; private set; } = null!;

    [Output("details")]
    public Output<ImmutableArray<Detail>> Details { get; private set; } = null!;

    [Output]
    public Output<string> Unnamed { get; private set; } = null!;

    public static Thing Get(string name, Input<string> id, ThingState? state = null, CustomResourceOptions? options = null) =>
        new(name, id, state, options);

    private static CustomResourceOptions WithDefaults(CustomResourceOptions? options, Input<string>? id)
    {
        var merged = CustomResourceOptions.Merge(new CustomResourceOptions { Version = "1.0.0" }, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }
}

public sealed class ThingState : ResourceArgs
{
    [Input("arn")]
    public Input<string>? Arn { get; set; }
}
