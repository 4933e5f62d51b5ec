using Pulumi.Facts;

namespace Pulumi.Sdk.Generator.Emit;

/// <summary>Enumerations: structures around a text, open to values that are not listed only by the provider.</summary>
internal static class EnumEmitter
{
    public static void Emit(CodeWriter code, ItemFacts item)
    {
        var name = Names.Simple(item.ClassName!);
        code.Open($"namespace {Names.Namespace(item.ClassName!)}");
        code.Line("[global::Pulumi.EnumType]");
        code.Open($"public readonly struct {name} : global::System.IEquatable<{name}>");
        code.Line("private readonly string _value;");
        code.Line($"private {name}(string value) => _value = value ?? throw new global::System.ArgumentNullException(nameof(value));");
        foreach (var value in item.Values)
        {
            var obsolete = item.DeprecatedValues.Contains(value.Key) ? "[global::System.Obsolete(\"This value is deprecated.\")] " : "";
            code.Line($"{obsolete}public static {name} {value.Key} {{ get; }} = new {name}({Names.Literal(value.Value)});");
        }

        code.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
        code.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
        code.Line($"public static explicit operator string({name} value) => value._value;");
        code.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
        code.Line($"public bool Equals({name} other) => string.Equals(_value, other._value, global::System.StringComparison.Ordinal);");
        code.Line("public override int GetHashCode() => _value?.GetHashCode() ?? 0;");
        code.Line("public override string ToString() => _value;");
        code.Close();
        code.Close();
    }
}
