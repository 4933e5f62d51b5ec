using System.Text.Json;
using Pulumi.Aws.Ecs.Inputs;
using CloudWatch = Pulumi.Aws.CloudWatch;
using Ecs = Pulumi.Aws.Ecs;
using Iam = Pulumi.Aws.Iam;
using LB = Pulumi.Aws.LB;

namespace EcsPlatform.Benchmarks;

/// <summary>A stack of any size: services that share a cluster, five resources each.</summary>
internal static class LargeStack
{
    private const int ResourcesPerService = 5;

    /// <summary>Registers the resources.</summary>
    /// <param name="resources">How many, about.</param>
    /// <param name="digest">The images' digest.</param>
    public static void Deploy(int resources, string digest)
    {
        var cluster = new Ecs.Cluster("large");
        for (var i = 0; i < resources / ResourcesPerService; i++)
        {
            AddService($"service-{i}", cluster, digest);
        }
    }

    private static void AddService(string name, Ecs.Cluster cluster, string digest)
    {
        var logs = new CloudWatch.LogGroup(name, new CloudWatch.LogGroupArgs { RetentionInDays = 30 });
        var role = new Iam.Role(name, new Iam.RoleArgs { AssumeRolePolicy = """{"Version":"2012-10-17","Statement":[]}""" });
        var target = new LB.TargetGroup(name, new LB.TargetGroupArgs { Port = 8080, Protocol = "HTTP", TargetType = "ip" });
        var task = new Ecs.TaskDefinition(
            name,
            new Ecs.TaskDefinitionArgs
            {
                Family = name,
                ExecutionRoleArn = role.Arn,
                ContainerDefinitions = logs.Name.Apply(group => JsonSerializer.Serialize(new[]
                {
                    new { name = "web", image = $"library/{name}@sha256:{digest}", memory = 512, environment = new[] { new { name = "LOG_GROUP", value = group } } },
                })),
            });
        _ = new Ecs.Service(
            name,
            new Ecs.ServiceArgs
            {
                Cluster = cluster.Arn,
                TaskDefinition = task.Arn,
                DesiredCount = 2,
                LoadBalancers = { new ServiceLoadBalancerArgs { TargetGroupArn = target.Arn, ContainerName = "web", ContainerPort = 8080 } },
            });
    }
}
