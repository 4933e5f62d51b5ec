using EcsPlatform.Plans;
using Shouldly;

namespace EcsPlatform.Testing;

/// <summary>Plans that differ from a good one in one place.</summary>
public static class PlanMutations
{
    /// <summary>The plan with another value for an input of every resource of a type; null takes the input away.</summary>
    public static Plan With(this Plan plan, string type, string path, PropertyValue? value)
    {
        plan.All(type).ShouldNotBeEmpty(type);
        return plan.Changed(resource => resource.Type == type
            ? resource with { Inputs = (PropertyValue.Map)Set(resource.Inputs, path.Split('.'), value)! }
            : resource);
    }

    /// <summary>The plan with something else about every resource of a type.</summary>
    public static Plan With(this Plan plan, string type, Func<PlannedResource, PlannedResource> change)
    {
        plan.All(type).ShouldNotBeEmpty(type);
        return plan.Changed(resource => resource.Type == type ? change(resource) : resource);
    }

    /// <summary>The plan without the resources of a type.</summary>
    public static Plan Without(this Plan plan, string type)
    {
        plan.All(type).ShouldNotBeEmpty(type);
        return Plan.Of(plan.Project, plan.Stack, plan.Resources.Where(resource => resource.Type != type));
    }

    /// <summary>The plan with more resources.</summary>
    public static Plan Plus(this Plan plan, params PlannedResource[] more) => Plan.Of(plan.Project, plan.Stack, plan.Resources.Concat(more));

    private static Plan Changed(this Plan plan, Func<PlannedResource, PlannedResource> change) =>
        Plan.Of(plan.Project, plan.Stack, plan.Resources.Select(change));

    private static PropertyValue? Set(PropertyValue? within, ReadOnlySpan<string> path, PropertyValue? value)
    {
        if (path.IsEmpty)
        {
            return value;
        }

        if (within is PropertyValue.List list)
        {
            var index = int.Parse(path[0], System.Globalization.CultureInfo.InvariantCulture);
            return new PropertyValue.List(list.Items.SetItem(index, Set(list.Items[index], path[1..], value)!));
        }

        var fields = within is PropertyValue.Map map ? map.Entries : PropertyValue.Map.Empty.Entries;
        var changed = Set(fields.GetValueOrDefault(path[0]), path[1..], value);
        return new PropertyValue.Map(changed is null ? fields.Remove(path[0]) : fields.SetItem(path[0], changed));
    }
}
