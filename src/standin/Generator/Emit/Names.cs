using Pulumi.Facts;

namespace Pulumi.Sdk.Generator.Emit;

/// <summary>Names in C#.</summary>
internal static class Names
{
    private static readonly HashSet<string> Keywords = new HashSet<string>
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    public static string Property(PropertyFacts property) =>
        property.CSharpName ?? Capital(property.Name);

    public static string Capital(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    public static string Parameter(PropertyFacts property) => Keywords.Contains(property.Name) ? "@" + property.Name : property.Name;

    public static string Namespace(string className) => className.Substring(0, className.LastIndexOf('.'));

    public static string Simple(string className) => className.Substring(className.LastIndexOf('.') + 1);

    public static string Literal(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
