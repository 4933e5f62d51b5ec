using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Enumerations of providers: structures around a text or a number.</summary>
internal static class EnumType
{
    private static readonly ConcurrentDictionary<Type, Func<object, object>?> ToPlainOf = new();

    public static bool Is(Type type) => type.GetCustomAttribute<EnumTypeAttribute>() is not null;

    /// <summary>The text or number behind a value; null when the value is no such enumeration's.</summary>
    public static object? ToPlain(object value) => ToPlainOf.GetOrAdd(value.GetType(), FindConversion)?.Invoke(value);

    /// <summary>The value of a text or number.</summary>
    public static object FromPlain(Type type, object plain) => type
        .GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, [plain.GetType()])?.Invoke([plain])
        ?? throw new InvalidCastException($"{type.FullName} has no constructor for {plain.GetType().FullName}.");

    private static Func<object, object>? FindConversion(Type type)
    {
        if (!Is(type))
        {
            return null;
        }

        var conversion = type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .FirstOrDefault(method => method.Name == "op_Explicit"
                && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)));
        return conversion is null ? null : value => conversion.Invoke(null, [value])!;
    }
}
