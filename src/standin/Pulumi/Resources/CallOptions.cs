namespace Pulumi;

public class CallOptions
{
    public CallOptions()
    {
    }

    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }
}
