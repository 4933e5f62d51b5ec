using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace EcsPlatform.StandIn.Tests.Surface;

/// <summary>Writes one member as its declaration would read; null when nobody outside the assembly can use it.</summary>
internal static class MemberText
{
    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Equality"] = "operator ==",
        ["op_Inequality"] = "operator !=",
    };

    public static string? Of(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } constructor when Access(constructor) is { } access =>
            $"{access} {TypeText.SimpleName(constructor.DeclaringType!)}({Parameters(constructor)})",
        MethodInfo method when !IsAccessor(method) && Access(method) is { } access => access + " " + Method(method),
        PropertyInfo property => Property(property),
        FieldInfo field => Field(field),
        EventInfo { AddMethod: { } add } happening when Access(add) is { } access =>
            $"{access} event {TypeText.Of(happening.EventHandlerType!)} {happening.Name}",
        _ => null,
    };

    public static string Delegate(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        return $"public delegate {TypeText.Of(invoke.ReturnParameter)} ({Parameters(invoke)})";
    }

    private static string Method(MethodInfo method)
    {
        var result = TypeText.Of(method.ReturnParameter);
        if (method.ReturnParameter.IsDefined(typeof(MaybeNullAttribute)) && !result.EndsWith('?'))
        {
            result += "?";
        }

        var signature = method.Name switch
        {
            "op_Implicit" => $"implicit operator {result}",
            "op_Explicit" => $"explicit operator {result}",
            _ when Operators.TryGetValue(method.Name, out var symbol) => $"{result} {symbol}",
            _ => $"{result} {method.Name}{TypeText.ParametersOf(method.GetGenericArguments())}",
        };
        var isDefault = method.DeclaringType!.IsInterface && !method.IsAbstract;
        return $"{Modifiers(method)}{signature}({Parameters(method)}){Constraints(method)}{(isDefault ? " { default }" : "")}";
    }

    private static string? Property(PropertyInfo property)
    {
        var accessors = new[]
        {
            (Method: property.GetMethod, Word: "get;"),
            (Method: property.SetMethod, Word: IsInit(property) ? "init;" : "set;"),
        };
        var visible = accessors.Where(accessor => accessor.Method is not null && Access(accessor.Method) is not null).ToArray();
        if (visible.Length == 0)
        {
            return null;
        }

        var access = visible.Select(accessor => Access(accessor.Method!)!).MinBy(word => word.Length)!;
        var words = visible.Select(accessor =>
            Access(accessor.Method!) == access ? accessor.Word : $"{Access(accessor.Method!)} {accessor.Word}");
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var modifiers = Modifiers(visible[0].Method!);
        return $"{Marks(property)}{access} {modifiers}{TypeText.Of(property)} {name} {{ {string.Join(" ", words)} }}";
    }

    private static string? Field(FieldInfo field)
    {
        var access = field.IsPublic ? "public" : field.IsFamily ? "protected" : field.IsFamilyOrAssembly ? "protected internal" : null;
        var modifiers = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return access is null || field.IsSpecialName ? null : $"{access} {modifiers}{TypeText.Of(field)} {field.Name}";
    }

    private static string Modifiers(MethodInfo method)
    {
        var overrides = method.GetBaseDefinition().DeclaringType != method.DeclaringType;
        return method switch
        {
            { IsStatic: true } => "static ",
            _ when method.DeclaringType!.IsInterface => "",
            _ when overrides => method.IsFinal ? "sealed override " : "override ",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var isThis = parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute), false);
        var isParams = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));
        var passing = parameter switch
        {
            { ParameterType.IsByRef: true, IsOut: true } => "out ",
            { ParameterType.IsByRef: true, IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ => "",
        };
        var text = $"{(isThis ? "this " : "")}{(isParams ? "params " : "")}{passing}{TypeText.Of(parameter)} {parameter.Name}";
        return parameter.HasDefaultValue ? $"{text} = {Default(parameter)}" : text;
    }

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        null when parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null => "default",
        null => "null",
        var value => FormattableString.Invariant($"{value}"),
    };

    private static string Constraints(MethodInfo method) => string.Concat(method.GetGenericArguments().Select(parameter =>
    {
        var words = parameter.GetGenericParameterConstraints().Select(TypeText.Of).ToList();
        if (parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            words.Add("new()");
        }

        return words.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", words)}";
    }));

    private static string Marks(PropertyInfo property) => string.Concat(property.GetCustomAttributesData().Select(data =>
        data.AttributeType.Name switch
        {
            "InputAttribute" => "[Input] ",
            "OutputAttribute" => data.ConstructorArguments is [{ Value: string name }] ? $"[Output(\"{name}\")] " : "[Output] ",
            _ => "",
        }));

    private static string? Access(MethodBase method) =>
        method.IsPublic ? "public" : method.IsFamily ? "protected" : method.IsFamilyOrAssembly ? "protected internal" : null;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
}
