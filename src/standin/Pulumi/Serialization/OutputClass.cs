using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Classes with <see cref="OutputTypeAttribute"/>: made by the marked constructor; its parameters have wire names.</summary>
internal static class OutputClass
{
    public static Func<object?, object?> Conversion(Type type, Func<Type, Func<object?, object?>> conversionOf)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .FirstOrDefault(candidate => candidate.GetCustomAttribute<OutputConstructorAttribute>() is not null)
            ?? throw new InvalidOperationException($"{type.FullName} has no constructor with [OutputConstructor].");
        var parameters = constructor.GetParameters()
            .Select(parameter => (
                Name: parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!,
                Type: parameter.ParameterType))
            .ToImmutableArray();
        return value => value is ImmutableDictionary<string, object> fields
            ? constructor.Invoke([.. parameters.Select(parameter => Argument(fields, parameter.Name, parameter.Type, conversionOf))])
            : null;
    }

    private static object? Argument(
        ImmutableDictionary<string, object> fields, string name, Type type, Func<Type, Func<object?, object?>> conversionOf) =>
        fields.TryGetValue(name, out var value) && value is not null ? conversionOf(type)(value)
            : type.IsValueType ? Activator.CreateInstance(type)
            : null;
}
