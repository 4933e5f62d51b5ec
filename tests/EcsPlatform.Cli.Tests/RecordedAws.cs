namespace EcsPlatform.Cli.Tests;

/// <summary>A program <c>aws</c> that answers what it was told to and writes down what it was asked; it stands first on the PATH.</summary>
internal sealed class RecordedAws : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecs-platform-aws-");

    public RecordedAws() => Answers("");

    /// <summary>What it was asked so far, a line for each time.</summary>
    public string Asked => File.Exists(At("asked")) ? File.ReadAllText(At("asked")) : "";

    public void Answers(string output) => Write("cat \"$folder/answer\"", output);

    public void Fails(string error) => Write("cat \"$folder/answer\" >&2; exit 254", error);

    /// <summary>Runs the command with this program in place of the real one.</summary>
    public Outcome Run(string folder, params string[] arguments) => TestProject.Run(
        folder,
        new Dictionary<string, string> { ["PATH"] = $"{_folder.FullName}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}" },
        arguments);

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string then, string answer)
    {
        File.WriteAllText(At("answer"), answer);
        File.WriteAllText(At("aws"), $"#!/bin/sh\nfolder='{_folder.FullName}'\necho \"$@\" >> \"$folder/asked\"\n{then}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(At("aws"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string At(string file) => Path.Combine(_folder.FullName, file);
}
