using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace EcsPlatform.Preview.Recording;

/// <summary>A member that carries an input, as its attribute declares it.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Required">True when the engine refuses a resource without it.</param>
/// <param name="Json">True when it goes over the wire as JSON text.</param>
/// <param name="Get">Reads the member.</param>
internal sealed record InputMember(string Name, bool Required, bool Json, Func<object, object?> Get);

/// <summary>
/// The inputs of an arguments class. The attribute does not show its values to programs, but a class's metadata does;
/// lists and maps carry it on a private field.
/// </summary>
internal static class InputMembers
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, ImmutableArray<InputMember>> Cache = new();

    public static ImmutableArray<InputMember> Of(Type args) => Cache.GetOrAdd(args, Read);

    private static ImmutableArray<InputMember> Read(Type args) =>
    [
        .. args.GetFields(Declared).Select(field => Member(field, field.GetValue)).OfType<InputMember>(),
        .. args.GetProperties(Declared).Select(property => Member(property, property.GetValue)).OfType<InputMember>(),
    ];

    private static InputMember? Member(MemberInfo member, Func<object, object?> get)
    {
        var attribute = member.CustomAttributes.FirstOrDefault(data => data.AttributeType == typeof(InputAttribute));
        if (attribute is null)
        {
            return null;
        }

        var values = attribute.ConstructorArguments;
        return new InputMember((string)values[0].Value!, Flag(values, 1), Flag(values, 2), get);
    }

    private static bool Flag(IList<CustomAttributeTypedArgument> values, int index) => values.Count > index && values[index].Value is true;
}
