using System.CommandLine;
using EcsPlatform.Cli.Programs;
using EcsPlatform.Clusters;

namespace EcsPlatform.Cli;

/// <summary>
/// <c>ami &lt;stack&gt;…</c>: proposes a new pin of stacks' machine image. The one command that looks for a newer image; programs and
/// previews take the pin as it stands.
/// </summary>
internal static class AmiCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Where proposals go.</param>
    /// <param name="errors">Where reasons for failing go.</param>
    /// <returns>The command.</returns>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var stacks = StacksArgument.Create("propose a machine image for");
        var command = new Command("ami", "Proposes the newest machine image for stacks' instances; asks AWS, and changes nothing.") { stacks };
        command.SetAction(async (result, _) => (int)await Failures.ReportAsync(errors, () => RunAsync(result.GetRequiredValue(stacks), output)));
        return command;
    }

    private static async Task<ExitCode> RunAsync(string[] stacks, TextWriter output)
    {
        foreach (var stack in stacks.Distinct(StringComparer.Ordinal).Select(ConfiguredStack.Read).ToList())
        {
            var pinned = stack.Settings.Cluster.Image;
            var newest = await NewestAsync(stack.Settings.Account.Region, pinned.Architecture!.Value);
            Show(stack, pinned, newest, output);
        }

        return ExitCode.Fine;
    }

    private static async Task<MachineImage> NewestAsync(string region, InstanceArchitecture architecture)
    {
        var (id, name) = (MachineImage.IdParameter(architecture), MachineImage.NameParameter(architecture));
        using var answer = await AwsProgram.AskAsync(region, "ssm", "get-parameters", "--names", id, name);
        try
        {
            var values = answer.RootElement.GetProperty("Parameters").EnumerateArray()
                .ToDictionary(parameter => parameter.GetProperty("Name").GetString()!, parameter => parameter.GetProperty("Value").GetString()!);
            var image = new MachineImage(values[id], values[name]);
            return image.Problems("answer").Any() || image.Architecture != architecture
                ? throw new ExternalProgramException($"{id} holds '{image.Id}', {name} '{image.Name}': this is no pin; look at the parameters by hand")
                : image;
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new ExternalProgramException($"{region} did not answer with {id} and {name}; look for an image by hand");
        }
    }

    private static void Show(ConfiguredStack stack, MachineImage pinned, MachineImage newest, TextWriter output)
    {
        var name = stack.Settings.Stack;
        if (pinned == newest)
        {
            output.WriteLine($"{name}: the pinned image is the newest: {pinned.Id}, {pinned.Name}");
            return;
        }

        output.WriteLine($"{name}: pinned {pinned.Id}, {pinned.Name}");
        output.WriteLine($"{name}: newest {newest.Id}, {newest.Name}");
        output.WriteLine($"To take it, write into {stack.File.FileName} under ecs-platform:cluster, then preview {name} --expect ami:");
        output.WriteLine("    image:");
        output.WriteLine($"      id: {newest.Id}");
        output.WriteLine($"      name: {newest.Name}");
    }
}
