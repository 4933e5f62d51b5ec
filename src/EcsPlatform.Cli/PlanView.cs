using System.Globalization;
using EcsPlatform.Plans;
using Spectre.Console;

namespace EcsPlatform.Cli;

/// <summary>A plan for a person: its resources as a tree under their components, the stack's outputs, a tally.</summary>
internal static class PlanView
{
    // Wide enough that nothing wraps where the output is a file or a pipe.
    private const int PlainWidth = 240;

    /// <summary>Writes the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="source">Which stack it is and where it stands.</param>
    /// <param name="packages">The Pulumi packages in use.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(Plan plan, string source, string packages, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = PlainWidth;
        }

        console.Write(Pairs([("Stack", source), ("Packages", packages)]));
        console.WriteLine();
        console.Write(Resources(plan));
        console.WriteLine();
        console.WriteLine("Outputs");
        console.Write(Pairs(plan.Root.Outputs.Entries.Select(output => ($"  {output.Key}", Shown(output.Value)))));
        console.WriteLine();
        console.WriteLine(Tally(plan));
    }

    private static Grid Pairs(IEnumerable<(string Name, string Value)> pairs)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (var (name, value) in pairs)
        {
            grid.AddRow(new Text(name), new Text(value));
        }

        return grid;
    }

    private static Tree Resources(Plan plan)
    {
        var children = plan.Resources.Where(resource => resource.Parent is not null).ToLookup(resource => resource.Parent!, StringComparer.Ordinal);
        var tree = new Tree(Label(plan.Root)) { Guide = TreeGuide.Line };
        AddChildren(tree, plan.Root, children);
        return tree;
    }

    private static void AddChildren(IHasTreeNodes node, PlannedResource parent, ILookup<string, PlannedResource> children)
    {
        foreach (var child in children[parent.Urn])
        {
            AddChildren(node.AddNode(Label(child)), child, children);
        }
    }

    private static Markup Label(PlannedResource resource)
    {
        var type = Markup.Escape(resource.Type);
        var name = Markup.Escape(resource.Name);
        var marks = string.Concat(
            resource.Protect ? " (protected)" : "", resource.RetainOnDelete ? " (retained)" : "", resource.External ? " (read)" : "");
        return new Markup(resource.Custom ? $"{type} [bold]{name}[/]{marks}" : $"[blue]{type}[/] [bold]{name}[/]{marks}");
    }

    private static string Shown(PropertyValue value) => value switch
    {
        PropertyValue.Text text => text.Value,
        PropertyValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        PropertyValue.Boolean boolean => boolean.Value ? "true" : "false",
        PropertyValue.Secret secret => secret.Mark,
        PropertyValue.Unknown => "(known after the update)",
        PropertyValue.List list => $"[{string.Join(", ", list.Items.Select(Shown))}]",
        PropertyValue.Map map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Shown(entry.Value)}"))}}}",
        _ => "",
    };

    private static string Tally(Plan plan)
    {
        var custom = plan.Resources.Count(resource => resource.Custom && !resource.External);
        var components = plan.Resources.Count(resource => !resource.Custom && resource != plan.Root);
        var read = plan.Resources.Count(resource => resource.External);
        var guarded = plan.Resources.Count(resource => resource.Protect);
        return $"{custom} resources under {components} components" +
            (read > 0 ? $", {read} read" : "") +
            (guarded > 0 ? $", {guarded} protected" : "") + ".";
    }
}
