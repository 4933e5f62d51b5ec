using Pulumi.Facts;

namespace Pulumi.Sdk.Generator.Emit;

/// <summary>
/// Types in C#. A nested type has a class for each use: args, state (arguments of a look-up by id), invoke (arguments of a function in
/// its output form), plain (in its task form), result.
/// </summary>
internal sealed class TypeNames
{
    private const string Immutable = "global::System.Collections.Immutable.";
    private readonly FactsFile _facts;

    public TypeNames(FactsFile facts) => _facts = facts;

    /// <summary>The type of an input property or field, without its question mark.</summary>
    public string Input(FactsType type, string use)
    {
        switch (type.Kind)
        {
            case "list":
                return $"global::Pulumi.InputList<{Element(type.Item!, use)}>";
            case "map":
                return $"global::Pulumi.InputMap<{Element(type.Item!, use)}>";
            case "union" when type.Cases.Count == 2:
                return $"global::Pulumi.InputUnion<{Element(type.Cases[0], use)}, {Element(type.Cases[1], use)}>";
            case "union":
                return "object";
            default:
                return $"global::Pulumi.Input<{Element(type, use)}>";
        }
    }

    /// <summary>The type of an input that is not an Input, without its question mark.</summary>
    public string Plain(FactsType type, string use) => type.Kind switch
    {
        "list" => $"global::System.Collections.Generic.List<{Plain(type.Item!, use)}>",
        "map" => $"global::System.Collections.Generic.Dictionary<string, {Plain(type.Item!, use)}>",
        "input" => $"global::Pulumi.Input<{Plain(type.Item!, use)}>",
        _ => Element(type, use),
    };

    /// <summary>The type of a value in an output, without its question mark.</summary>
    public string Output(FactsType type) => type.Kind switch
    {
        "union" => Output(type.Cases[0]),
        "list" => $"{Immutable}ImmutableArray<{Output(type.Item!)}>",
        "map" => $"{Immutable}ImmutableDictionary<string, {Output(type.Item!)}>",
        _ => Element(type, "result"),
    };

    /// <summary>Whether a value that may be absent is marked by a question mark: a list is just empty.</summary>
    public static bool ShowsAbsence(FactsType type) => type.Kind != "list";

    private string Element(FactsType type, string use)
    {
        switch (type.Kind)
        {
            case "string":
            case "bool":
            case "int":
            case "double":
                return type.Kind;
            case "any":
                return "object";
            case "Archive":
            case "Asset":
            case "AssetOrArchive":
                return "global::Pulumi." + type.Kind;
            case "list":
                return $"{Immutable}ImmutableArray<{Element(type.Item!, use)}>";
            case "map":
                return $"{Immutable}ImmutableDictionary<string, {Element(type.Item!, use)}>";
            case "union":
                return $"global::Pulumi.Union<{string.Join(", ", type.Cases.Select(item => Element(item, use)))}>";
            case "class":
                return "global::" + type.Name;
            case "enum":
                return "global::" + Named(_facts.Enums, type).ClassName;
            case "type":
                return "global::" + ClassOf(Named(_facts.Types, type), use);
            default:
                throw new FactsException(0, $"Unknown type '{type.Kind}'.");
        }
    }

    private static ItemFacts Named(Dictionary<string, ItemFacts> items, FactsType type) => items.TryGetValue(type.Name, out var item)
        ? item
        : throw new FactsException(0, $"A property names the {type.Kind} '{type.Name}', which has no block.");

    // Not every type has a class for every use: then the nearest one serves, as in the official packages.
    private static string ClassOf(ItemFacts type, string use)
    {
        foreach (var candidate in use == "state" || use == "invoke" ? new[] { use, "args" } : use == "plain" ? new[] { "args" } : new[] { use })
        {
            if (type.Classes.TryGetValue(candidate, out var name))
            {
                return name;
            }
        }

        throw new FactsException(0, $"Type '{type.Token}' has no class for {use}.");
    }
}
