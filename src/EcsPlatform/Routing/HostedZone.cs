namespace EcsPlatform.Routing;

/// <summary>A Route 53 hosted zone that exists.</summary>
/// <param name="ZoneId">For example <c>Z0123456789ABCDEFGHIJ</c>.</param>
/// <param name="DomainName">For example <c>library.example.org</c>.</param>
public sealed record HostedZone(string ZoneId, string DomainName);
