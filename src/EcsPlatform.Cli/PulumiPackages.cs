using System.Reflection;

namespace EcsPlatform.Cli;

/// <summary>The Pulumi packages that this program was built with.</summary>
internal static class PulumiPackages
{
    /// <summary>Which they are and who chose them, in words.</summary>
    public static string Description => (Value("PulumiPackages"), Value("PulumiPackagesOrigin")) switch
    {
        ("official", "forced") => "official, as forced by PulumiPackages",
        ("official", _) => "official, found by the first restore",
        (_, "forced") => "stand-in, as forced by PulumiPackages",
        _ => "stand-in, for the first restore did not find the official ones",
    };

    private static string? Value(string key) => typeof(PulumiPackages).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == key)?.Value;
}
