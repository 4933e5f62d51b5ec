using EcsPlatform.Networking;
using Pulumi.Aws.Ecs.Inputs;
using Pulumi.Aws.Efs.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>The file system, the access point and the mount targets behind one <see cref="EfsVolume"/>.</summary>
internal sealed record EfsStorage(EfsVolume Volume, Efs.FileSystem FileSystem, Efs.AccessPoint AccessPoint, ImmutableArray<Resource> MountTargets)
{
    private const int NfsPort = 2049;
    private static readonly ImmutableArray<string> ClientActions =
        ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientRootAccess", "elasticfilesystem:ClientWrite"];

    /// <summary>Adds what a volume needs.</summary>
    /// <param name="workload">The workload's name.</param>
    /// <param name="volume">The volume.</param>
    /// <param name="network">The network whose private subnets tasks run in.</param>
    /// <param name="tasks">The tasks' security group.</param>
    /// <param name="parent">The workload component.</param>
    /// <returns>What was added.</returns>
    public static EfsStorage Add(string workload, EfsVolume volume, BaseNetwork network, Ec2.SecurityGroup tasks, Resource parent)
    {
        var name = $"{workload}-{volume.Name}";
        var children = new CustomResourceOptions { Parent = parent };
        var fileSystem = AddFileSystem(name, volume, parent);
        AddPolicies(name, fileSystem, children);
        var accessPoint = AddAccessPoint(name, volume, fileSystem, children);
        var securityGroup = SecurityGroups.Add($"{name}-efs", $"File system {name}", network, InternetEgress.None, children);
        SecurityGroups.Open($"{name}-nfs", $"NFS from tasks of {workload}", tasks.Id, securityGroup.Id, NfsPort, children);
        var mountTargets = network.AvailabilityZones.Select((zone, i) => (Resource)new Efs.MountTarget(
            $"{name}-{zone}",
            new Efs.MountTargetArgs
            {
                FileSystemId = fileSystem.Id,
                SubnetId = network.PrivateSubnetIds.GetAt(i),
                SecurityGroups = { securityGroup.Id },
            },
            children));
        return new EfsStorage(volume, fileSystem, accessPoint, [.. mountTargets]);
    }

    /// <summary>The volume as a task definition names it: through the access point, encrypted, with the task role's rights.</summary>
    /// <returns>The arguments.</returns>
    public TaskDefinitionVolumeArgs ToTaskVolume() => new()
    {
        Name = Volume.Name,
        EfsVolumeConfiguration = new TaskDefinitionVolumeEfsVolumeConfigurationArgs
        {
            FileSystemId = FileSystem.Id,
            TransitEncryption = "ENABLED",
            AuthorizationConfig = new TaskDefinitionVolumeEfsVolumeConfigurationAuthorizationConfigArgs
            {
                AccessPointId = AccessPoint.Id,
                Iam = "ENABLED",
            },
        },
    };

    /// <summary>The right to mount the file system through the access point, and only through it.</summary>
    /// <param name="task">The task: what no container mounts for writing may not be written.</param>
    /// <returns>A statement for the task role.</returns>
    public PolicyStatement MountStatement(TaskSpec task) => new()
    {
        Actions = task.Writes(Volume) ? ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"] : ["elasticfilesystem:ClientMount"],
        Resources = [FileSystem.Arn],
        Conditions = [new PolicyCondition("StringEquals", "elasticfilesystem:AccessPointArn", AccessPoint.Arn)],
    };

    private static Efs.FileSystem AddFileSystem(string name, EfsVolume volume, Resource parent) => new(
        name,
        new Efs.FileSystemArgs
        {
            Encrypted = true,
            LifecyclePolicies =
            {
                new FileSystemLifecyclePolicyArgs { TransitionToIa = "AFTER_30_DAYS" },
                new FileSystemLifecyclePolicyArgs { TransitionToPrimaryStorageClass = "AFTER_1_ACCESS" },
            },
            Tags = { ["Name"] = name },
        },
        new CustomResourceOptions { Parent = parent, Protect = volume.Protect });

    private static void AddPolicies(string name, Efs.FileSystem fileSystem, CustomResourceOptions options)
    {
        _ = new Efs.BackupPolicy(
            name,
            new Efs.BackupPolicyArgs
            {
                FileSystemId = fileSystem.Id,
                BackupPolicyDetails = new BackupPolicyBackupPolicyArgs { Status = "ENABLED" },
            },
            options);
        _ = new Efs.FileSystemPolicy(
            name,
            new Efs.FileSystemPolicyArgs
            {
                FileSystemId = fileSystem.Id,
                Policy = PolicyDocument.Json(
                    Refuse("aws:SecureTransport", fileSystem), Refuse("elasticfilesystem:AccessedViaMountTarget", fileSystem)),
            },
            options);
    }

    private static PolicyStatement Refuse(string unless, Efs.FileSystem fileSystem) => new()
    {
        Deny = true,
        Everybody = true,
        Actions = ClientActions,
        Resources = [fileSystem.Arn],
        Conditions = [new PolicyCondition("Bool", unless, "false")],
    };

    private static Efs.AccessPoint AddAccessPoint(string name, EfsVolume volume, Efs.FileSystem fileSystem, CustomResourceOptions options) => new(
        name,
        new Efs.AccessPointArgs
        {
            FileSystemId = fileSystem.Id,
            PosixUser = new AccessPointPosixUserArgs { Uid = volume.UserId, Gid = volume.GroupId },
            RootDirectory = new AccessPointRootDirectoryArgs
            {
                Path = volume.RootDirectory,
                CreationInfo = new AccessPointRootDirectoryCreationInfoArgs
                {
                    OwnerUid = volume.UserId,
                    OwnerGid = volume.GroupId,
                    Permissions = volume.Permissions,
                },
            },
            Tags = { ["Name"] = name },
        },
        options);
}
