using System.Globalization;
using EcsPlatform.Plans;
using Spectre.Console;

namespace EcsPlatform.Cli.Views;

/// <summary>A plan for a person: its resources as a tree under their components, the stack's outputs, a tally.</summary>
internal static class PlanView
{
    /// <summary>Writes the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="source">Which stack it is and where it stands.</param>
    /// <param name="packages">The Pulumi packages in use.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(Plan plan, string source, string packages, TextWriter output)
    {
        WritePairs(output, [("Stack", source), ("Packages", packages)]);
        output.WriteLine();
        Terminal.On(output).Write(Resources(plan));
        output.WriteLine();
        output.WriteLine("Outputs");
        WritePairs(output, [.. plan.Root.Outputs.Entries.Select(entry => ($"  {entry.Key}", Shown(entry.Value)))]);
        output.WriteLine();
        output.WriteLine(Tally(plan));
    }

    private static void WritePairs(TextWriter output, IReadOnlyList<(string Name, string Value)> pairs)
    {
        var width = pairs.Select(pair => pair.Name.Length).DefaultIfEmpty().Max();
        foreach (var (name, value) in pairs)
        {
            output.WriteLine($"{name.PadRight(width)}  {value}");
        }
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
