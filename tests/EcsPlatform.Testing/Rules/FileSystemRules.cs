using EcsPlatform.Plans;

namespace EcsPlatform.Testing.Rules;

/// <summary>Rules for file systems on EFS.</summary>
public static class FileSystemRules
{
    private const string FileSystem = "aws:efs/fileSystem:FileSystem";
    private const string MountTarget = "aws:efs/mountTarget:MountTarget";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const double Nfs = 2049;

    /// <summary>The rules.</summary>
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        PlanRule.Each("EFS-01", FileSystem, fileSystem => fileSystem.IsOn("encrypted")),
        PlanRule.Each("EFS-02", FileSystem, (fileSystem, plan) => plan.All("aws:efs/backupPolicy:BackupPolicy").Any(
            backup => backup.Names("fileSystemId", fileSystem) && backup.Value("backupPolicy.status") == "ENABLED")),
        PlanRule.Each("EFS-03", "aws:efs/accessPoint:AccessPoint", point =>
            point.Value("rootDirectory.path") is { } path && path != "/" && point.Amount("posixUser.uid") > 0),
        PlanRule.Each("EFS-04", FileSystem, (fileSystem, plan) =>
            ReachedInEachZone(fileSystem, plan) && TargetsOf(fileSystem, plan).All(target => IsForGroupsOnly(target, plan))),
        PlanRule.Each("EFS-05", FileSystem, (fileSystem, plan) => plan.All("aws:efs/fileSystemPolicy:FileSystemPolicy").Any(
            policy => policy.Names("fileSystemId", fileSystem)
                && policy.Demands("aws:SecureTransport")
                && policy.Demands("elasticfilesystem:AccessedViaMountTarget"))),
        PlanRule.Each("EFS-06", FileSystem, fileSystem => fileSystem.Protect || fileSystem.RetainOnDelete),
    ];

    private static IEnumerable<PlannedResource> TargetsOf(PlannedResource fileSystem, Plan plan) =>
        plan.All(MountTarget).Where(target => target.Names("fileSystemId", fileSystem));

    // Subnets of others are not in the plan.
    private static bool ReachedInEachZone(PlannedResource fileSystem, Plan plan)
    {
        var subnets = TargetsOf(fileSystem, plan)
            .Select(target => plan.All(Subnet).FirstOrDefault(subnet => target.Names("subnetId", subnet))).OfType<PlannedResource>().ToList();
        var vpcs = subnets.Select(subnet => subnet.Value("vpcId")).ToHashSet();
        var zones = plan.All(Subnet).Where(subnet => IsPrivate(subnet) && vpcs.Contains(subnet.Value("vpcId")))
            .Select(subnet => subnet.Value("availabilityZone"));
        return TargetsOf(fileSystem, plan).Any()
            && subnets.All(IsPrivate)
            && subnets.Select(subnet => subnet.Value("availabilityZone")).Order().SequenceEqual(zones.Distinct().Order());
    }

    private static bool IsPrivate(PlannedResource subnet) => subnet.Value("tags.SubnetType")?.ToLowerInvariant() != "public";

    private static bool IsForGroupsOnly(PlannedResource target, Plan plan) => plan.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
        .Where(rule => target.Items("securityGroups").Any(group => group is PropertyValue.Text text && text.Value == rule.Value("securityGroupId")))
        .All(rule => rule.Value("referencedSecurityGroupId") is not null && rule.Amount("fromPort") == Nfs && rule.Amount("toPort") == Nfs);
}
