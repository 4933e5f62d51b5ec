namespace EcsPlatform.Plans.Differences;

/// <summary>What is known of resource types beyond the plans: how their providers react to changes.</summary>
public interface IResourceRules
{
    /// <summary>Whether a changed input replaces its resource.</summary>
    /// <param name="old">The resource as it was.</param>
    /// <param name="new">The resource as it is to be, of the same type.</param>
    /// <param name="change">The value that differs.</param>
    /// <returns>True when the provider cannot change it in place.</returns>
    bool Replaces(PlannedResource old, PlannedResource @new, PropertyChange change);

    /// <summary>Whether an output gets a new value with every update of the resource, for example a launch template's latest version.</summary>
    /// <param name="type">The resource type.</param>
    /// <param name="output">The output.</param>
    /// <returns>True when it does.</returns>
    bool ChangesWithUpdate(string type, string output);

    /// <summary>Whether the provider deletes the old resource before it makes the new one, for example because the program gives the name.</summary>
    /// <param name="old">The resource as it was.</param>
    /// <param name="new">The resource as it is to be.</param>
    /// <returns>True when the provider deletes before it creates.</returns>
    bool DeletesBeforeReplace(PlannedResource old, PlannedResource @new);
}
