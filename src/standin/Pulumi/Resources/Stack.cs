using System.Collections.Immutable;

namespace Pulumi;

public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(RootType, RootName, ToResourceOptions(options)) => Deployment.InternalInstance.Stack = this;

    private static string RootName => $"{Deployment.InternalInstance.ProjectName}-{Deployment.InternalInstance.StackName}";

    /// <summary>The outputs of a stack's class: its properties with <see cref="OutputAttribute"/>.</summary>
    internal void RegisterPropertyOutputs()
    {
        var outputs = OutputProperties.All(GetType())
            .Where(entry => entry.Property.DeclaringType != typeof(Resource))
            .Select(entry => (entry.Name, Value: entry.Property.GetValue(this), entry.Property.PropertyType))
            .ToImmutableArray();
        var missing = outputs.Where(output => output.Value is null).Select(output => output.Name).ToList();
        if (missing.Count > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", missing)}' have no value assigned. " +
                "[Output] attributed properties must be assigned inside Stack constructor.");
        }

        var mistyped = outputs.Where(output => output.Value is not IOutput).Select(output => output.Name).ToList();
        if (mistyped.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(mistyped);
        }

        RegisterOutputs(outputs.ToDictionary(output => output.Name, output => output.Value));
    }

    internal void RegisterReturnedOutputs(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);

    private static ComponentResourceOptions ToResourceOptions(StackOptions? options) => options is null
        ? new ComponentResourceOptions()
        : new ComponentResourceOptions
        {
            ResourceTransformations = options.ResourceTransformations,
            ResourceTransforms = options.ResourceTransforms,
        };
}
