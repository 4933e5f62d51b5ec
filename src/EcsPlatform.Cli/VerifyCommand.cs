using System.CommandLine;
using System.Text.Json;
using EcsPlatform.Cli.Programs;
using EcsPlatform.Cli.Verification;

namespace EcsPlatform.Cli;

/// <summary>
/// <c>verify &lt;stack&gt;</c>: compares the task definition that each service should run with the one that runs. A deployment that ECS
/// rolled back leaves a healthy service behind, of the version before.
/// </summary>
internal static class VerifyCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Where verdicts go.</param>
    /// <param name="errors">Where reasons for failing go.</param>
    /// <returns>The command.</returns>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var stack = new Argument<string>("stack") { Description = "The stack to verify." };
        var outputs = new Option<string?>("--outputs")
        {
            Description = "The stack's outputs, as pulumi stack output --json prints them. Default: the pulumi program is asked.",
            HelpName = "FILE",
        };
        var command = new Command("verify", "Compares what a deployed stack's services run with what they should run; asks AWS, and changes nothing.") { stack, outputs };
        command.SetAction(async (result, _) => (int)await Failures.ReportAsync(
            errors, () => RunAsync(result.GetRequiredValue(stack), result.GetValue(outputs), output)));
        return command;
    }

    private static async Task<ExitCode> RunAsync(string name, string? file, TextWriter output)
    {
        var stack = ConfiguredStack.Read(name);
        using var outputs = file is null ? await PulumiProgram.OutputsAsync(stack.Project.Folder, name) : Load(file);
        var verdicts = new List<ServiceVerdict>();
        foreach (var cluster in ExpectedService.Read(file ?? "pulumi stack output", outputs.RootElement).GroupBy(service => service.Cluster))
        {
            var running = await RunningService.InAsync(stack.Settings.Account.Region, cluster.Key, cluster.Select(service => service.Service));
            verdicts.AddRange(cluster.Select(service => ServiceVerdict.Of(service, running.GetValueOrDefault(service.Service))));
        }

        Show(verdicts, output);
        return verdicts.TrueForAll(verdict => verdict.Holds) ? ExitCode.Fine : ExitCode.Findings;
    }

    private static JsonDocument Load(string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongOptionException([$"{file}: cannot be read; give the file that pulumi stack output --json was written to"]);
        }
        catch (JsonException)
        {
            throw new WrongOptionException([$"{file}: is no JSON; give the file that pulumi stack output --json was written to"]);
        }
    }

    private static void Show(List<ServiceVerdict> verdicts, TextWriter output)
    {
        var width = verdicts.Max(verdict => verdict.Name.Length);
        foreach (var verdict in verdicts.OrderBy(verdict => verdict.Name, StringComparer.Ordinal))
        {
            output.WriteLine($"{(verdict.Holds ? "ok  " : "FAIL")}  {verdict.Name.PadRight(width)}  {verdict.Text}");
        }
    }
}
