using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace Pulumi.Facts.Tool;

/// <summary>An unpacked npm package of a provider.</summary>
internal sealed class NpmPackage(string folder)
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Gets a package from the configured npm registry into a temporary folder.</summary>
    /// <exception cref="ToolException">npm is missing or does not get it.</exception>
    public static NpmPackage Get(string name, string version)
    {
        var temporary = Directory.CreateTempSubdirectory("facts-").FullName;
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["pack", $"{name}@{version}", "--silent"])
            {
                WorkingDirectory = temporary,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = npm.StandardError.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode != 0 || Directory.GetFiles(temporary, "*.tgz") is not [var archive])
            {
                throw new ToolException($"npm pack {name}@{version} failed: {errors.Trim()} Give an unpacked package with --package.");
            }

            using var packed = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
            TarFile.ExtractToDirectory(packed, temporary, overwriteFiles: true);
            return new NpmPackage(Path.Combine(temporary, "package"));
        }
        catch (Win32Exception)
        {
            throw new ToolException("npm is not installed. Install it, or give an unpacked package with --package.");
        }
    }

    /// <summary>A file's text.</summary>
    /// <exception cref="ToolException">There is no such file; the message names what the folder has.</exception>
    public string Text(string path)
    {
        if (_texts.TryGetValue(path, out var known))
        {
            return known;
        }

        // Some tokens have another case than their file: aws:datasync/s3Location:S3Location is in datasync/s3location.js.
        var beside = Path.GetDirectoryName(Path.Combine(folder, path))!;
        var exists = Directory.Exists(beside);
        var file = exists
            ? Directory.EnumerateFiles(beside).Order(StringComparer.Ordinal).FirstOrDefault(name => Path.GetFileName(name).Equals(Path.GetFileName(path), StringComparison.OrdinalIgnoreCase))
            : null;
        if (file is null)
        {
            var names = exists
                ? Directory.EnumerateFiles(beside, "*.js").Select(Path.GetFileNameWithoutExtension).Where(name => name != "index").Order(StringComparer.Ordinal)
                : Enumerable.Empty<string?>();
            throw new ToolException($"The package has no {path}. Its folder has: {string.Join(", ", names)}.");
        }

        return _texts[path] = File.ReadAllText(file);
    }
}
