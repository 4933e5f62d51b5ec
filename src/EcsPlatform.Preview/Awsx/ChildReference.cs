namespace EcsPlatform.Preview.Awsx;

/// <summary>Stands for another child as a whole, where an output of the component is a resource.</summary>
internal sealed record ChildReference(string ChildKey);
