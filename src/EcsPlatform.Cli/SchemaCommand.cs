using System.CommandLine;
using EcsPlatform.Cli.Configuration;
using EcsPlatform.Plans.Files;
using EcsPlatform.Preview.Configuration;

namespace EcsPlatform.Cli;

/// <summary><c>schema</c>: writes what follows from the settings that programs read: the editors' schema, Pulumi's, and the page that describes them.</summary>
internal static class SchemaCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Where it says what it wrote.</param>
    /// <param name="errors">Where reasons for failing go.</param>
    /// <returns>The command.</returns>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var dryRun = PinCommand.DryRunOption();
        var command = new Command(
            "schema", $"Writes what describes the settings: {StackSchema.File} for editors, the block config of {ProjectSchema.File}, and {SettingsReference.File}.")
        {
            dryRun,
        };
        command.SetAction(async (result, _) => (int)await Failures.ReportAsync(errors, () => Task.FromResult(Run(result.GetValue(dryRun), output))));
        return command;
    }

    private static ExitCode Run(bool dryRun, TextWriter output)
    {
        var folder = ProjectFile.Find(Directory.GetCurrentDirectory()).Folder;
        foreach (var (file, text) in SettingsFiles.Of(folder))
        {
            var path = Path.Combine(folder, file);
            var stands = File.Exists(path) && File.ReadAllText(path) == text;
            if (!stands && !dryRun)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                AtomicFile.Write(path, text);
            }

            output.WriteLine($"{file}: {(stands ? "as it was" : dryRun ? "would be written" : "written")}.");
        }

        if (dryRun)
        {
            output.WriteLine(PinCommand.NothingWritten);
        }

        return ExitCode.Fine;
    }
}
