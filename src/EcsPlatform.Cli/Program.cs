using System.CommandLine;
using EcsPlatform.Cli;

var root = new RootCommand("Previews what the stacks of this repository would deploy, without credentials, engine or network.")
{
    PreviewCommand.Create(Console.Out, Console.Error),
};
return await root.Parse(args).InvokeAsync();
