using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Aws;

/// <summary>Elastic File System.</summary>
internal static class FileSystemAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:efs/fileSystem:FileSystem"] = system => system
            .Identify(system.Ec2Id("fs")).Arn("elasticfilesystem", $"file-system/{system.Id}").Tags()
            .Set("dnsName", DnsName(system, system.Id)).Set("ownerId", system.Scope.AccountId)
            .Set("name", system.Inputs.Entries("tags").Text("Name")).Set("numberOfMountTargets", 0d)
            .Set("sizeInBytes", List([Map(("value", 6144d), ("valueInIa", 0d), ("valueInStandard", 6144d))]))
            .Empty("availabilityZoneId", "availabilityZoneName").Default("encrypted", false)
            .Default("performanceMode", "generalPurpose").Default("throughputMode", "bursting")
            .Default("creationToken", $"terraform-{FakeIdentifiers.Digits(26, system.Seed("token"))}"),
        // Only AWS knows which zone a subnet is in.
        ["aws:efs/mountTarget:MountTarget"] = target => target
            .Identify(target.Ec2Id("fsmt")).Set("ownerId", target.Scope.AccountId).Set("networkInterfaceId", target.Ec2Id("eni"))
            .Set("fileSystemArn", FileSystemArn(target)).Set("dnsName", DnsName(target, target.Text("fileSystemId")))
            .Empty("availabilityZoneId", "availabilityZoneName", "mountTargetDnsName").Default("securityGroups", NoItems),
        ["aws:efs/accessPoint:AccessPoint"] = point => point
            .Identify(point.Ec2Id("fsap")).Arn("elasticfilesystem", $"access-point/{point.Id}").Tags()
            .Set("fileSystemArn", FileSystemArn(point)).Set("ownerId", point.Scope.AccountId),
        ["aws:efs/backupPolicy:BackupPolicy"] = policy => policy.Identify(policy.Text("fileSystemId")),
        ["aws:efs/fileSystemPolicy:FileSystemPolicy"] = policy => policy.Identify(policy.Text("fileSystemId")),
        ["aws:efs/replicationConfiguration:ReplicationConfiguration"] = replication => replication
            .Identify(replication.Text("sourceFileSystemId")).Set("creationTime", FakeIdentifiers.Timestamp)
            .Set("sourceFileSystemRegion", replication.Scope.Region)
            .Set("sourceFileSystemArn", replication.Scope.Arn("elasticfilesystem", $"file-system/{replication.Id}"))
            .Set("originalSourceFileSystemArn", replication.Scope.Arn("elasticfilesystem", $"file-system/{replication.Id}")),
    };

    private static string FileSystemArn(AnswerDraft draft) =>
        draft.Scope.Arn("elasticfilesystem", $"file-system/{draft.Text("fileSystemId")}");

    private static string DnsName(AnswerDraft draft, string fileSystemId) =>
        $"{fileSystemId}.efs.{draft.Scope.Region}.{draft.Scope.DnsSuffix}";
}
