namespace EcsPlatform.Preview.Awsx;

/// <summary>Stands for an output of another child; the property <c>id</c> is the child's id.</summary>
internal sealed record ChildOutput(string ChildKey, string Property);
