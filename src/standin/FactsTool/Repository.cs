using System.Xml.Linq;

namespace Pulumi.Facts.Tool;

/// <summary>The repository around the working folder.</summary>
internal static class Repository
{
    public static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "EcsPlatform.sln")))
                {
                    return folder.FullName;
                }
            }

            throw new ToolException("There is no EcsPlatform.sln here or above. Run the command in the repository.");
        }
    }

    public static string FactsPath(string root, string package) => Path.Combine(root, "src/standin/facts", $"{package}.facts");

    /// <summary>The pinned version of a package: its C# and its npm package have the same.</summary>
    public static string Version(string root, string package) => XDocument
        .Load(Path.Combine(root, "src/build/Packages.props"))
        .Descendants("PackageVersion")
        .Single(version => string.Equals(version.Attribute("Include")!.Value, $"Pulumi.{package}", StringComparison.OrdinalIgnoreCase))
        .Attribute("Version")!.Value;
}
