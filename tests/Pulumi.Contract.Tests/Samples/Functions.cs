using Pulumi;

namespace ContractTests.Samples;

#pragma warning disable CA1051, IDE0051 // Generated result types have public fields and a constructor that only the SDK calls.

public sealed class GetThingArgs : InvokeArgs
{
    [Input("name")]
    public string? Name { get; set; }
}

public sealed class GetThingInvokeArgs : InvokeArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("filter")]
    public Input<string>? Filter { get; set; }
}

public sealed class ResizeArgs : CallArgs
{
    [Input("size")]
    public Input<int>? Size { get; set; }
}

[OutputType]
public sealed class GetThingResult
{
    public readonly string Arn;
    public readonly int Size;

    [OutputConstructor]
    private GetThingResult(string arn, int size)
    {
        Arn = arn;
        Size = size;
    }
}

/// <summary>Functions in the shape that generated SDKs have.</summary>
public static class GetThing
{
    public const string Token = "demo:index:getThing";

    public static Task<GetThingResult> InvokeAsync(GetThingArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<GetThingResult>(Token, args, options);

    public static Output<GetThingResult> Invoke(GetThingInvokeArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.Invoke<GetThingResult>(Token, args, options);

    public static Output<GetThingResult> Invoke(GetThingInvokeArgs args, InvokeOutputOptions options) =>
        Deployment.Instance.Invoke<GetThingResult>(Token, args, options);
}
