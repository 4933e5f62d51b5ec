using System.Collections.Immutable;

namespace EcsPlatform.Preview.Awsx;

/// <summary>A resource that the remote component would register.</summary>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its logical name.</param>
/// <param name="ParentKey">The key of its parent among the children; "" for the component itself.</param>
/// <param name="Inputs">Its inputs; a value, at any depth, may be a <see cref="ChildOutput"/>.</param>
/// <param name="DependsOnKeys">The children that it names in its <c>dependsOn</c> option.</param>
internal sealed record PlannedChild(
    string Type, string Name, string ParentKey, ImmutableDictionary<string, object> Inputs, ImmutableArray<string> DependsOnKeys)
{
    /// <summary>What other children call it.</summary>
    public string Key => KeyOf(Type, Name);

    public static string KeyOf(string type, string name) => $"{type}::{name}";
}
