using Pulumi.Facts;

namespace Pulumi.Sdk.Generator.Emit;

/// <summary>What a package has once: its resource attribute and its internal defaults.</summary>
internal static class PackageEmitter
{
    public static void Emit(CodeWriter code, FactsFile facts)
    {
        var attribute = Names.Simple(facts.Namespace) + "ResourceTypeAttribute";
        code.Open($"namespace {facts.Namespace}");
        code.Open($"public partial class {attribute} : global::Pulumi.ResourceTypeAttribute");
        code.Open($"public {attribute}(string type) : base(type, Utilities.Version)");
        code.Close();
        code.Close();
        code.Open("static class Utilities");
        code.Line($"public static string Version => {Names.Literal(facts.Version)};");
        code.Open("public static string? GetEnv(params string[] names)");
        code.Open("foreach (var name in names)");
        code.Open("if (global::System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)");
        code.Line("return value;");
        code.Close();
        code.Close();
        code.Line("return null;");
        code.Close();
        Defaults(code, "InvokeOptions?", "InvokeOptions");
        Defaults(code, "InvokeOutputOptions", "InvokeOutputOptions");
        code.Close();
        code.Close();
    }

    private static void Defaults(CodeWriter code, string parameter, string type)
    {
        code.Open($"public static global::Pulumi.{type} WithDefaults(this global::Pulumi.{parameter} options)");
        code.Open($"var defaults = new global::Pulumi.{type}");
        code.Line("Parent = options?.Parent,");
        code.Line("Provider = options?.Provider,");
        code.Line("PluginDownloadURL = options?.PluginDownloadURL,");
        code.Line("Version = options?.Version ?? Version,");
        code.Close();
        code.Line(";");
        if (type == "InvokeOutputOptions")
        {
            code.Open("if (options is not null)");
            code.Line("defaults.DependsOn = options.DependsOn;");
            code.Close();
        }

        code.Line("return defaults;");
        code.Close();
    }
}
