using System.CommandLine;
using Pulumi.Facts.Tool;

var package = new Argument<string>("package") { Description = "aws or random. The components of awsx are written by hand." };
package.AcceptOnlyFromAmong("aws", "random");
var token = new Argument<string>("token") { Description = "A resource's type token, for example aws:ecs/service:Service." };
var folder = new Option<DirectoryInfo?>("--package") { Description = "The unpacked npm package. Default: npm pack of the pinned version." };
var space = new Option<string?>("--namespace") { Description = "The C# namespace of a module that the facts do not have yet, for example Kinesis." };
var add = new Command("add", "Adds a resource with its nested types to the package's facts, or brings it up to date.") { package, token, folder, space };
add.SetAction(result =>
{
    try
    {
        var changes = AddCommand.Run(Repository.Root, result.GetRequiredValue(package), result.GetRequiredValue(token), result.GetValue(folder)?.FullName, result.GetValue(space));
        foreach (var line in changes)
        {
            Console.WriteLine(line);
        }

        return 0;
    }
    catch (ToolException exception)
    {
        Console.Error.WriteLine($"error: {exception.Message}");
        return 1;
    }
});
return await new RootCommand("Keeps the facts from which the stand-ins are generated.") { add }.Parse(args).InvokeAsync();
