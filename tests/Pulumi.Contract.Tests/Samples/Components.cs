using Pulumi;

namespace ContractTests.Samples;

/// <summary>A component that creates what the test wants.</summary>
public sealed class Group : ComponentResource
{
    public const string Token = "demo:index:Group";

    public Group(string name, Action<Group>? children = null, ComponentResourceOptions? options = null)
        : base(Token, name, options) => children?.Invoke(this);

    public Group(string name, ResourceArgs args)
        : base(Token, name, args, new ComponentResourceOptions())
    {
    }

    public void Register(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);

    public void Register(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);

    public void Register(Output<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);
}

/// <summary>A component with outputs of its own.</summary>
public sealed class Endpoint : ComponentResource
{
    public const string Token = "demo:index:Endpoint";

    public Endpoint(string name, Input<string>? address, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Address = address.ToOutput();
        Port = Output.Create(443);
        RegisterOutputs();
    }

    [Output("address")]
    public Output<string> Address { get; private set; }

    [Output]
    public Output<int> Port { get; private set; }

    [Output("absent")]
    public Output<string>? Absent { get; private set; }

    public Output<string> Unmarked { get; private set; } = Output.Create("unmarked");
}

/// <summary>A component that a provider makes, like those of Pulumi.Awsx.</summary>
[ResourceType(Token, null)]
public sealed class RemoteGroup : ComponentResource
{
    public const string Token = "demo:index:RemoteGroup";

    public RemoteGroup(string name, ThingArgs? args = null, ComponentResourceOptions? options = null)
        : base(Token, name, args ?? new ThingArgs(), options ?? new ComponentResourceOptions(), remote: true)
    {
    }

    [Output("networkId")]
    public Output<string> NetworkId { get; private set; } = null!;

    [Output("thing")]
    public Output<Thing> Thing { get; private set; } = null!;
}
