using System.Collections.Immutable;

namespace EcsPlatform.Plans.Files;

/// <summary>Reads resources of a deployment. Fields that a plan has no use for are passed over.</summary>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="texts">Keeps the names of properties.</param>
internal sealed class ResourceReader(PlanProblems problems, SharedTexts texts)
{
    private readonly ValueReader _values = new(texts);

    /// <summary>Reads a resource.</summary>
    /// <param name="fields">Its fields.</param>
    /// <returns>The resource; null when it cannot be told which one it is.</returns>
    public PlannedResource? Read(Fields fields)
    {
        var urn = fields.RequiredText("urn");
        var type = fields.RequiredText("type");
        if (urn is null || type is null)
        {
            return null;
        }

        if (Urn.Parse(urn) is not { } parts)
        {
            problems.Add(fields.Where, $"has the URN '{urn}'; it must be urn:pulumi:<stack>::<project>::<type>::<name>");
            return null;
        }

        return new PlannedResource
        {
            Urn = urn,
            Type = type,
            Name = parts.Name,
            Custom = fields.Flag("custom"),
            External = fields.Flag("external"),
            Id = fields.Text("id"),
            Inputs = Map(fields.Object("inputs")),
            Outputs = Map(fields.Object("outputs")),
            Parent = fields.Text("parent"),
            Dependencies = fields.Texts("dependencies"),
            PropertyDependencies = PropertyDependencies(fields.Object("propertyDependencies")),
            Provider = fields.Text("provider"),
            Protect = fields.Flag("protect"),
            RetainOnDelete = fields.Flag("retainOnDelete"),
            DeleteBeforeReplace = fields.Flag("deleteBeforeReplace"),
            DeletedWith = fields.Text("deletedWith"),
            ImportId = fields.Text("importID"),
            Aliases = fields.Texts("aliases"),
            IgnoreChanges = fields.Texts("ignoreChanges"),
            ReplaceOnChanges = fields.Texts("replaceOnChanges"),
            AdditionalSecretOutputs = fields.Texts("additionalSecretOutputs"),
            CustomTimeouts = fields.Object("customTimeouts") is { } timeouts
                ? new PlannedTimeouts(timeouts.Seconds("create"), timeouts.Seconds("update"), timeouts.Seconds("delete"))
                : null,
        };
    }

    private PropertyValue.Map Map(Fields? properties)
    {
        if (properties is null)
        {
            return PropertyValue.Map.Empty;
        }

        var entries = ImmutableSortedDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var (name, value) in properties.All())
        {
            try
            {
                entries.Add(name, _values.Read(value));
            }
            catch (FormatException exception)
            {
                problems.Add($"{properties.Where}.{name}", exception.Message);
            }
        }

        return new PropertyValue.Map(entries.ToImmutable());
    }

    // The engine lists every input, most of them without dependencies.
    private static ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies(Fields? properties)
    {
        var dependencies = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (name, _) in properties?.All() ?? [])
        {
            var urns = properties!.Texts(name);
            if (!urns.IsEmpty)
            {
                dependencies.Add(name, urns);
            }
        }

        return dependencies.ToImmutable();
    }
}
