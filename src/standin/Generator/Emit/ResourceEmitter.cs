using Pulumi.Facts;

namespace Pulumi.Sdk.Generator.Emit;

/// <summary>A resource's class with its arguments and its state.</summary>
internal sealed class ResourceEmitter
{
    private const string ProviderPrefix = "pulumi:providers:";

    private readonly FactsFile _facts;
    private readonly TypeNames _types;
    private readonly ArgsEmitter _args;
    private readonly OutputTypeEmitter _results;

    public ResourceEmitter(FactsFile facts, TypeNames types)
    {
        _facts = facts;
        _types = types;
        _args = new ArgsEmitter(types);
        _results = new OutputTypeEmitter(types);
    }

    public void Emit(CodeWriter code, ItemFacts item)
    {
        var name = Names.Simple(item.ClassName!);
        code.Open($"namespace {Names.Namespace(item.ClassName!)}");
        code.Line($"[global::{_facts.Namespace}.{Names.Simple(_facts.Namespace)}ResourceType({Names.Literal(item.Token)})]");
        code.Open($"public partial class {name} : global::Pulumi.{Parent(item)}");
        foreach (var output in item.Outputs.Where(output => !IsProvider(item) || output.Type.Kind == "string"))
        {
            var question = output.Optional && TypeNames.ShowsAbsence(output.Type) ? "?" : "";
            var obsolete = output.Deprecated ? "[global::System.Obsolete(\"This property is deprecated.\")] " : "";
            code.Line($"[global::Pulumi.Output({Names.Literal(output.Name)})] {obsolete}public global::Pulumi.Output<{_types.Output(output.Type)}{question}> {Names.Property(output)} {{ get; private set; }} = null!;");
        }

        Constructors(code, item, name);
        Options(code, item);
        Methods(code, item, name);
        code.Close();

        foreach (var method in item.Methods)
        {
            _results.Emit(code, MethodResult(name, method.Key), new[] { method.Value });
        }

        _args.Emit(code, name + "Args", "ResourceArgs", "args", item.Inputs, item.SecretInputs, item.Defaults);
        if (HasState(item))
        {
            var state = item.Outputs.Select(output => AsState(item, output)).ToList();
            _args.Emit(code, name + "State", "ResourceArgs", "state", state, item.SecretOutputs);
        }

        code.Close();
    }

    private static bool IsProvider(ItemFacts item) => item.Token.StartsWith(ProviderPrefix, StringComparison.Ordinal);

    private static bool HasState(ItemFacts item) => !IsProvider(item) && !item.IsComponent;

    private static string Parent(ItemFacts item) => IsProvider(item) ? "ProviderResource" : item.IsComponent ? "ComponentResource" : "CustomResource";

    private static string OptionsType(ItemFacts item) => item.IsComponent ? "ComponentResourceOptions" : "CustomResourceOptions";

    // In a state nothing is required, and every output can be given: in the input's type where it is an input as well.
    private static PropertyFacts AsState(ItemFacts item, PropertyFacts output)
    {
        var type = item.Inputs.Find(input => input.Name == output.Name)?.Type ?? output.Type;
        return new PropertyFacts(output.Name, type) { CSharpName = output.CSharpName, Deprecated = output.Deprecated };
    }

    private static void Constructors(CodeWriter code, ItemFacts item, string name)
    {
        var args = item.ArgsOptional ? $"{name}Args? args = null" : $"{name}Args args";
        var token = IsProvider(item) ? item.Token.Substring(ProviderPrefix.Length) : item.Token;
        code.Line($"public {name}(string name, {args}, global::Pulumi.{OptionsType(item)}? options = null)");
        code.Open($"    : base({Names.Literal(token)}, name, args ?? new {name}Args(), MakeResourceOptions(options, \"\"){(item.IsComponent ? ", remote: true" : "")})");
        code.Close();
        if (!HasState(item))
        {
            return;
        }

        code.Line($"private {name}(string name, global::Pulumi.Input<string> id, {name}State? state = null, global::Pulumi.CustomResourceOptions? options = null)");
        code.Open($"    : base({Names.Literal(token)}, name, state, MakeResourceOptions(options, id))");
        code.Close();
        code.Line($"public static {name} Get(string name, global::Pulumi.Input<string> id, {name}State? state = null, global::Pulumi.CustomResourceOptions? options = null) => new {name}(name, id, state, options);");
    }

    private static void Methods(CodeWriter code, ItemFacts item, string name)
    {
        foreach (var method in item.Methods)
        {
            var result = MethodResult(name, method.Key);
            code.Line($"public global::Pulumi.Output<{result}> {Names.Capital(method.Key)}()");
            code.Line($"    => global::Pulumi.Deployment.Instance.Call<{result}>({Names.Literal($"{item.Token}/{method.Key}")}, global::Pulumi.CallArgs.Empty, this);");
        }
    }

    private static string MethodResult(string className, string method) => $"{className}{Names.Capital(method)}Result";

    private static void Options(CodeWriter code, ItemFacts item)
    {
        var type = "global::Pulumi." + OptionsType(item);
        code.Open($"private static {type} MakeResourceOptions({type}? options, global::Pulumi.Input<string>? id)");
        code.Open($"var defaultOptions = new {type}");
        code.Line("Version = Utilities.Version,");
        if (item.SecretOutputs.Count > 0)
        {
            code.Line($"AdditionalSecretOutputs = {{ {string.Join(", ", item.SecretOutputs.Select(Names.Literal))} }},");
        }

        if (item.Aliases.Count > 0)
        {
            code.Line($"Aliases = {{ {string.Join(", ", item.Aliases.Select(alias => $"new global::Pulumi.Alias {{ Type = {Names.Literal(alias)} }}"))} }},");
        }

        code.Close();
        code.Line(";");
        code.Line($"var merged = {type}.Merge(defaultOptions, options);");
        code.Line("merged.Id = id ?? merged.Id;");
        code.Line("return merged;");
        code.Close();
    }
}
