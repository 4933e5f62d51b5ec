using System.CommandLine;
using System.Text.RegularExpressions;
using EcsPlatform.Cli.Pins;
using EcsPlatform.Preview.Configuration;

namespace EcsPlatform.Cli;

/// <summary><c>where &lt;digest&gt;</c>: tells in which stacks a digest is pinned.</summary>
internal static partial class WhereCommand
{
    private const string ValidValues = "a digest, sha256: and 64 lower-case hexadecimal digits, its first 8 or more, or a reference that ends with one";

    /// <summary>Makes the command.</summary>
    /// <param name="output">Where places go.</param>
    /// <param name="errors">Where reasons for failing go.</param>
    /// <returns>The command.</returns>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var digest = new Argument<string>("digest")
        {
            Description = "The digest of an image or the hash of a JAR: sha256: and 64 hexadecimal digits, or their first 8 or more; " +
                "sha256: may be left out, and a repository may stand in front.",
        };
        var command = new Command("where", "Tells in which stacks a digest is pinned, of all that have a Pulumi.<stack>.yaml. Changes nothing.") { digest };
        command.SetAction(async (result, _) => (int)await Failures.ReportAsync(
            errors, () => RunAsync(result.GetRequiredValue(digest), output, errors)));
        return command;
    }

    // A file that is wrong does not keep the others from being searched.
    private static async Task<ExitCode> RunAsync(string text, TextWriter output, TextWriter errors)
    {
        var digest = Digest().Match(text) is { Success: true } match
            ? $"{PinText.DigestMark}{match.Groups["digits"].Value}"
            : throw new WrongOptionException([$"'{text}': no digest. Allowed: {ValidValues}. Copy it from a stack's file or a registry."]);
        var project = ProjectFile.Find(Directory.GetCurrentDirectory());
        var (code, found) = (ExitCode.Fine, 0);
        foreach (var stack in project.Stacks)
        {
            var outcome = await Failures.ReportAsync(errors, () => Task.FromResult(Search(StackFile.Read(project, stack))));
            code = outcome == ExitCode.Wrong ? outcome : code;
        }

        if (found == 0)
        {
            output.WriteLine($"{digest} is pinned in none of these stacks: {string.Join(", ", project.Stacks)}");
        }

        return code;

        ExitCode Search(StackFile file)
        {
            var pins = StackPins.Of(file);
            foreach (var (name, pin) in pins.Pins.Where(pin => pin.Value.Digest.StartsWith(digest, StringComparison.Ordinal)))
            {
                output.WriteLine($"{FilePlace.Of(file, name.Key)}{name} {pin}");
                found++;
            }

            return pins.Problems.IsEmpty ? ExitCode.Fine : Failures.Report(errors, pins.Problems);
        }
    }

    [GeneratedRegex(@"\A(?:.*@)?(?:sha256:)?(?<digits>[0-9a-f]{8,64})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Digest();
}
