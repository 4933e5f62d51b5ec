namespace Pulumi;

public sealed class Stash : CustomResource
{
    public Stash(string name, StashArgs args, CustomResourceOptions? options = null)
        : base("pulumi:index:Stash", name, args, options, null, dependency: false)
    {
    }

    [Output("output")]
    public Output<object> Output { get; private set; } = null!;

    [Output("input")]
    public Output<object> Input { get; private set; } = null!;
}

public sealed class StashArgs : ResourceArgs
{
    public StashArgs()
    {
    }

    [Input("input", required: true)]
    public Input<object> Input { get; set; } = null!;
}
