using System.IO.Compression;
using System.Xml.Linq;

namespace EcsPlatform.Build.Tests;

/// <summary>A folder that serves as a package source.</summary>
internal static class PackageFeed
{
    /// <summary>The official packages' ids and versions, from where they stand once.</summary>
    public static IReadOnlyDictionary<string, string> Official { get; } = XDocument
        .Load(Path.Combine(Sandbox.Repository, "src/build/Packages.props"))
        .Descendants("ItemGroup").Single(group => group.Attribute("Label")?.Value == "Pulumi")
        .Elements("PackageVersion")
        .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value);

    /// <summary>Puts packages without content into a folder.</summary>
    public static void Fill(string folder, IEnumerable<KeyValuePair<string, string>> packages)
    {
        Directory.CreateDirectory(folder);
        foreach (var (id, version) in packages)
        {
            using var archive = ZipFile.Open(Path.Combine(folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
            Write(archive, $"{id}.nuspec", $"""
                <?xml version="1.0"?>
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
                  <metadata><id>{id}</id><version>{version}</version><authors>test</authors><description>test</description></metadata>
                </package>
                """);
            Write(archive, "lib/net6.0/_._", "");
        }
    }

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}
