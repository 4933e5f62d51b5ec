using System.CommandLine;
using System.Reflection;

namespace EcsPlatform.Tests;

/// <summary>The commands of the program. It puts them together where nobody else can; each is made by a method that takes where to write.</summary>
internal static class OwnCommands
{
    /// <summary>Makes a root with all of them.</summary>
    public static RootCommand Make()
    {
        var root = new RootCommand();
        foreach (var create in Assembly.Load("ecs-platform").GetTypes()
            .Select(type => type.GetMethod("Create", BindingFlags.Public | BindingFlags.Static, [typeof(TextWriter), typeof(TextWriter)]))
            .Where(method => method?.ReturnType == typeof(Command)))
        {
            root.Subcommands.Add((Command)create!.Invoke(null, [TextWriter.Null, TextWriter.Null])!);
        }

        return root;
    }
}
