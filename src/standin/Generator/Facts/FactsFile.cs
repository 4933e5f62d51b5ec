namespace Pulumi.Facts;

/// <summary>Everything that is known of a package.</summary>
internal sealed class FactsFile
{
    public string Package { get; set; } = "";

    public string Version { get; set; } = "";

    public string Namespace { get; set; } = "";

    public Dictionary<string, ItemFacts> Resources { get; } = new Dictionary<string, ItemFacts>();

    public Dictionary<string, ItemFacts> Functions { get; } = new Dictionary<string, ItemFacts>();

    public Dictionary<string, ItemFacts> Types { get; } = new Dictionary<string, ItemFacts>();

    public Dictionary<string, ItemFacts> Enums { get; } = new Dictionary<string, ItemFacts>();
}
