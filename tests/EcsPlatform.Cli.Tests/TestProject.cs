using EcsPlatform.Stacks;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Tests;

namespace EcsPlatform.Cli.Tests;

/// <summary>A folder with a project's file and staging's config, which a test changes.</summary>
internal sealed class TestProject : IDisposable
{
    public const string StagingFile = "Pulumi.staging.yaml";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string Repository = RepositoryFolder.Path;

    private static readonly string Program = Path.Combine(OwnProgram.Folder, "ecs-platform.dll");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecs-platform-");

    public TestProject()
    {
        File.Copy(Path.Combine(Repository, "Pulumi.yaml"), At("Pulumi.yaml"));
        File.Copy(Path.Combine(Repository, StagingFile), At(StagingFile));
    }

    /// <summary>The names that staging's program knows, as messages list them.</summary>
    /// <param name="message">A message with <c>{keys}</c>, <c>{images}</c> or <c>{workloads}</c> in their place.</param>
    public static string WithNames(string message)
    {
        var settings = StackPrograms.Settings("staging", StackConfig.Empty);
        var services = settings.Where(setting => setting.Fields.Any(field => field.Name == "desiredCount")).Select(service => service.Name).ToList();
        return message
            .Replace("{keys}", List(settings.Select(setting => setting.Name)), StringComparison.Ordinal)
            .Replace("{images}", List(StackPrograms.PinNamesOf("staging")!.Images), StringComparison.Ordinal)
            .Replace("{workloads}", List(services.Concat(services.Select(service => $"staging-{service}"))), StringComparison.Ordinal);

        static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
    }

    /// <summary>The program's folder, as the build leaves it.</summary>
    public static string ProgramFolder => OwnProgram.Folder;

    /// <summary>The project's folder.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The text of staging's config.</summary>
    public string Staging => File.ReadAllText(At(StagingFile));

    public string At(string file) => Path.Combine(Folder, file);

    public TestProject Write(string file, string text)
    {
        File.WriteAllText(At(file), text);
        return this;
    }

    /// <summary>Replaces a text that staging's config must contain once.</summary>
    public TestProject Replace(string old, string with)
    {
        Staging.Split(old).Length.ShouldBe(2, $"'{old}' must stand once in {StagingFile}.");
        return Write(StagingFile, Staging.Replace(old, with, StringComparison.Ordinal));
    }

    /// <summary>Where staging's config, as it is now, contains a text: file name and line.</summary>
    public string Place(string text)
    {
        var index = Staging.Split('\n').ToList().FindIndex(line => line.Contains(text, StringComparison.Ordinal));
        index.ShouldBeGreaterThanOrEqualTo(0, $"'{text}' does not stand in {StagingFile}.");
        return $"{StagingFile}:{index + 1}";
    }

    public Outcome Preview(params string[] arguments) => Run(Folder, ["preview", .. arguments]);

    /// <summary>Runs the program in a folder.</summary>
    public static Outcome Run(string folder, params string[] arguments) => Run(folder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs the program in a folder, with an environment of its own.</summary>
    public static Outcome Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var (exitCode, output, errors) = OwnProgram.Run(
            Program, arguments, folder, Patience, environment.Select(variable => (variable.Key, variable.Value)).Prepend(("LC_ALL", "C.UTF-8")));
        return new Outcome(exitCode, output, errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
