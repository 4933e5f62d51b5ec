using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A field or property that carries <see cref="InputAttribute"/>.</summary>
internal sealed record InputMember(string Name, bool Required, bool Json, string FullName, string MemberName, Func<object, object?> Get)
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly ConcurrentDictionary<Type, ImmutableArray<InputMember>> Cache = new();

    public static ImmutableArray<InputMember> Of(Type type) => Cache.GetOrAdd(type, Find);

    private static ImmutableArray<InputMember> Find(Type type) =>
    [
        .. type.GetFields(Members).Select(field => Make(type, field, field.GetValue)).OfType<InputMember>(),
        .. type.GetProperties(Members).Select(property => Make(type, property, property.GetValue)).OfType<InputMember>(),
    ];

    private static InputMember? Make(Type type, MemberInfo member, Func<object, object?> get) =>
        member.GetCustomAttribute<InputAttribute>() is { } input
            ? new InputMember(input.Name, input.IsRequired, input.Json, $"{type.FullName}.{member.Name}", member.Name, get)
            : null;
}
