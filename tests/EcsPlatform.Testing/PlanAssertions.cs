using System.Text.Json;
using EcsPlatform.Plans;
using Shouldly;

namespace EcsPlatform.Testing;

/// <summary>Questions to a plan.</summary>
public static class PlanAssertions
{
    /// <summary>All resources of a type.</summary>
    public static IReadOnlyList<PlannedResource> All(this Plan plan, string type) => [.. plan.Resources.Where(resource => resource.Type == type)];

    /// <summary>The only resource of a type, or the only one of a type and name.</summary>
    public static PlannedResource Only(this Plan plan, string type, string? name = null)
    {
        var found = plan.All(type).Where(resource => name is null || resource.Name == name).ToList();
        found.Count.ShouldBe(1, $"{type} {name}: {string.Join(", ", plan.All(type).Select(resource => resource.Name))}");
        return found[0];
    }

    /// <summary>An input, by its path: fields separated by dots, list positions as numbers; null when it is absent.</summary>
    public static PropertyValue? Input(this PlannedResource resource, string path) => At(resource.Inputs, path);

    /// <summary>An output, by its path.</summary>
    public static PropertyValue? Output(this PlannedResource resource, string path) => At(resource.Outputs, path);

    /// <summary>A text input.</summary>
    public static string Text(this PlannedResource resource, string path) =>
        resource.Input(path).ShouldBeOfType<PropertyValue.Text>($"{resource.Urn} {path}").Value;

    /// <summary>A number input.</summary>
    public static double Number(this PlannedResource resource, string path) =>
        resource.Input(path).ShouldBeOfType<PropertyValue.Number>($"{resource.Urn} {path}").Value;

    /// <summary>A boolean input.</summary>
    public static bool Flag(this PlannedResource resource, string path) =>
        resource.Input(path).ShouldBeOfType<PropertyValue.Boolean>($"{resource.Urn} {path}").Value;

    /// <summary>The JSON in a text input.</summary>
    public static JsonElement Json(this PlannedResource resource, string path) => JsonDocument.Parse(resource.Text(path)).RootElement;

    /// <summary>The texts of a list input.</summary>
    public static IReadOnlyList<string> Texts(this PlannedResource resource, string path) =>
        [.. resource.Input(path).ShouldBeOfType<PropertyValue.List>($"{resource.Urn} {path}").Items.Select(item => ((PropertyValue.Text)item).Value)];

    /// <summary>The value of a text output, or the id.</summary>
    public static string OutputText(this PlannedResource resource, string name) => name == "id"
        ? resource.Id.ShouldNotBeNull()
        : resource.Output(name).ShouldBeOfType<PropertyValue.Text>($"{resource.Urn} {name}").Value;

    private static PropertyValue? At(PropertyValue.Map map, string path)
    {
        PropertyValue? value = map;
        foreach (var step in path.Split('.'))
        {
            value = value switch
            {
                PropertyValue.Map fields => fields.Entries.GetValueOrDefault(step),
                PropertyValue.List list when int.TryParse(step, out var index) && index < list.Items.Length => list.Items[index],
                _ => null,
            };
        }

        return value;
    }
}
