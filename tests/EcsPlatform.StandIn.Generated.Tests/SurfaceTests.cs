using System.Reflection;
using Pulumi;
using Pulumi.Facts;

namespace EcsPlatform.StandIn.Generated.Tests;

public class SurfaceTests
{
    private const string ProviderPrefix = "pulumi:providers:";
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Theory]
    [MemberData(nameof(Package.Names), MemberType = typeof(Package))]
    public void Every_resource_has_its_token_its_constructor_and_its_outputs(string name)
    {
        var package = Package.All[name];
        package.Facts.Resources.ShouldNotBeEmpty();
        foreach (var item in package.Facts.Resources.Values)
        {
            var type = package.Class(item.ClassName!);
            type.GetCustomAttribute<ResourceTypeAttribute>().ShouldNotBeNull(item.Token).Type.ShouldBe(item.Token);
            var isProvider = item.Token.StartsWith(ProviderPrefix, StringComparison.Ordinal);
            type.BaseType.ShouldBe(isProvider ? typeof(ProviderResource) : item.IsComponent ? typeof(ComponentResource) : typeof(CustomResource), item.Token);
            var parameters = type.GetConstructors().ShouldHaveSingleItem(item.Token).GetParameters();
            parameters.Select(parameter => parameter.ParameterType.Name)
                .ShouldBe(["String", $"{type.Name}Args", item.IsComponent ? "ComponentResourceOptions" : "CustomResourceOptions"], ignoreOrder: false, item.Token);
            parameters[1].IsOptional.ShouldBe(item.ArgsOptional, item.Token);
            parameters[2].IsOptional.ShouldBeTrue(item.Token);
            (type.GetMethod("Get", BindingFlags.Public | BindingFlags.Static) is not null).ShouldBe(!isProvider && !item.IsComponent, item.Token);

            var outputs = item.Outputs.Where(output => !isProvider || output.Type.Kind == "string").ToList();
            type.GetProperties(Members).Select(property => (property.GetCustomAttribute<OutputAttribute>()!.Name, property.Name, CSharpText.Of(property)))
                .ShouldBe(outputs.Select(output => ((string?)output.Name, PropertyName(output), $"Output<{Expected.Output(package, output)}>")), ignoreOrder: true, item.Token);
        }
    }

    [Theory]
    [MemberData(nameof(Package.Names), MemberType = typeof(Package))]
    public void Every_class_of_arguments_has_its_inputs(string name)
    {
        var package = Package.All[name];
        foreach (var (type, use, properties) in Expected.ArgsClasses(package))
        {
            var wireNames = properties.ToDictionary(PropertyName, input => input.Name);
            var found = type.GetProperties(Members)
                .Select(property => (property.Name, Type: CSharpText.Of(property), Input: InputOf(type, property, wireNames[property.Name])));
            var expected = properties.Select(input => (
                Name: PropertyName(input),
                Type: Expected.Input(package, input, use),
                Input: (input.Name, input.Required, input.Json)));
            found.ShouldBe(expected, ignoreOrder: true, type.FullName);
        }
    }

    [Theory]
    [MemberData(nameof(Package.Names), MemberType = typeof(Package))]
    public void Every_class_of_results_has_its_fields_and_a_constructor_with_the_names_of_the_wire(string name)
    {
        var package = Package.All[name];
        foreach (var (type, properties) in Expected.ResultClasses(package))
        {
            type.GetCustomAttribute<OutputTypeAttribute>().ShouldNotBeNull(type.FullName);
            type.GetFields(BindingFlags.Instance | BindingFlags.Public).Select(field => (field.Name, CSharpText.Of(field)))
                .ShouldBe(properties.Select(output => (PropertyName(output), Expected.Output(package, output))), ignoreOrder: true, type.FullName);
            var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).ShouldHaveSingleItem(type.FullName);
            constructor.GetCustomAttribute<OutputConstructorAttribute>().ShouldNotBeNull(type.FullName);
            constructor.GetParameters().Select(parameter => parameter.Name).ShouldBe(properties.Select(output => output.Name), ignoreOrder: true, type.FullName);
        }
    }

    [Theory]
    [MemberData(nameof(Package.Names), MemberType = typeof(Package))]
    public void Every_enumeration_has_its_values(string name)
    {
        var package = Package.All[name];
        foreach (var item in package.Facts.Enums.Values)
        {
            var type = package.Class(item.ClassName!);
            type.GetCustomAttribute<EnumTypeAttribute>().ShouldNotBeNull(item.Token);
            var conversion = type.GetMethod("op_Explicit", [type]).ShouldNotBeNull(item.Token);
            type.GetProperties(BindingFlags.Public | BindingFlags.Static)
                .Select(property => KeyValuePair.Create(property.Name, (string)conversion.Invoke(null, [property.GetValue(null)])!))
                .ShouldBe(item.Values, ignoreOrder: true, item.Token);
        }
    }

    [Fact]
    public void Every_function_has_its_three_forms()
    {
        var package = Package.All["aws"];
        package.Facts.Functions.ShouldNotBeEmpty();
        foreach (var item in package.Facts.Functions.Values)
        {
            var type = package.Class(item.ClassName!);
            var args = item.Inputs.Count > 0;
            type.GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method =>
                $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name + (parameter.IsOptional ? "?" : "")))})")
                .ShouldBe([
                    $"InvokeAsync({(args ? $"{type.Name}Args{(item.ArgsOptional ? "?" : "")}, " : "")}InvokeOptions?)",
                    $"Invoke({(args ? $"{type.Name}InvokeArgs{(item.ArgsOptional ? "?" : "")}, " : "")}InvokeOptions?)",
                    $"Invoke({(args ? $"{type.Name}InvokeArgs, " : "")}InvokeOutputOptions)",
                ], ignoreOrder: true, item.Token);
        }
    }

    [Theory]
    [MemberData(nameof(Package.Names), MemberType = typeof(Package))]
    public void Nothing_else_is_public(string name)
    {
        var package = Package.All[name];
        var expected = package.Facts.Resources.Values.Select(item => item.ClassName!)
            .Concat(package.Facts.Functions.Values.Select(item => item.ClassName!))
            .Concat(package.Facts.Enums.Values.Select(item => item.ClassName!))
            .Concat(Expected.ArgsClasses(package).Select(entry => entry.Type.FullName!))
            .Concat(Expected.ResultClasses(package).Select(entry => entry.Type.FullName!))
            .Append($"{package.Facts.Namespace}.{package.Facts.Namespace.Split('.')[^1]}ResourceTypeAttribute");
        package.Assembly.GetExportedTypes().Select(type => type.FullName!).Except(expected).ShouldBeEmpty();
    }

    private static string PropertyName(PropertyFacts property) => property.CSharpName ?? char.ToUpperInvariant(property.Name[0]) + property.Name[1..];

    // Lists, maps and secrets carry the attribute on the field behind them, which is named as on the wire.
    private static (string Name, bool Required, bool Json) InputOf(Type type, PropertyInfo property, string wireName)
    {
        var attribute = property.CustomAttributes.FirstOrDefault(IsInput)
            ?? type.GetField($"_{wireName}", Members).ShouldNotBeNull($"{type.FullName}.{property.Name}").CustomAttributes.First(IsInput);
        return ((string)attribute.ConstructorArguments[0].Value!, (bool)attribute.ConstructorArguments[1].Value!, (bool)attribute.ConstructorArguments[2].Value!);
    }

    private static bool IsInput(CustomAttributeData data) => data.AttributeType == typeof(InputAttribute);
}
