using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Makes the objects by which mocks and outputs refer to resources.</summary>
internal static class ResourceClasses
{
    /// <summary>A new object of the resource's class, filled from its earlier answer; else one that knows only the URN.</summary>
    public static Resource Reference(Resource resource, string urn)
    {
        var type = resource.GetType();
        if (type.GetCustomAttribute<ResourceTypeAttribute>() is null
            || type.GetConstructors().Where(candidate => candidate.GetParameters().Length == 3).ToList() is not [var constructor]
            || OptionsFor(constructor, urn) is not { } options)
        {
            return new DependencyResource(urn);
        }

        return (Resource)constructor.Invoke([resource.GetResourceName(), null, options]);
    }

    private static ResourceOptions? OptionsFor(ConstructorInfo constructor, string urn)
    {
        var parameters = constructor.GetParameters();
        if (parameters[0].ParameterType != typeof(string))
        {
            return null;
        }

        return parameters[2].ParameterType == typeof(ComponentResourceOptions) ? new ComponentResourceOptions { Urn = urn }
            : parameters[2].ParameterType == typeof(CustomResourceOptions) ? new CustomResourceOptions { Urn = urn }
            : null;
    }
}
