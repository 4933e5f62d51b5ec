namespace EcsPlatform.Clusters;

/// <summary>A further group of instances of a cluster.</summary>
public sealed record FurtherInstances
{
    /// <summary>Its name within the cluster, for example <c>spot</c>; its resources' names end with it.</summary>
    public required string Name { get; init; }

    /// <summary>What its instances are and how many.</summary>
    public required InstanceCapacity Instances { get; init; }

    /// <summary>Its share of tasks by the default strategy, 0 to 1000; with 0 only services that name it use it.</summary>
    public required int Weight { get; init; }

    /// <summary>How many tasks of a service at least run on it, by the default strategy; one group alone may have a base. Default: 0.</summary>
    public int Base { get; init; }

    /// <summary>Finds what is wrong with this group.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where) => DnsName.IsLabel(Name)
        ? Instances.Problems($"{where}.{Name}")
        : [new Problem($"{where}.further", $"'{Name}'", DnsName.ValidLabels, "Give the group a short name, such as spot")];
}
