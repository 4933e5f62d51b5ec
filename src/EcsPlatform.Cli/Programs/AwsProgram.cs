using System.Text.Json;

namespace EcsPlatform.Cli.Programs;

/// <summary>
/// AWS's own command line. It finds credentials and profile as it always does
/// (https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html); nothing is kept here.
/// </summary>
internal static class AwsProgram
{
    private static readonly ExternalProgram Program = new(
        "aws", "the AWS CLI: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html");

    /// <summary>Asks AWS something.</summary>
    /// <param name="region">The region that is asked.</param>
    /// <param name="arguments">Service, operation and its options.</param>
    /// <returns>The answer, a JSON object; the caller disposes of it.</returns>
    /// <exception cref="ExternalProgramException">The program is missing, fails, takes more than a minute, or answers no JSON.</exception>
    public static Task<JsonDocument> AskAsync(string region, params string[] arguments) =>
        Program.AskAsync($"aws {string.Join(' ', arguments.Take(2))}", [.. arguments, "--region", region, "--output", "json"]);
}
