using System.CommandLine;
using System.CommandLine.Invocation;
using EcsPlatform.Cli;

var root = new RootCommand("Previews what the stacks of this repository would deploy, without credentials, engine or network.")
{
    PreviewCommand.Create(Console.Out, Console.Error),
    AcceptCommand.Create(Console.Out, Console.Error),
    AmiCommand.Create(Console.Out, Console.Error),
    ConfigCommand.Create(Console.Out, Console.Error),
    SchemaCommand.Create(Console.Out, Console.Error),
    VerifyCommand.Create(Console.Out, Console.Error),
    PinCommand.Create(Console.Out, Console.Error),
    PromoteCommand.Create(Console.Out, Console.Error),
    WhereCommand.Create(Console.Out, Console.Error),
};
var result = root.Parse(args);
if (result.Action is ParseErrorAction)
{
    foreach (var error in result.Errors)
    {
        Console.Error.WriteLine($"error: {error.Message.ReplaceLineEndings(" ")}");
    }

    return (int)ExitCode.Wrong;
}

return await result.InvokeAsync();
