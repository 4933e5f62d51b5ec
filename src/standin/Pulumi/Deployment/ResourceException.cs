namespace Pulumi;

public class ResourceException : Exception
{
    public ResourceException(string message, Resource? resource, bool hideStack = false)
        : base(message)
    {
        _ = resource;
        HideStack = hideStack;
    }

    internal bool HideStack { get; }
}
