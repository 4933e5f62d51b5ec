using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Functions;

/// <summary>Plans of one function, <c>copy</c>, and if asked for a network.</summary>
internal static class FunctionPlans
{
    public const string Function = "aws:lambda/function:Function";
    public const string AliasType = "aws:lambda/alias:Alias";
    public const string InvokeConfig = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
    public const string Permission = "aws:lambda/permission:Permission";
    public const string Policy = "aws:iam/rolePolicy:RolePolicy";
    public const string Sha256 = "3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";

    public static FunctionCode.Jar Jar { get; } = new("jars", "copy/copy.jar", "3sL4kqtJlcpXroDTDmJ", Sha256)
    {
        Handler = "org.example.Copy::handleRequest",
        Runtime = "java21",
    };

    public static FunctionCode.Zip Zip { get; } = new(Files(("index.mjs", "export const handler = async () => 'done';\n")))
    {
        Handler = "index.handler",
        Runtime = "nodejs24.x",
    };

    public static LambdaFunctionArgs Args { get; } = new()
    {
        Account = Valid.Account,
        Code = new FunctionCode.Image(ImageReference.Parse($"library/copy@{Valid.Digest}")),
        MemoryMiB = 512,
        TimeoutSeconds = 300,
    };

    public static ImmutableSortedDictionary<string, string> Files(params (string Path, string Text)[] files) =>
        files.ToImmutableSortedDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, FunctionVariable> Variables(params (string Name, FunctionVariable Value)[] variables) =>
        variables.ToImmutableSortedDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);

    public static Task<Plan> Of(LambdaFunctionArgs args, Action<LambdaFunction>? then = null, string name = "copy") => TestPlan.OfAsync(() =>
    {
        var function = new LambdaFunction(name, args);
        then?.Invoke(function);
    });

    public static Task<Plan> InNetwork(Func<BaseNetwork, LambdaFunctionArgs> argsOf, BaseNetworkArgs? network = null) =>
        TestPlan.OfAsync(() => { _ = new LambdaFunction("copy", argsOf(new BaseNetwork("net", network ?? Valid.Network))); });

    /// <summary>The statements of the function's role, as JSON.</summary>
    public static IReadOnlyList<string> Statements(this Plan plan) =>
        [.. plan.Only(Policy, "copy").Json("policy").GetProperty("Statement").EnumerateArray().Select(statement => statement.GetRawText())];

    /// <summary>Where the component says that a variable comes from.</summary>
    public static string OutputOf(this PlannedResource component, string variable) =>
        component.Output($"environmentSources.{variable}").ShouldBeOfType<PropertyValue.Text>(variable).Value;

    public static IReadOnlyList<string> ProblemsOf(LambdaFunctionArgs args) => [.. args.Problems("copy").Select(problem => problem.ToString())];
}
