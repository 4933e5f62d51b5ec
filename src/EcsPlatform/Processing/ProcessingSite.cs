using EcsPlatform.Delivery;

namespace EcsPlatform.Processing;

/// <summary>A static site over a bucket of a <see cref="DataProcessing"/>.</summary>
/// <param name="Bucket">The bucket's name there.</param>
/// <param name="Site">What the site is made of, given its bucket.</param>
public sealed record ProcessingSite(string Bucket, Func<SiteBucket, StaticSiteArgs> Site);
