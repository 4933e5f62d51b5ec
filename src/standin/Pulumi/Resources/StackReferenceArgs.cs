namespace Pulumi;

public class StackReferenceArgs : ResourceArgs
{
    public StackReferenceArgs()
    {
    }

    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}
