using System.Text.RegularExpressions;
using EcsPlatform.Storage;
using Pulumi.Aws.Lambda.Inputs;

namespace EcsPlatform.Functions;

/// <summary>
/// A directory of a file system on EFS in a function's own, through an access point
/// (https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html).
/// </summary>
/// <param name="FileSystem">The file system, in the function's network.</param>
/// <param name="AccessPoint">The name of one of its access points.</param>
/// <param name="MountPath">Where the function sees it: <c>/mnt/</c> and a name, 160 characters at most.</param>
public sealed partial record FileSystemMount(EfsFileSystem FileSystem, string AccessPoint, string MountPath)
{
    /// <summary>What the function may do there. Default: read and write.</summary>
    public FileSystemRight Right { get; init; } = FileSystemRight.ReadWrite;

    /// <summary>The access point's ARN.</summary>
    internal Output<string> AccessPointArn => FileSystem.AccessPoints[AccessPoint].Arn;

    /// <summary>Finds what is wrong with this mount.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="vpc">Where the function is.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> Problems(string where, FunctionVpc? vpc)
    {
        if (vpc is null)
        {
            yield return new Problem($"{where}.vpc", "none", "the file system's network", "Place the function in the VPC");
        }
        else if (vpc.Network != FileSystem.Network)
        {
            yield return new Problem(where, $"'{FileSystem.Name}' in another network", "a file system in the function's network", "Mount one that the function reaches");
        }

        foreach (var problem in Storage.AccessPoint.UnknownProblems(where, AccessPoint, FileSystem.AccessPoints.Keys))
        {
            yield return problem;
        }

        // https://docs.aws.amazon.com/lambda/latest/api/API_FileSystemConfig.html
        if (MountPath.Length > 160 || !PathPattern().IsMatch(MountPath))
        {
            yield return new Problem($"{where}.mountPath", $"'{MountPath}'", "/mnt/ and letters, digits and _ . -, 160 characters", "Choose a directory below /mnt");
        }
    }

    /// <summary>Opens the way from the function to the file system.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="groupId">The function's security group.</param>
    /// <param name="options">The parent.</param>
    /// <returns>What the function must come after: the rules and the mount targets.</returns>
    internal ImmutableArray<Resource> Open(string name, Output<string> groupId, CustomResourceOptions options) =>
        [
            .. FileSystems.Open($"{name}-{FileSystem.Name}-nfs", $"function {name}", groupId, FileSystem.Outputs, options),
            .. FileSystem.MountTargets,
        ];

    /// <summary>The mount as a function has it.</summary>
    /// <returns>The arguments.</returns>
    internal FunctionFileSystemConfigArgs ToConfig() => new() { Arn = AccessPointArn, LocalMountPath = MountPath };

    /// <summary>The right to mount it, through the access point only.</summary>
    /// <returns>A statement for the function's role.</returns>
    internal PolicyStatement Statement() => AccessPoints.MountStatement(Right, FileSystem.Arn, AccessPointArn);

    [GeneratedRegex(@"\A/mnt/[A-Za-z0-9_.-]+\z")]
    private static partial Regex PathPattern();
}
