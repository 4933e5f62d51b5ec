using Pulumi.Facts;

namespace Pulumi.Sdk.Generator.Emit;

/// <summary>Classes of arguments: of resources, of look-ups, of functions, nested ones.</summary>
internal sealed class ArgsEmitter
{
    private readonly TypeNames _types;

    public ArgsEmitter(TypeNames types) => _types = types;

    /// <param name="code">Where the class goes.</param>
    /// <param name="name">The class's name.</param>
    /// <param name="parent">ResourceArgs or InvokeArgs.</param>
    /// <param name="use">Which classes nested types have here: args, state, invoke, plain.</param>
    /// <param name="properties">The inputs.</param>
    /// <param name="secrets">The inputs that are secret by nature; null when none is.</param>
    /// <param name="defaults">Defaults that the class itself sets; null when there are none.</param>
    public void Emit(
        CodeWriter code,
        string name,
        string parent,
        string use,
        IReadOnlyList<PropertyFacts> properties,
        IReadOnlyList<string>? secrets = null,
        IReadOnlyList<KeyValuePair<string, string>>? defaults = null)
    {
        code.Open($"public sealed class {name} : global::Pulumi.{parent}");
        foreach (var property in properties)
        {
            Property(code, property, use, secrets?.Contains(property.Name) == true);
        }

        Constructor(code, name, properties, defaults);
        code.Line($"public static new {name} Empty => new {name}();");
        code.Close();
    }

    private void Property(CodeWriter code, PropertyFacts property, string use, bool secret)
    {
        var plain = property.Plain || use == "plain";
        var type = plain ? _types.Plain(property.Type, use) : _types.Input(property.Type, use);
        var attribute = $"[global::Pulumi.Input({Names.Literal(property.Name)}{(property.Required ? ", required: true" : "")}{(property.Json ? ", json: true" : "")})]";
        var obsolete = property.Deprecated ? "[global::System.Obsolete(\"This property is deprecated.\")] " : "";
        var name = Names.Property(property);
        if (property.Type.Kind is "list" or "map")
        {
            code.Line($"{attribute} private {type}? _{property.Name};");
            code.Line($"{obsolete}public {type} {name} {{ get => _{property.Name} ?? (_{property.Name} = new {type}()); set => _{property.Name} = value; }}");
        }
        else if (secret)
        {
            code.Line($"{attribute} private {type}? _{property.Name};");
            code.Open($"{obsolete}public {type}? {name}");
            code.Line($"get => _{property.Name};");
            code.Line($"set => _{property.Name} = global::Pulumi.Output.CreateSecret(global::Pulumi.InputExtensions.ToOutput(value));");
            code.Close();
        }
        else
        {
            var ending = property.Required && (!plain || !IsValueType(property.Type)) ? " = null!;" : "";
            code.Line($"{attribute} {obsolete}public {type}{(property.Required ? "" : "?")} {name} {{ get; set; }}{ending}");
        }
    }

    private static bool IsValueType(FactsType type) => type.Kind is "bool" or "int" or "double" or "enum";

    private static void Constructor(
        CodeWriter code, string name, IReadOnlyList<PropertyFacts> properties, IReadOnlyList<KeyValuePair<string, string>>? defaults)
    {
        code.Open($"public {name}()");
        foreach (var pair in defaults ?? System.Array.Empty<KeyValuePair<string, string>>())
        {
            var property = properties.FirstOrDefault(input => input.Name == pair.Key)
                ?? throw new FactsException(0, $"{name} has a default for '{pair.Key}' and no such input.");
            code.Line($"{Names.Property(property)} = {Value(pair.Value)};");
        }

        code.Close();
    }

    private static string Value(string text) => text.StartsWith("env ", System.StringComparison.Ordinal)
        ? $"Utilities.GetEnv({string.Join(", ", text.Substring(4).Split(' ').Select(Names.Literal))})!"
        : text;
}
