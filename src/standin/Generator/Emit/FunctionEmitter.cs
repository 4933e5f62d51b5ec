using Pulumi.Facts;

namespace Pulumi.Sdk.Generator.Emit;

/// <summary>A function's static class with its arguments, in the task form and the output form, and its result.</summary>
internal sealed class FunctionEmitter
{
    private readonly ArgsEmitter _args;
    private readonly OutputTypeEmitter _results;

    public FunctionEmitter(TypeNames types)
    {
        _args = new ArgsEmitter(types);
        _results = new OutputTypeEmitter(types);
    }

    public void Emit(CodeWriter code, ItemFacts item)
    {
        var name = Names.Simple(item.ClassName!);
        var hasArgs = item.Inputs.Count > 0;
        code.Open($"namespace {Names.Namespace(item.ClassName!)}");
        code.Open($"public static class {name}");
        Form(code, item, "InvokeAsync", "global::System.Threading.Tasks.Task", $"{name}Args", hasArgs, "InvokeOptions?", optional: true);
        Form(code, item, "Invoke", "global::Pulumi.Output", $"{name}InvokeArgs", hasArgs, "InvokeOptions?", optional: true);
        Form(code, item, "Invoke", "global::Pulumi.Output", $"{name}InvokeArgs", hasArgs, "InvokeOutputOptions", optional: false);
        code.Close();
        if (hasArgs)
        {
            _args.Emit(code, $"{name}Args", "InvokeArgs", "plain", item.Inputs);
            _args.Emit(code, $"{name}InvokeArgs", "InvokeArgs", "invoke", item.Inputs);
        }

        _results.Emit(code, $"{name}Result", item.Outputs);
        code.Close();
    }

    private static void Form(
        CodeWriter code, ItemFacts item, string method, string wrapper, string args, bool hasArgs, string options, bool optional)
    {
        var result = $"{Names.Simple(item.ClassName!)}Result";
        var argsParameter = !hasArgs ? "" : item.ArgsOptional && optional ? $"{args}? args = null, " : $"{args} args, ";
        var argsValue = hasArgs ? $"args ?? new {args}()" : "global::Pulumi.InvokeArgs.Empty";
        var ending = optional ? " = null" : "";
        code.Line($"public static {wrapper}<{result}> {method}({argsParameter}global::Pulumi.{options} options{ending})");
        code.Line($"    => global::Pulumi.Deployment.Instance.{method}<{result}>({Names.Literal(item.Token)}, {argsValue}, options.WithDefaults());");
    }
}
