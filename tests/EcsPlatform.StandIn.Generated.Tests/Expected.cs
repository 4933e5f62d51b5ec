using Pulumi.Facts;

namespace EcsPlatform.StandIn.Generated.Tests;

/// <summary>What the facts ask for, in C#; written apart from the generator.</summary>
internal static class Expected
{
    public static IEnumerable<(Type Type, string Use, IReadOnlyList<PropertyFacts> Properties)> ArgsClasses(Package package)
    {
        foreach (var item in package.Facts.Resources.Values)
        {
            yield return (package.Class($"{item.ClassName}Args"), "args", item.Inputs);
            if (!item.IsComponent && !item.Token.StartsWith("pulumi:providers:", StringComparison.Ordinal))
            {
                yield return (package.Class($"{item.ClassName}State"), "state", [.. item.Outputs.Select(output => Looked(item, output))]);
            }
        }

        foreach (var item in package.Facts.Functions.Values.Where(item => item.Inputs.Count > 0))
        {
            yield return (package.Class($"{item.ClassName}Args"), "plain", item.Inputs);
            yield return (package.Class($"{item.ClassName}InvokeArgs"), "invoke", item.Inputs);
        }

        foreach (var item in package.Facts.Types.Values)
        {
            foreach (var (use, name) in item.Classes.Where(entry => entry.Key != "result"))
            {
                yield return (package.Class(name), use == "args" && item.Classes.ContainsKey("invoke") ? "plain" : use, item.Inputs);
            }
        }
    }

    public static IEnumerable<(Type Type, IReadOnlyList<PropertyFacts> Properties)> ResultClasses(Package package) =>
        package.Facts.Functions.Values.Select(item => (package.Class($"{item.ClassName}Result"), (IReadOnlyList<PropertyFacts>)item.Outputs))
            .Concat(package.Facts.Resources.Values.SelectMany(item => item.Methods.Select(method =>
                (package.Class($"{item.ClassName}{char.ToUpperInvariant(method.Key[0])}{method.Key[1..]}Result"), (IReadOnlyList<PropertyFacts>)[method.Value]))))
            .Concat(package.Facts.Types.Values.Where(item => item.Classes.ContainsKey("result"))
                .Select(item => (package.Class(item.Classes["result"]), (IReadOnlyList<PropertyFacts>)item.Outputs)));

    public static string Output(Package package, PropertyFacts property) =>
        OutputOf(package, property.Type) + (property.Optional && property.Type.Kind != "list" ? "?" : "");

    public static string Input(Package package, PropertyFacts property, string use)
    {
        if (property.Plain || use == "plain")
        {
            return PlainOf(package, property.Type, use) + (property.Required || property.Type.Kind is "list" or "map" ? "" : "?");
        }

        var type = property.Type.Kind switch
        {
            "list" => $"InputList<{Element(package, property.Type.Item!, use)}>",
            "map" => $"InputMap<{Element(package, property.Type.Item!, use)}>",
            "union" => property.Type.Cases.Count > 2 ? "object" : $"InputUnion<{string.Join(", ", property.Type.Cases.Select(item => Element(package, item, use)))}>",
            _ => $"Input<{Element(package, property.Type, use)}>",
        };
        return type + (property.Required || property.Type.Kind is "list" or "map" ? "" : "?");
    }

    private static PropertyFacts Looked(ItemFacts item, PropertyFacts output) =>
        new(output.Name, item.Inputs.Find(input => input.Name == output.Name)?.Type ?? output.Type) { CSharpName = output.CSharpName };

    private static string OutputOf(Package package, FactsType type) => type.Kind switch
    {
        "union" => OutputOf(package, type.Cases[0]),
        "list" => $"ImmutableArray<{OutputOf(package, type.Item!)}>",
        "map" => $"ImmutableDictionary<string, {OutputOf(package, type.Item!)}>",
        _ => Element(package, type, "result"),
    };

    private static string PlainOf(Package package, FactsType type, string use) => type.Kind switch
    {
        "list" => $"List<{PlainOf(package, type.Item!, use)}>",
        "input" => $"Input<{PlainOf(package, type.Item!, use)}>",
        "map" => $"Dictionary<string, {PlainOf(package, type.Item!, use)}>",
        _ => Element(package, type, use),
    };

    private static string Element(Package package, FactsType type, string use) => type.Kind switch
    {
        "string" or "bool" or "int" or "double" => type.Kind,
        "any" => "object",
        "Archive" or "AssetOrArchive" => $"Pulumi.{type.Kind}",
        "list" => $"ImmutableArray<{Element(package, type.Item!, use)}>",
        "map" => $"ImmutableDictionary<string, {Element(package, type.Item!, use)}>",
        "union" => $"Union<{string.Join(", ", type.Cases.Select(item => Element(package, item, use)))}>",
        "class" => type.Name,
        "enum" => package.Facts.Enums[type.Name].ClassName!,
        "type" => ClassOf(package.Facts.Types[type.Name].Classes, use),
        _ => throw new InvalidOperationException($"Unknown kind {type.Kind}."),
    };

    private static string ClassOf(Dictionary<string, string> classes, string use) =>
        use is "state" or "invoke" && classes.TryGetValue(use, out var name) ? name : classes[use == "result" ? "result" : "args"];
}
