using Pulumi.Facts;

namespace Pulumi.Sdk.Generator.Emit;

/// <summary>Classes of values that the provider returns: public fields, a private constructor for the SDK.</summary>
internal sealed class OutputTypeEmitter
{
    private readonly TypeNames _types;

    public OutputTypeEmitter(TypeNames types) => _types = types;

    public void Emit(CodeWriter code, string name, IReadOnlyList<PropertyFacts> properties)
    {
        code.Line("[global::Pulumi.OutputType]");
        code.Open($"public sealed class {name}");
        foreach (var property in properties)
        {
            code.Line($"public readonly {TypeOf(property)} {Names.Property(property)};");
        }

        code.Line("[global::Pulumi.OutputConstructor]");
        var parameters = string.Join(", ", properties.Select(property => $"{TypeOf(property)} {Names.Parameter(property)}"));
        code.Open($"private {name}({parameters})");
        foreach (var property in properties)
        {
            code.Line($"{(Names.Property(property) == Names.Parameter(property) ? "this." : "")}{Names.Property(property)} = {Names.Parameter(property)};");
        }

        code.Close();
        code.Close();
    }

    private string TypeOf(PropertyFacts property) =>
        _types.Output(property.Type) + (property.Optional && TypeNames.ShowsAbsence(property.Type) ? "?" : "");
}
