using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Converts plain values to the types of a program's outputs. A value of a wrong kind becomes the type's default, as with the
/// engine, which only warns.
/// </summary>
internal static class Converter
{
    private static readonly ConcurrentDictionary<Type, Func<object?, object?>> Conversions = new();

    public static T To<T>(object? value) => value is null ? default! : (T)(Conversion(typeof(T))(value) ?? default(T))!;

    /// <summary>Refuses a type that no answer can be converted to.</summary>
    public static void CheckTarget(string context, Type type)
    {
        if (IsPlain(type) || type.IsEnum || EnumType.Is(type))
        {
            return;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is { } definition
            && (definition == typeof(Nullable<>) || definition == typeof(ImmutableArray<>)
                || definition == typeof(ImmutableDictionary<,>) || definition == typeof(Union<,>)))
        {
            CheckTarget(context, type.GenericTypeArguments[^1]);
            return;
        }

        if (type.GetCustomAttribute<OutputTypeAttribute>() is null)
        {
            throw new InvalidOperationException(
                $"{context} contains invalid type {type.FullName}. Allowed types are: " +
                "String, Boolean, Int32, Double, Nullable<...>, ImmutableArray<...> and ImmutableDictionary<string, ...>, JsonElement, " +
                "Object, assets and archives, resources, enums and classes with [OutputType].");
        }
    }

    private static bool IsPlain(Type type) =>
        type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(double) || type == typeof(object)
            || type == typeof(JsonElement) || typeof(AssetOrArchive).IsAssignableFrom(type) || typeof(Resource).IsAssignableFrom(type);

    private static Func<object?, object?> Conversion(Type type) => Conversions.GetOrAdd(type, Make);

    private static Func<object?, object?> Make(Type type)
    {
        if (type == typeof(int))
        {
            return value => value is double number ? (int)number : 0;
        }

        if (type == typeof(JsonElement))
        {
            return value => JsonSerializer.Deserialize<JsonElement>(JsonText.Write(value));
        }

        if (type.IsEnum)
        {
            return value => value is double number ? Enum.ToObject(type, (int)number) : Activator.CreateInstance(type);
        }

        if (EnumType.Is(type))
        {
            return value => value is string or double ? EnumType.FromPlain(type, value) : Activator.CreateInstance(type);
        }

        if (type.IsGenericType)
        {
            return MakeGeneric(type, type.GetGenericTypeDefinition(), type.GenericTypeArguments);
        }

        return type.GetCustomAttribute<OutputTypeAttribute>() is not null
            ? OutputClass.Conversion(type, Conversion)
            : value => type.IsInstanceOfType(value) ? value : type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    private static Func<object?, object?> MakeGeneric(Type type, Type definition, Type[] arguments)
    {
        if (definition == typeof(Nullable<>))
        {
            var inner = Conversion(arguments[0]);
            return value => value is null ? null : inner(value);
        }

        if (definition == typeof(ImmutableArray<>))
        {
            return Collection(nameof(ToArray), arguments[0], type);
        }

        if (definition == typeof(ImmutableDictionary<,>))
        {
            return Collection(nameof(ToDictionary), arguments[1], type);
        }

        if (definition == typeof(Union<,>))
        {
            return value => ToUnion(type, arguments, value);
        }

        return value => type.IsInstanceOfType(value) ? value : type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    private static Func<object?, object?> Collection(string method, Type item, Type target)
    {
        var convert = typeof(Converter).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(item).CreateDelegate<Func<object?, object?>>();
        return value => convert(value) ?? (target.IsValueType ? Activator.CreateInstance(target) : null);
    }

#pragma warning disable CA1859 // Use concrete types when possible: both are called through one delegate type.
    private static object? ToArray<T>(object? value)
    {
        if (value is not ImmutableArray<object> items)
        {
            return null;
        }

        return items.Select(To<T>).ToImmutableArray();
    }

    private static object? ToDictionary<T>(object? value) =>
        value is ImmutableDictionary<string, object> entries
            ? entries.ToImmutableDictionary(entry => entry.Key, entry => To<T>(entry.Value))
            : null;

#pragma warning restore CA1859

    // The first of the two types that the value's kind fits.
    private static object? ToUnion(Type type, Type[] arguments, object? value)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (Fits(arguments[i], value))
            {
                return type.GetMethod(i == 0 ? nameof(Union<int, int>.FromT0) : nameof(Union<int, int>.FromT1))!
                    .Invoke(null, [Conversion(arguments[i])(value)]);
            }
        }

        return Activator.CreateInstance(type);
    }

    private static bool Fits(Type type, object? value) => value switch
    {
        string => type == typeof(string) || EnumType.Is(type),
        bool => type == typeof(bool),
        double => type == typeof(int) || type == typeof(double) || type.IsEnum || EnumType.Is(type),
        ImmutableArray<object> => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>),
        ImmutableDictionary<string, object> => type.GetCustomAttribute<OutputTypeAttribute>() is not null
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>)),
        _ => type.IsInstanceOfType(value),
    };
}
