using System.Collections.Immutable;
using Pulumi;

namespace ContractTests.Samples;

#pragma warning disable CA1051, IDE0051 // Generated result types have public fields and a constructor that only the SDK calls.

/// <summary>A result type in the shape that generated SDKs have.</summary>
[OutputType]
public sealed class Detail
{
    public readonly string Host;
    public readonly int? Port;
    public readonly ImmutableArray<string> Aliases;

    [OutputConstructor]
    private Detail(string host, int? port, ImmutableArray<string> aliases)
    {
        Host = host;
        Port = port;
        Aliases = aliases;
    }
}

/// <summary>What a mock may answer with instead of a dictionary.</summary>
[OutputType]
public sealed class ThingAnswer
{
    public readonly string Arn;
    public readonly int Size;

    [OutputConstructor]
    private ThingAnswer(string arn, int size)
    {
        Arn = arn;
        Size = size;
    }

    public static ThingAnswer Of(string arn, int size) => new(arn, size);
}
