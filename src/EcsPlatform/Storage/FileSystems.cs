using EcsPlatform.Networking;
using Pulumi.Aws.Efs.Inputs;

namespace EcsPlatform.Storage;

/// <summary>Makes file systems with all that one needs to reach them, or finds them.</summary>
internal static class FileSystems
{
    /// <summary>The port of mount targets.</summary>
    public const int NfsPort = 2049;

    /// <summary>Adds a file system, its security group and its mount targets; for one that exists, the mount targets that it lacks.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="source">Where it comes from, without problems.</param>
    /// <param name="network">The network.</param>
    /// <param name="subnets">The subnets of its mount targets.</param>
    /// <param name="parent">What it belongs to.</param>
    /// <returns>What is known of it.</returns>
    public static FileSystemOutputs Add(string name, FileSystem source, BaseNetwork network, MountTargetSubnets subnets, Resource parent)
    {
        var children = new CustomResourceOptions { Parent = parent };
        switch (source)
        {
            case FileSystem.Create create:
                var created = AddFileSystem(name, create, parent);
                _ = new Efs.BackupPolicy(
                    name,
                    new Efs.BackupPolicyArgs
                    {
                        FileSystemId = created.Id,
                        BackupPolicyDetails = new BackupPolicyBackupPolicyArgs { Status = create.Backup ? "ENABLED" : "DISABLED" },
                    },
                    children);
                var group = SecurityGroups.Add($"{name}-efs", $"File system {name}", network, InternetEgress.None, children);
                return new FileSystemOutputs(
                    created.Id, created.Arn, group.Id, AddMountTargets(name, created.Id, group.Id, subnets.In(network), children));
            case FileSystem.Adopt adopt:
                var found = Efs.FileSystem.Get(name, adopt.FileSystemId, options: children);
                var missing = subnets.In(network)
                    .Where(subnet => adopt.AddMountTargets && !adopt.MountTargetZones.Contains(subnet.Zone, StringComparer.Ordinal));
                return new FileSystemOutputs(
                    found.Id,
                    Output.Create(ArnOf(adopt.FileSystemId, network.Account)),
                    Output.Create(adopt.SecurityGroupId),
                    AddMountTargets(name, adopt.FileSystemId, adopt.SecurityGroupId, missing, children));
            default:
                throw new ArgumentException($"{source.GetType().Name} is no file system that is known here.", nameof(source));
        }
    }

    /// <summary>
    /// Adds the policy of a new file system. As soon as there is one, nobody may do anything without being allowed to, which includes
    /// anonymous clients and root (https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html).
    /// </summary>
    /// <param name="name">The file system's logical name.</param>
    /// <param name="create">The file system.</param>
    /// <param name="fileSystem">What is known of it.</param>
    /// <param name="grants">The rights that it gives, each with its access point's ARN.</param>
    /// <param name="options">The parent.</param>
    public static void AddPolicy(
        string name,
        FileSystem.Create create,
        FileSystemOutputs fileSystem,
        ImmutableArray<(AccessPointGrant Grant, Output<string> AccessPointArn)> grants,
        CustomResourceOptions options) => _ = new Efs.FileSystemPolicy(
        name,
        new Efs.FileSystemPolicyArgs
        {
            FileSystemId = fileSystem.Id,
            Policy = PolicyDocument.Json(
            [
                Refuse("Bool", "aws:SecureTransport", "false", fileSystem.Arn),
                Refuse("Bool", "elasticfilesystem:AccessedViaMountTarget", "false", fileSystem.Arn),
                .. create.OnlyThroughAccessPoints
                    ? [Refuse("Null", "elasticfilesystem:AccessPointArn", "true", fileSystem.Arn)]
                    : Array.Empty<PolicyStatement>(),
                .. grants.Select(grant => AccessPoints.MountStatement(grant.Grant.Right, fileSystem.Arn, grant.AccessPointArn) with
                {
                    Principals = [grant.Grant.Principal],
                }),
            ]),
        },
        options);

    /// <summary>Opens the way from clients to the mount targets.</summary>
    /// <param name="name">The rules' name.</param>
    /// <param name="description">Who the clients are.</param>
    /// <param name="clients">The clients' security group.</param>
    /// <param name="fileSystem">The file system.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The rules: what mounts as soon as it is there must come after them.</returns>
    public static ImmutableArray<Resource> Open(
        string name, string description, Input<string> clients, FileSystemOutputs fileSystem, CustomResourceOptions options) =>
        SecurityGroups.Open(name, $"NFS from {description}", clients, fileSystem.SecurityGroupId, NfsPort, options);

    private static string ArnOf(string fileSystemId, AwsAccount account) =>
        new Arn("aws", "elasticfilesystem", account.Region, account.Id, $"file-system/{fileSystemId}").ToString();

    private static PolicyStatement Refuse(string operation, string key, string value, Output<string> arn) => new()
    {
        Deny = true,
        Everybody = true,
        Actions = AccessPoints.ClientActions,
        Resources = [arn],
        Conditions = [new PolicyCondition(operation, key, value)],
    };

    private static Efs.FileSystem AddFileSystem(string name, FileSystem.Create create, Resource parent)
    {
        var args = new Efs.FileSystemArgs
        {
            Encrypted = true,
            KmsKeyId = create.KmsKeyArn,
            LifecyclePolicies = create.Lifecycle.ToPolicies(),
            Tags = { ["Name"] = name },
        };

        // General purpose and bursting are what EFS takes when nothing is said.
        if (create.PerformanceMode == PerformanceMode.MaxIO)
        {
            args.PerformanceMode = "maxIO";
        }

        if (create.ThroughputMode is ThroughputMode.Elastic)
        {
            args.ThroughputMode = "elastic";
        }
        else if (create.ThroughputMode is ThroughputMode.Provisioned provisioned)
        {
            args.ThroughputMode = "provisioned";
            args.ProvisionedThroughputInMibps = provisioned.MiBPerSecond;
        }

        return new Efs.FileSystem(ResourceName.AutoNamed(name, ResourceNameKind.FileSystem), args, new CustomResourceOptions { Parent = parent, Protect = create.Protect });
    }

    private static ImmutableArray<Resource> AddMountTargets(
        string name,
        Input<string> fileSystemId,
        Input<string> securityGroupId,
        IEnumerable<(string Zone, Input<string> SubnetId)> subnets,
        CustomResourceOptions options) =>
    [
        .. subnets.Select(subnet => new Efs.MountTarget(
            $"{name}-{subnet.Zone}",
            new Efs.MountTargetArgs { FileSystemId = fileSystemId, SubnetId = subnet.SubnetId, SecurityGroups = { securityGroupId } },
            options)),
    ];
}

/// <summary>What is known of a file system, whether it was created or adopted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="SecurityGroupId">The security group of its mount targets.</param>
/// <param name="MountTargets">The mount targets that were made here: clients must come after them.</param>
internal sealed record FileSystemOutputs(Output<string> Id, Output<string> Arn, Output<string> SecurityGroupId, ImmutableArray<Resource> MountTargets);
