using System.Reflection;

namespace EcsPlatform.StandIn.Tests.Surface;

/// <summary>Reads the compiler's nullable annotations of one signature element, in the order in which its types are written.</summary>
internal sealed class NullableFlags
{
    private const string Annotation = "System.Runtime.CompilerServices.NullableAttribute";
    private const string Context = "System.Runtime.CompilerServices.NullableContextAttribute";
    private const byte Annotated = 2;

    private readonly byte[] _flags;
    private readonly byte _everywhere;
    private int _next;

    private NullableFlags(byte[] flags, byte everywhere) => (_flags, _everywhere) = (flags, everywhere);

    public static NullableFlags None { get; } = new([], 0);

    public static NullableFlags Of(ParameterInfo parameter) => Read(parameter.GetCustomAttributesData(), parameter.Member);

    public static NullableFlags Of(MemberInfo member) => Read(member.GetCustomAttributesData(), member.DeclaringType);

    public bool NextIsAnnotated()
    {
        if (_flags.Length == 0)
        {
            return _everywhere == Annotated;
        }

        return _flags[_next++] == Annotated;
    }

    private static NullableFlags Read(IList<CustomAttributeData> attributes, MemberInfo? scope)
    {
        var argument = Find(attributes, Annotation)?.ConstructorArguments[0].Value;
        return argument switch
        {
            byte flag => new NullableFlags([], flag),
            IReadOnlyCollection<CustomAttributeTypedArgument> flags => new NullableFlags([.. flags.Select(flag => (byte)flag.Value!)], 0),
            _ => new NullableFlags([], ContextOf(scope)),
        };
    }

    private static byte ContextOf(MemberInfo? scope)
    {
        for (; scope is not null; scope = scope.DeclaringType)
        {
            if (Find(scope.GetCustomAttributesData(), Context) is { } context)
            {
                return (byte)context.ConstructorArguments[0].Value!;
            }
        }

        return 0;
    }

    private static CustomAttributeData? Find(IList<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeType.FullName == name);
}
