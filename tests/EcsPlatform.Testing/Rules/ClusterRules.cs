using System.Text.RegularExpressions;
using EcsPlatform.Plans;

namespace EcsPlatform.Testing.Rules;

/// <summary>Rules for clusters, capacity providers, Auto Scaling groups and launch templates.</summary>
public static partial class ClusterRules
{
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Group = "aws:autoscaling/group:Group";
    private const string Provider = "aws:ecs/capacityProvider:CapacityProvider";
    private const string Cluster = "aws:ecs/cluster:Cluster";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        PlanRule.Each("ASG-01", Template, template => template.Value("metadataOptions.httpTokens") == "required"),
        PlanRule.Each("ASG-02", Template, template => template.Amount("metadataOptions.httpPutResponseHopLimit") == 1),
        PlanRule.Each("ASG-03", Template, template => Enumerable.Range(0, template.Items("networkInterfaces").Count)
            .All(i => template.Value($"networkInterfaces.{i}.associatePublicIpAddress") != "true")),
        PlanRule.Each("ASG-04", Template, template => template.Items("blockDeviceMappings").Count > 0
            && Enumerable.Range(0, template.Items("blockDeviceMappings").Count).All(i => template.IsOn($"blockDeviceMappings.{i}.ebs.encrypted"))),
        PlanRule.Each("ASG-05", Template, template => template.IsOn("monitoring.enabled")),
        PlanRule.Each("ASG-06", Template, template => PinnedImage().IsMatch(template.Value("imageId") ?? "")),
        PlanRule.Each("ASG-07", Group, group => group.Value("launchConfiguration") is null
            && (group.Input("launchTemplate") is not null || group.Input("mixedInstancesPolicy") is not null)),
        PlanRule.Each("ASG-08", Group, group => group.Items("vpcZoneIdentifiers").Distinct().Count() >= 2),
        PlanRule.Each("ASG-10", Group, group => group.Amount("healthCheckGracePeriod") is not null
            && (group.Value("healthCheckType") == "ELB" || (group.Items("targetGroupArns").Count == 0 && group.Items("loadBalancers").Count == 0))),
        PlanRule.Each("ASG-11", Group, group => Enumerable.Range(0, group.Items("tags").Count)
            .Any(i => group.Value($"tags.{i}.key") == "AmazonECSManaged" && group.IsOn($"tags.{i}.propagateAtLaunch"))),
        PlanRule.Each("ASG-12", Group, group => group.IsOn("forceDelete") || group.Protect),
        PlanRule.Each("ASG-14", "aws:iam/instanceProfile:InstanceProfile", (profile, plan) => plan.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Any(
            attachment => attachment.Value("role") == profile.Value("role")
                && attachment.Value("policyArn") == "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore")),
        PlanRule.Each("CP-01", Provider, (provider, plan) =>
            provider.Value("autoScalingGroupProvider.managedTerminationProtection") != "ENABLED"
            || (provider.Value("autoScalingGroupProvider.managedScaling.status") == "ENABLED"
                && plan.All(Group).Any(group => provider.Names("autoScalingGroupProvider.autoScalingGroupArn", group, "arn") && group.IsOn("protectFromScaleIn")))),
        PlanRule.Each("CP-02", Provider, provider =>
            provider.Input("autoScalingGroupProvider") is null || provider.Value("autoScalingGroupProvider.managedDraining") == "ENABLED"),
        PlanRule.Each("CP-03", Provider, provider => provider.Value("name") is null && !ReservedName().IsMatch(provider.Name)),
        PlanRule.Each("CP-04", Cluster, (cluster, plan) => plan.All("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders")
            .Where(association => association.Names("clusterName", cluster, "name")).ToList() is [var only] && KnowsAll(only, cluster, plan)),
        PlanRule.Each("ECS-01", Cluster, cluster => Enumerable.Range(0, cluster.Items("settings").Count).Any(
            i => cluster.Value($"settings.{i}.name") == "containerInsights" && cluster.Value($"settings.{i}.value") is "enabled" or "enhanced")),
        PlanRule.Each("ECS-02", Cluster, cluster => cluster.Value("configuration.executeCommandConfiguration.logging") == "OVERRIDE"
            && cluster.Value("configuration.executeCommandConfiguration.logConfiguration.cloudWatchLogGroupName") is not null
            && cluster.Value("configuration.executeCommandConfiguration.kmsKeyId") is not null),
    ];

    // A service may name only what the cluster's list holds.
    private static bool KnowsAll(PlannedResource association, PlannedResource cluster, Plan plan)
    {
        var known = association.Items("capacityProviders").OfType<PropertyValue.Text>().Select(name => name.Value).ToHashSet();
        return plan.All("aws:ecs/service:Service").Where(service => service.Names("cluster", cluster, "arn"))
            .SelectMany(service => Enumerable.Range(0, service.Items("capacityProviderStrategies").Count)
                .Select(i => service.Value($"capacityProviderStrategies.{i}.capacityProvider")))
            .All(name => name is not null && known.Contains(name));
    }

    [GeneratedRegex(@"\A(?:ami-[0-9a-f]{8,17}|resolve:ssm:.+:[0-9]+)\z")]
    private static partial Regex PinnedImage();

    [GeneratedRegex(@"\A(?:aws|ecs|fargate)", RegexOptions.IgnoreCase)]
    private static partial Regex ReservedName();
}
