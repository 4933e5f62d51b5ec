using Pulumi.Aws.Efs.Inputs;

namespace EcsPlatform.Storage;

/// <summary>Makes access points, and says what one must be allowed to come through them.</summary>
internal static class AccessPoints
{
    /// <summary>What EFS knows of clients' rights (https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html).</summary>
    public static ImmutableArray<string> ClientActions { get; } =
        ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientRootAccess", "elasticfilesystem:ClientWrite"];

    /// <summary>Adds an access point.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="accessPoint">What it is, without problems.</param>
    /// <param name="fileSystemId">The file system.</param>
    /// <param name="options">The parent.</param>
    /// <returns>What is known of it.</returns>
    public static AccessPointOutputs Add(string name, AccessPoint accessPoint, Input<string> fileSystemId, CustomResourceOptions options)
    {
        var added = new Efs.AccessPoint(
            name,
            new Efs.AccessPointArgs
            {
                FileSystemId = fileSystemId,
                PosixUser = PosixUser(accessPoint),
                RootDirectory = new AccessPointRootDirectoryArgs
                {
                    Path = accessPoint.RootDirectory,
                    CreationInfo = new AccessPointRootDirectoryCreationInfoArgs
                    {
                        OwnerUid = accessPoint.UserId,
                        OwnerGid = accessPoint.GroupId,
                        Permissions = accessPoint.Permissions,
                    },
                },
                Tags = { ["Name"] = name },
            },
            options);
        return new AccessPointOutputs(added.Id, added.Arn);
    }

    /// <summary>The actions that belong to a right.</summary>
    /// <param name="right">The right.</param>
    /// <returns>The actions.</returns>
    public static ImmutableArray<string> Actions(FileSystemRight right) => right switch
    {
        FileSystemRight.Read => ["elasticfilesystem:ClientMount"],
        FileSystemRight.ReadWrite => ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
        FileSystemRight.Root => ClientActions,
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, "No right that is known here."),
    };

    /// <summary>The right to mount a file system through an access point, and only through it.</summary>
    /// <param name="right">What may be done there.</param>
    /// <param name="fileSystemArn">The file system's ARN.</param>
    /// <param name="accessPointArn">The access point's ARN.</param>
    /// <returns>A statement for a role's policy.</returns>
    public static PolicyStatement MountStatement(FileSystemRight right, Input<string> fileSystemArn, Input<string> accessPointArn) => new()
    {
        Actions = Actions(right),
        Resources = [fileSystemArn],
        Conditions = [new PolicyCondition("StringEquals", "elasticfilesystem:AccessPointArn", accessPointArn)],
    };

    private static AccessPointPosixUserArgs PosixUser(AccessPoint accessPoint)
    {
        var user = new AccessPointPosixUserArgs { Uid = accessPoint.UserId, Gid = accessPoint.GroupId };
        if (!accessPoint.SecondaryGroupIds.IsEmpty)
        {
            user.SecondaryGids = accessPoint.SecondaryGroupIds.Order().ToArray();
        }

        return user;
    }
}

/// <summary>What is known of an access point.</summary>
/// <param name="Id">For volumes of tasks, functions and DataSync locations.</param>
/// <param name="Arn">For policies.</param>
public sealed record AccessPointOutputs(Output<string> Id, Output<string> Arn);
