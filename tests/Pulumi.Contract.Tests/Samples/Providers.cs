using Pulumi;

namespace ContractTests.Samples;

public sealed class DemoProvider : ProviderResource
{
    public const string Package = "demo";

    public DemoProvider(string name, DemoProviderArgs? args = null, CustomResourceOptions? options = null)
        : base(Package, name, args ?? new DemoProviderArgs(), options ?? new CustomResourceOptions())
    {
    }
}

public sealed class DemoProviderArgs : ResourceArgs
{
    [Input("region")]
    public Input<string>? Region { get; set; }

    [Input("retries", json: true)]
    public Input<int>? Retries { get; set; }

    [Input("verbose", json: true)]
    public Input<bool>? Verbose { get; set; }

    [Input("settings", json: true)]
    public Input<RuleArgs>? Settings { get; set; }

    [Input("accounts", json: true)]
    public InputList<string>? Accounts { get; set; }
}

/// <summary>A provider of another package than the sample resources'.</summary>
public sealed class OtherProvider : ProviderResource
{
    public OtherProvider(string name, CustomResourceOptions? options = null)
        : base("other", name, ResourceArgs.Empty, options ?? new CustomResourceOptions())
    {
    }
}
