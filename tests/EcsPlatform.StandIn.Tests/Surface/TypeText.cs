using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace EcsPlatform.StandIn.Tests.Surface;

/// <summary>Writes a type as C# source does: keywords, type arguments, tuples with their names, question marks.</summary>
internal sealed class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    private readonly NullableFlags _flags;
    private readonly Queue<string?> _tupleNames;

    private TypeText(NullableFlags flags, IEnumerable<string?> tupleNames) => (_flags, _tupleNames) = (flags, new(tupleNames));

    public static string Of(Type type) => new TypeText(NullableFlags.None, []).Write(type);

    public static string Of(ParameterInfo parameter) =>
        new TypeText(NullableFlags.Of(parameter), TupleNamesOf(parameter.GetCustomAttributesData())).Write(parameter.ParameterType);

    public static string Of(PropertyInfo property) =>
        new TypeText(NullableFlags.Of(property), TupleNamesOf(property.GetCustomAttributesData())).Write(property.PropertyType);

    public static string Of(FieldInfo field) =>
        new TypeText(NullableFlags.Of(field), TupleNamesOf(field.GetCustomAttributesData())).Write(field.FieldType);

    /// <summary>The name with its type parameters, after the names of the types it is nested in.</summary>
    public static string Declared(Type type)
    {
        var name = SimpleName(type) + ParametersOf(type.GetGenericArguments());
        return type.DeclaringType is { } outer ? $"{Declared(outer)}.{name}" : name;
    }

    public static string SimpleName(Type type) => type.Name.Split('`')[0];

    public static string ParametersOf(Type[] parameters) =>
        parameters.Length == 0 ? "" : $"<{string.Join(", ", parameters.Select(parameter => parameter.Name))}>";

    private string Write(Type type)
    {
        if (type.IsByRef)
        {
            return Write(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            var mark = Mark();
            return Write(type.GetElementType()!) + "[]" + mark;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Write(underlying) + "?";
        }

        if (type.IsGenericType)
        {
            return typeof(ITuple).IsAssignableFrom(type) && type.IsValueType ? WriteTuple(type) : WriteGeneric(type);
        }

        var name = Keywords.TryGetValue(type, out var keyword) ? keyword : QualifiedByOuter(type);
        return type is { IsValueType: true, IsGenericParameter: false } ? name : name + Mark();
    }

    private string WriteGeneric(Type type)
    {
        var mark = Mark();
        var arguments = string.Join(", ", type.GetGenericArguments().Select(Write));
        return $"{QualifiedByOuter(type)}<{arguments}>{(type.IsValueType ? "" : mark)}";
    }

    private string WriteTuple(Type type)
    {
        var items = new List<Type>();
        _ = Mark();
        for (var rest = type; ; rest = rest.GetGenericArguments()[7])
        {
            items.AddRange(rest.GetGenericArguments().Take(7));
            if (rest.GetGenericArguments().Length < 8)
            {
                break;
            }
        }

        // The names of a tuple precede those of the tuples inside it.
        var names = items.Select(_ => _tupleNames.TryDequeue(out var name) ? name : null).ToArray();
        return "(" + string.Join(", ", items.Select((item, index) => $"{Write(item)} {names[index]}".TrimEnd())) + ")";
    }

    private string Mark() => _flags.NextIsAnnotated() ? "?" : "";

    private static string QualifiedByOuter(Type type) =>
        type.IsNested && !type.IsGenericParameter ? $"{SimpleName(type.DeclaringType!)}.{SimpleName(type)}" : SimpleName(type);

    private static IEnumerable<string?> TupleNamesOf(IList<CustomAttributeData> attributes)
    {
        var names = attributes.FirstOrDefault(attribute => attribute.AttributeType == typeof(TupleElementNamesAttribute));
        return names?.ConstructorArguments[0].Value is IEnumerable values
            ? values.Cast<CustomAttributeTypedArgument>().Select(value => (string?)value.Value)
            : [];
    }
}
