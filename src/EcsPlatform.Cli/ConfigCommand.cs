using System.CommandLine;
using EcsPlatform.Cli.Configuration;
using EcsPlatform.Cli.Views;

namespace EcsPlatform.Cli;

/// <summary><c>config &lt;stack&gt;…</c>: shows every setting that stacks' programs work with, and where it comes from.</summary>
internal static class ConfigCommand
{
    private const string Json = "json";
    private const string Text = "text";

    /// <summary>Makes the command.</summary>
    /// <param name="output">Where settings go.</param>
    /// <param name="errors">Where reasons for failing go.</param>
    /// <returns>The command.</returns>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var stacks = StacksArgument.Create("show the settings of");
        var format = new Option<string?>("--format") { Description = "text for people (the default), json for one stack's settings as data." };
        format.AcceptOnlyFromAmong(Text, Json);
        var command = new Command("config", "Shows every setting of stacks, those left out included, and where it comes from; secrets stay hidden.") { stacks, format };
        command.SetAction(async (result, _) =>
        {
            string[] names = [.. result.GetRequiredValue(stacks).Distinct(StringComparer.Ordinal)];
            return (int)await Failures.ReportAsync(errors, () => Task.FromResult(Run(names, result.GetValue(format) == Json, output)));
        });
        return command;
    }

    private static ExitCode Run(string[] names, bool json, TextWriter output)
    {
        if (json && names.Length > 1)
        {
            throw new WrongOptionException([$"--format json prints the settings of one stack, and {names.Length} stacks were named. Name one stack."]);
        }

        foreach (var stack in names.Select(ConfiguredStack.Read).ToList())
        {
            var settings = EffectiveSetting.Of(stack);
            if (json)
            {
                output.Write(SettingsView.ToJson(stack.Settings.Stack, settings));
                continue;
            }

            if (names.Length > 1)
            {
                output.WriteLine($"{(stack.Settings.Stack == names[0] ? "" : Environment.NewLine)}Stack {stack.Settings.Stack} ({stack.File.FileName})");
            }

            SettingsView.WriteText(settings, output);
        }

        return ExitCode.Fine;
    }
}
