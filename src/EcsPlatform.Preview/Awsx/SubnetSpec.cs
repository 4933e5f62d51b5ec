using System.Collections.Immutable;

namespace EcsPlatform.Preview.Awsx;

/// <summary>One entry of <c>subnetSpecs</c>: a kind of subnet that every zone gets.</summary>
/// <param name="Type">Public, Private, Isolated or Unused.</param>
/// <param name="GivenName">The name that the program gives, if it does.</param>
/// <param name="Mask">The mask that <c>cidrMask</c> or <c>size</c> gives, if one of them does.</param>
/// <param name="Blocks">The explicit ranges, one a zone; empty when the program gives none.</param>
/// <param name="Tags">Tags of the subnets of this kind.</param>
internal sealed record SubnetSpec(
    string Type, string? GivenName, int? Mask, ImmutableArray<Cidr> Blocks, ImmutableDictionary<string, object> Tags)
{
    public const string Public = "Public";
    public const string Private = "Private";
    public const string Isolated = "Isolated";
    public const string Unused = "Unused";

    /// <summary>The middle part of the subnets' names.</summary>
    public string Name => GivenName ?? Type.ToLowerInvariant();

    public bool IsUnused => Type == Unused;

    public static SubnetSpec OfType(string type, int mask) => new(type, null, mask, [], ImmutableDictionary<string, object>.Empty);
}
