using Pulumi;

namespace ContractTests.Samples;

/// <summary>A resource whose single input is whatever the test gives.</summary>
public sealed class Raw : CustomResource
{
    public const string Token = "demo:index:Raw";

    public Raw(string name, object? raw, CustomResourceOptions? options = null)
        : base(Token, name, new RawArgs { Value = raw }, options)
    {
    }
}

public sealed class RawArgs : ResourceArgs
{
    [Input("raw")]
    public object? Value { get; set; }
}
