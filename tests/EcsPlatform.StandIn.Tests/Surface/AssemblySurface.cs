using System.Reflection;
using System.Runtime.CompilerServices;

namespace EcsPlatform.StandIn.Tests.Surface;

/// <summary>Every public and protected member of an assembly, one a line, in the format of src/standin/api.</summary>
internal static class AssemblySurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string[] Of(Assembly assembly) => [.. assembly.GetExportedTypes().SelectMany(Of)];

    public static IEnumerable<string> Of(Type type)
    {
        var key = $"{type.Namespace}.{TypeText.Declared(type)}";
        if (type.BaseType == typeof(MulticastDelegate))
        {
            return [$"{key} = {MemberText.Delegate(type)}"];
        }

        var members = type.GetMembers(Declared)
            .Where(member => member is not TypeInfo)
            .Select(MemberText.Of)
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .Select(text => $"{key} :: {text}");
        return members.Prepend($"{key} = public {Kind(type)}{Bases(type)}{Usage(type)}");
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly struct" : "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        var parent = type is { IsClass: true, BaseType: { } ancestor } && ancestor != typeof(object) ? ancestor : null;
        var interfaces = type.GetInterfaces().Where(candidate => candidate.IsVisible).ToArray();
        var inherited = (type.BaseType?.GetInterfaces() ?? []).Concat(interfaces.SelectMany(candidate => candidate.GetInterfaces()));
        var own = type.IsEnum ? Enumerable.Empty<Type>() : interfaces.Except(inherited);
        var names = own.Select(TypeText.Of).Order(StringComparer.Ordinal);
        string[] bases = parent is null ? [.. names] : [TypeText.Of(parent), .. names];
        return bases.Length == 0 ? "" : " : " + string.Join(", ", bases);
    }

    private static string Usage(Type type)
    {
        var usage = type.GetCustomAttribute<AttributeUsageAttribute>(false);
        return usage is null ? "" : $" [AttributeUsage({usage.ValidOn}{(usage.AllowMultiple ? ", AllowMultiple" : "")})]";
    }
}
