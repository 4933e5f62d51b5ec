using Pulumi;

namespace ContractTests.Samples;

public sealed class ShopStack : Stack
{
    public ShopStack() => Endpoint = new Thing("a").Id;

    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    [Output]
    public Output<string> Named { get; private set; } = Output.Create("n");

    public Output<string> Unmarked { get; private set; } = Output.Create("u");
}

public sealed class ForgetfulStack : Stack
{
    [Output("Endpoint")]
    public Output<string>? Endpoint { get; private set; }
}

public sealed class MistypedStack : Stack
{
    [Output("Endpoint")]
    public string Endpoint { get; private set; } = "plain";
}
