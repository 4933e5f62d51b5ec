using System.Collections.Immutable;
using System.CommandLine;
using EcsPlatform.Plans;
using EcsPlatform.Preview;
using EcsPlatform.Preview.Configuration;
using EcsPlatform.Stacks;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Cli;

/// <summary><c>preview &lt;stack&gt;…</c>: shows what stacks would deploy.</summary>
internal static class PreviewCommand
{
    private const string Json = "json";
    private const string Text = "text";

    /// <summary>Makes the command.</summary>
    /// <param name="output">Where plans go.</param>
    /// <param name="errors">Where reasons for failing go.</param>
    /// <returns>The command.</returns>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var stacks = new Argument<string[]>("stack")
        {
            Description = "The stacks to preview: those with a Pulumi.<stack>.yaml.",
            Arity = ArgumentArity.OneOrMore,
        };
        stacks.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                result.AddError($"Unknown option '{token.Value}'.");
            }
        });
        var format = new Option<string>("--format")
        {
            Description = "text for people; json for the plan in the format of `pulumi stack export`.",
            DefaultValueFactory = _ => Text,
        };
        format.AcceptOnlyFromAmong(Text, Json);
        var command = new Command("preview", "Shows the resources and outputs of stacks.") { stacks, format };
        command.SetAction(async (result, _) =>
            (int)await RunAsync(result.GetRequiredValue(stacks), result.GetRequiredValue(format), output, errors));
        return command;
    }

    private static async Task<ExitCode> RunAsync(string[] stacks, string format, TextWriter output, TextWriter errors)
    {
        if (format == Json && stacks.Length > 1)
        {
            return Fail(errors, [$"--format json prints one plan, and {stacks.Length} stacks were named. Name one stack."]);
        }

        var code = ExitCode.Fine;
        foreach (var stack in stacks.Distinct(StringComparer.Ordinal))
        {
            try
            {
                var project = ProjectFile.Find(Directory.GetCurrentDirectory());
                var file = StackFile.Read(project, stack);
                var plan = await PlanAsync(project, stack, file);
                Show(plan, file, format, output);
            }
            catch (PreviewException exception)
            {
                code = Fail(errors, exception.Reasons);
            }
        }

        return code;
    }

    private static async Task<Plan> PlanAsync(ProjectFile project, string stack, StackFile file)
    {
        var config = new StackConfig(
            file.Config.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal),
            file.Config.Where(entry => entry.Value.Secret).Select(entry => entry.Key).ToImmutableSortedSet(StringComparer.Ordinal));
        var problems = StackPrograms.Problems(stack, config);
        if (!problems.IsEmpty)
        {
            throw new PreviewException([.. problems.Select(problem => $"{Place(file, problem.Where)}{problem}")]);
        }

        return await PreviewRun.RunAsync(new PreviewRequest
        {
            Project = project.Name,
            Stack = stack,
            Config = file.Config,
            Program = () => StackPrograms.Deploy(stack, config),
        });
    }

    // What is no config key has no place in the file.
    private static string Place(StackFile file, string key) =>
        !key.Contains(':', StringComparison.Ordinal) ? ""
        : file.LineOf(key) is { } line ? $"{file.FileName}:{line}: "
        : $"{file.FileName}: ";

    private static void Show(Plan plan, StackFile file, string format, TextWriter output)
    {
        if (format == Json)
        {
            output.Write(PlanFile.Write(plan));
            return;
        }

        PlanView.Write(plan, $"{plan.Stack} ({file.FileName})", PulumiPackages.Description, output);
    }

    private static ExitCode Fail(TextWriter errors, IEnumerable<string> reasons)
    {
        foreach (var reason in reasons)
        {
            errors.WriteLine($"error: {reason}");
        }

        return ExitCode.Wrong;
    }
}
