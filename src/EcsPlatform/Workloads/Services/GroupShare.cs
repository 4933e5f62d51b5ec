namespace EcsPlatform.Workloads;

/// <summary>A group of instances' part of a service's tasks.</summary>
/// <param name="Group">The name of one of the cluster's further groups; null for the main one.</param>
/// <param name="Weight">Its share of the tasks beyond the base, 0 to 1000. Default: 1.</param>
/// <param name="Base">How many tasks at least run on it; one group alone may have a base. Default: 0.</param>
public sealed record GroupShare(string? Group, int Weight = 1, int Base = 0);
