using System.Text.Json;

namespace EcsPlatform.Cli.Programs;

/// <summary>Pulumi's command line, which knows the state of real stacks.</summary>
internal static class PulumiProgram
{
    private static readonly ExternalProgram Program = new("pulumi", "the Pulumi CLI: https://www.pulumi.com/docs/install/, or give --outputs FILE");

    /// <summary>Reads the outputs of a stack as the last update left them.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="stack">The stack's name.</param>
    /// <returns>The outputs by name; the caller disposes of it.</returns>
    /// <exception cref="ExternalProgramException">The program is missing, fails, takes more than a minute, or answers no JSON.</exception>
    public static Task<JsonDocument> OutputsAsync(string folder, string stack) =>
        Program.AskAsync("pulumi stack output", "stack", "output", "--json", "--stack", stack, "--cwd", folder, "--non-interactive");
}
