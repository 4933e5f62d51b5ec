using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Aws;

/// <summary>Clusters, task definitions, services and capacity providers.</summary>
internal static class EcsAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:ecs/cluster:Cluster"] = cluster => cluster
            .Named().Arn("ecs", $"cluster/{cluster.Text("name")}").IdIsArn().Tags()
            .Default("settings", List([Map(("name", "containerInsights"), ("value", "disabled"))])),
        ["aws:ecs/clusterCapacityProviders:ClusterCapacityProviders"] = providers => providers.Identify(providers.Text("clusterName")),
        ["aws:ecs/capacityProvider:CapacityProvider"] = provider => provider
            .Named().Arn("ecs", $"capacity-provider/{provider.Text("name")}").IdIsArn().Tags(),
        ["aws:ecs/taskDefinition:TaskDefinition"] = definition => definition
            .Identify(definition.Text("family")).Set("revision", Revision(definition)).Tags()
            .Set("arnWithoutRevision", definition.Scope.Arn("ecs", $"task-definition/{definition.Id}"))
            .Arn("ecs", $"task-definition/{definition.Id}:{Revision(definition):0}")
            .Default("networkMode", "bridge").Default("skipDestroy", false).Default("enableFaultInjection", false),
        ["aws:ecs/service:Service"] = service => service
            .Named().Arn("ecs", $"service/{ClusterName(service)}/{service.Text("name")}").IdIsArn().Tags()
            .Default("cluster", service.Scope.Arn("ecs", "cluster/default"))
            .Default("launchType", service.Inputs.Items("capacityProviderStrategies").IsEmpty ? "EC2" : "")
            .Default("deploymentMaximumPercent", 200d).Default("deploymentMinimumHealthyPercent", 100d)
            .Default("enableEcsManagedTags", false).Default("enableExecuteCommand", false).Default("schedulingStrategy", "REPLICA")
            .Default("triggers", NoEntries).Empty("platformVersion", "iamRole"),
        ["aws:ecs/taskSet:TaskSet"] = set => set
            .Set("taskSetId", $"ecs-svc/{FakeIdentifiers.Digits(19, set.Seed())}").Tags()
            .Identify($"{set.Text("taskSetId")},{set.Text("service")},{set.Text("cluster")}")
            .Arn("ecs", $"task-set/{ClusterName(set)}/{Last(set.Text("service"))}/{set.Text("taskSetId")}")
            .Set("status", "ACTIVE").Set("stabilityStatus", "STEADY_STATE"),
        ["aws:ecs/expressGatewayService:ExpressGatewayService"] = service => service
            .Named(255, "serviceName").Set("serviceArn", service.Scope.Arn("ecs", $"service/{ServicePath(service)}"))
            .Identify(service.Text("serviceArn")).Tags().Set("ingressPaths", NoItems).Empty("currentDeployment")
            .Set("serviceRevisionArn", service.Scope.Arn(
                "ecs", $"service-revision/{ServicePath(service)}/{FakeIdentifiers.Digits(19, service.ContentSeed("tags"))}")),
        ["aws:ecs/accountSettingDefault:AccountSettingDefault"] = setting => setting
            .IdIsName().Set("principalArn", setting.Scope.GlobalArn("iam", "root")),
        ["aws:ecs/tag:Tag"] = tag => tag.Identify($"{tag.Text("resourceArn")},{tag.Text("key")}"),
    };

    // All inputs but tags replace a task definition: the identity alone tells one revision from the next.
    private static double Revision(AnswerDraft definition) => FakeIdentifiers.Counter(definition.Seed("revision"));

    private static string ClusterName(AnswerDraft draft) => draft.Text("cluster") is { Length: > 0 } cluster ? Last(cluster) : "default";

    private static string ServicePath(AnswerDraft service) => $"{ClusterName(service)}/{service.Text("serviceName")}";

    private static string Last(string arnOrName) => arnOrName[(arnOrName.LastIndexOf('/') + 1)..];
}
