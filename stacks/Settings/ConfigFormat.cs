using System.Collections.Immutable;
using EcsPlatform.Foundations;

namespace EcsPlatform.Stacks.Settings;

/// <summary>
/// What text looks like, for editors and the reference. It lets through whatever is right: what is wrong with a value the settings and the
/// components say, which know more.
/// </summary>
/// <param name="Allowed">What is allowed, in words.</param>
/// <param name="Pattern">A regular expression, in the dialect that .NET and JavaScript share; null for none.</param>
internal sealed record ConfigFormat(string Allowed, string? Pattern = null)
{
    /// <summary>An account's number.</summary>
    public static ConfigFormat AccountId { get; } = new("twelve digits, in quotes", "^[0-9]{12}$");

    /// <summary>A machine image.</summary>
    public static ConfigFormat MachineImageId { get; } = new("ami- and 8 or 17 hexadecimal digits", "^ami-(?:[0-9a-f]{8}|[0-9a-f]{17})$");

    /// <summary>A SHA-256 hash.</summary>
    public static ConfigFormat Sha256 { get; } = new("64 lower-case hexadecimal digits", "^[0-9a-f]{64}$");

    /// <summary>An image pinned by digest.</summary>
    public static ConfigFormat ImagePin { get; } = new(ImageReference.ValidValues, "^[a-z0-9][a-z0-9._/:-]*@sha256:[0-9a-f]{64}$");

    /// <summary>A range of addresses.</summary>
    public static ConfigFormat Cidr { get; } = new(CidrBlock.ValidValues, @"^[0-9]{1,3}(?:\.[0-9]{1,3}){3}/[0-9]{1,2}$");

    /// <summary>The ARN of something that a service keeps.</summary>
    /// <param name="service">The service, as ARNs call it.</param>
    /// <param name="what">What it is.</param>
    public static ConfigFormat Arn(string service, string what) => new($"the ARN of {what}", $"^arn:[^:]+:{service}:");

    /// <summary>The only values that there are; empty where there are others.</summary>
    public ImmutableArray<string> Words { get; private init; } = [];

    /// <summary>One of some words.</summary>
    /// <param name="words">The words.</param>
    public static ConfigFormat OneOf(IEnumerable<string> words)
    {
        ImmutableArray<string> all = [.. words];
        return new ConfigFormat(string.Join(", ", all)) { Words = all };
    }
}
