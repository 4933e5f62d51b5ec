namespace EcsPlatform.Preview.Awsx;

/// <summary>One subnet of the layout.</summary>
/// <param name="Spec">Its kind.</param>
/// <param name="SpecIndex">The place of its kind in the layout: two kinds may be equal.</param>
/// <param name="ZoneIndex">Its zone, from 0.</param>
/// <param name="Range">Its addresses.</param>
internal sealed record SubnetPlan(SubnetSpec Spec, int SpecIndex, int ZoneIndex, Cidr Range);
