using EcsPlatform.Networking;

namespace EcsPlatform.Storage;

/// <summary>
/// A file system that several clients share, each through an access point of its own: with mount targets in the network's zones,
/// a policy, a backup and the ways in.
/// </summary>
public sealed class EfsFileSystem : ComponentResource
{
    private readonly FileSystemOutputs outputs;
    private readonly HashSet<Output<string>> clients = new(ReferenceEqualityComparer.Instance);

    /// <summary>Creates or adopts the file system.</summary>
    /// <param name="name">The name, which its resources' names begin with.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public EfsFileSystem(string name, EfsFileSystemArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:storage:EfsFileSystem", name, options)
    {
        InvalidArgsException.ThrowIfAny($"EfsFileSystem '{name}'", args.Problems(name));
        Name = name;
        Network = args.Network;
        Source = args.FileSystem;
        var children = new CustomResourceOptions { Parent = this };

        outputs = FileSystems.Add(name, args.FileSystem, args.Network, args.Subnets, this);
        AccessPoints = args.AccessPoints.ToImmutableSortedDictionary(
            point => point.Key, point => Storage.AccessPoints.Add($"{name}-{point.Key}", point.Value, outputs.Id, children), StringComparer.Ordinal);
        if (args.FileSystem is FileSystem.Create create)
        {
            FileSystems.AddPolicy(name, create, outputs, [.. args.Grants.Select(grant => (grant, AccessPoints[grant.AccessPoint].Arn))], children);
        }

        foreach (var (client, group) in args.Clients)
        {
            clients.Add(group);
            FileSystems.Open($"{name}-{client}-nfs", client, group, outputs, children);
        }

        FileSystemId = outputs.Id;
        Arn = outputs.Arn;
        SecurityGroupId = outputs.SecurityGroupId;
        RegisterOutputs();
    }

    /// <summary>The name that it was given.</summary>
    public string Name { get; }

    /// <summary>The network that it is reached from.</summary>
    public BaseNetwork Network { get; }

    /// <summary>The declared access points, by name.</summary>
    public ImmutableSortedDictionary<string, AccessPointOutputs> AccessPoints { get; }

    /// <summary>The mount targets that were made here: a client must come after them.</summary>
    public ImmutableArray<Resource> MountTargets => outputs.MountTargets;

    /// <summary>The file system's id.</summary>
    [Output("fileSystemId")]
    public Output<string> FileSystemId { get; private set; }

    /// <summary>The file system's ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The security group of its mount targets.</summary>
    [Output("securityGroupId")]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>The file system as parts of clients take it.</summary>
    internal FileSystemOutputs Outputs => outputs;

    /// <summary>Where it comes from.</summary>
    internal FileSystem Source { get; }

    /// <summary>Tells whether a way from clients is still to be opened, for EC2 refuses a rule that is there.</summary>
    /// <param name="group">Their security group's id, the same output each time: what it holds is known to AWS alone.</param>
    /// <returns>True the first time.</returns>
    internal bool Admit(Output<string> group) => clients.Add(group);
}
