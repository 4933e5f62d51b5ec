using YamlDotNet.RepresentationModel;

namespace EcsPlatform.Preview.Configuration;

/// <summary>What a preview needs of <c>Pulumi.yaml</c>: the project's name, and the folder with the stack files.</summary>
/// <param name="Folder">The folder of <c>Pulumi.yaml</c>.</param>
/// <param name="Name">The project's name.</param>
public sealed record ProjectFile(string Folder, string Name)
{
    private const string FileName = "Pulumi.yaml";

    /// <summary>The names of the stacks that have a file, sorted.</summary>
    public IReadOnlyList<string> Stacks =>
    [
        .. Directory.EnumerateFiles(Folder, "Pulumi.*.yaml")
            .Select(file => Path.GetFileNameWithoutExtension(file)["Pulumi.".Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Finds and reads the project's file, in a folder or the nearest one above.</summary>
    /// <param name="folder">Where to begin.</param>
    /// <returns>The project.</returns>
    /// <exception cref="PreviewException">There is no such file, or it cannot be read.</exception>
    public static ProjectFile Find(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            var path = Path.Combine(candidate.FullName, FileName);
            if (File.Exists(path))
            {
                return Read(candidate.FullName, path);
            }
        }

        throw new PreviewException($"There is no {FileName} in {folder} or above. Run the command in the project's folder.");
    }

    /// <summary>The path of a stack's file.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <returns>The path, whether or not there is a file.</returns>
    public string StackPath(string stack) => Path.Combine(Folder, $"Pulumi.{stack}.yaml");

    private static ProjectFile Read(string folder, string path)
    {
        var root = YamlText.ReadMapping(path, FileName);
        return root.Children.TryGetValue("name", out var name) && name is YamlScalarNode { Value: { Length: > 0 } text }
            ? new ProjectFile(folder, text)
            : throw new PreviewException($"{FileName}: there is no name. Give the project's name, for example: name: ecs-platform");
    }
}
