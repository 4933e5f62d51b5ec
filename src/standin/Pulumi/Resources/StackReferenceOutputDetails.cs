namespace Pulumi;

public sealed class StackReferenceOutputDetails
{
    public StackReferenceOutputDetails()
    {
    }

    public object? Value { get; set; }

    public object? SecretValue { get; set; }
}
