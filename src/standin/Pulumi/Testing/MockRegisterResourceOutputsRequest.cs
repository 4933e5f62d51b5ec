using System.Collections.Immutable;

namespace Pulumi.Testing;

public class MockRegisterResourceOutputsRequest
{
#pragma warning disable CA1051 // Do not declare visible instance fields: the official class does.
    public readonly string Urn;
    public readonly ImmutableDictionary<string, Output<object?>> Outputs;
#pragma warning restore CA1051

    public MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
    {
        Urn = urn;
        Outputs = outputs;
    }
}
