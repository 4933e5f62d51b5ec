using EcsPlatform.Clusters;

namespace EcsPlatform.Workloads;

/// <summary>What kind of capacity a task can run on; ECS refuses a task that asks for more than it gives.</summary>
public abstract record Compatibility
{
    private Compatibility()
    {
    }

    /// <summary>EC2 instances of the cluster's own.</summary>
    public sealed record Ec2 : Compatibility;

    /// <summary>AWS's capacity, by the task: it needs a task's CPU, and knows certain sizes only.</summary>
    public sealed record Fargate : Compatibility
    {
        /// <summary>The processors that the images are made for. Default: x86_64.</summary>
        public InstanceArchitecture Architecture { get; init; } = InstanceArchitecture.X64;

        /// <summary>The task's disk, in GiB, 21 to 200. Default: null, which means 20.</summary>
        public int? EphemeralStorageGiB { get; init; }
    }

    /// <summary>EC2 instances that ECS chooses and replaces itself.</summary>
    public sealed record ManagedInstances : Compatibility
    {
        /// <summary>The processors that the images are made for. Default: x86_64.</summary>
        public InstanceArchitecture Architecture { get; init; } = InstanceArchitecture.X64;
    }

    /// <summary>ECS's word for it.</summary>
    internal string Text => this switch
    {
        Fargate => "FARGATE",
        ManagedInstances => "MANAGED_INSTANCES",
        _ => "EC2",
    };

    /// <summary>Finds what a task asks for and this capacity cannot give.</summary>
    /// <param name="where">What the task belongs to, for the messages.</param>
    /// <param name="task">The task.</param>
    /// <returns>The problems, none when the task can run.</returns>
    internal IEnumerable<Problem> Problems(string where, TaskSpec task) => this switch
    {
        Fargate fargate => FargateTask.Problems(where, task, fargate),
        ManagedInstances => ManagedProblems(where, task),
        _ => [],
    };

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instances-tasks-services.html
    private static IEnumerable<Problem> ManagedProblems(string where, TaskSpec task)
    {
        if (task.NetworkMode == NetworkMode.Bridge)
        {
            yield return new Problem($"{where}.networkMode", "bridge on managed instances", "awsvpc, host", "Leave it out");
        }

        foreach (var container in task.Containers.Where(container => !container.DockerLabels.IsEmpty))
        {
            yield return new Problem($"{where}.dockerLabels", $"labels of container '{container.Name}' on managed instances", "none", "Leave them out");
        }
    }
}
