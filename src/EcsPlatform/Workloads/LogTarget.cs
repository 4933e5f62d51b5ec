namespace EcsPlatform.Workloads;

/// <summary>The CloudWatch log group that containers write to.</summary>
/// <param name="GroupName">The group's name.</param>
/// <param name="Region">The group's region.</param>
/// <param name="StreamPrefix">What the streams' names begin with; the container's name and the task's id follow.</param>
public sealed record LogTarget(string GroupName, string Region, string StreamPrefix = "ecs");
