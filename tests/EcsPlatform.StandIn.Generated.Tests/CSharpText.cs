using System.Reflection;

namespace EcsPlatform.StandIn.Generated.Tests;

/// <summary>Types as C# writes them, with the question marks that the compiler left in the metadata.</summary>
internal static class CSharpText
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(PropertyInfo property) => Of(Nullability.Create(property));

    public static string Of(FieldInfo field) => Of(Nullability.Create(field));

    private static string Of(NullabilityInfo info)
    {
        var type = info.Type;
        var text = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Nullable<>) ? Simple(type.GenericTypeArguments[0])
            : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", info.GenericTypeArguments.Select(Of))}>"
            : Simple(type);
        return info.ReadState == NullabilityState.Nullable ? $"{text}?" : text;
    }

    private static string Simple(Type type) => type == typeof(string) ? "string" : type == typeof(bool) ? "bool" : type == typeof(int) ? "int"
        : type == typeof(double) ? "double" : type == typeof(object) ? "object" : type.FullName!;
}
