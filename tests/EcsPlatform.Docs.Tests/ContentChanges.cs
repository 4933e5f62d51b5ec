namespace EcsPlatform.Docs.Tests;

/// <summary>Changes of what tasks hold and may do.</summary>
internal static class ContentChanges
{
    private const string Volume = "Volumes = [new EfsVolume { Name = \"data\", RootDirectory = \"/data\", GroupId = 1000, UserId = ";
    private const string Mounted = "Containers = [container with { Mounts = [new MountPoint(\"data\", \"/srv\")] }]";

    /// <summary>The changes.</summary>
    public static IEnumerable<LiveChange> All => [.. Storage(), .. Rights()];

    private static IEnumerable<LiveChange> Storage() =>
    [
        LiveChange.OfWorkload(
            "storage",
            "a volume, its directory or user",
            OnVolume("1000"),
            OnVolume("1001"),
            "ecs.Service update, ecs.TaskDefinition replace, efs.AccessPoint replace, iam.RolePolicy update"),
        LiveChange.OfWorkload(
            "storage",
            "`Permissions`",
            OnVolume("1000"),
            OnVolume("1000, Permissions = \"700\""),
            "ecs.Service update, ecs.TaskDefinition replace, efs.AccessPoint replace, iam.RolePolicy update"),
        LiveChange.OfWorkload(
            "storage",
            "throughput, lifecycle, backup",
            OnVolume("1000"),
            OnVolume(FileSystem("ThroughputMode = new ThroughputMode.Elastic(), Backup = false")),
            "efs.BackupPolicy update, efs.FileSystem update"),
        LiveChange.OfWorkload(
            "storage",
            "`PerformanceMode`, `KmsKeyArn`",
            OnVolume("1000"),
            OnVolume(FileSystem("PerformanceMode = PerformanceMode.MaxIO")),
            "ecs.Service update, ecs.TaskDefinition replace, efs.AccessPoint replace, efs.BackupPolicy replace, " +
            "efs.FileSystem replace, efs.FileSystemPolicy replace, efs.MountTarget replace, iam.RolePolicy update"),
        LiveChange.OfWorkload(
            "storage",
            "a volume with a file system of its own goes",
            OnVolume("1000"),
            "",
            "ec2.SecurityGroup delete, ecs.Service update, ecs.TaskDefinition replace, efs.AccessPoint delete, " +
            "efs.BackupPolicy delete, efs.FileSystem delete, efs.FileSystemPolicy delete, efs.MountTarget delete, " +
            "iam.RolePolicy delete, vpc.SecurityGroupEgressRule delete, vpc.SecurityGroupIngressRule delete"),
        new(
            "storage",
            "a file, with `HashInKeys` and its key in the task",
            Config("a", hash: true),
            Config("b", hash: true),
            "ecs.Service update, ecs.TaskDefinition replace, iam.RolePolicy update, s3.BucketObjectv2 replace"),
        new(
            "storage",
            "a file, with `ContentHash` as a trigger",
            Config("a", hash: false),
            Config("b", hash: false),
            "ecs.Service update, s3.BucketObjectv2 update"),
    ];

    private static IEnumerable<LiveChange> Rights() =>
    [
        LiveChange.OfWorkload(
            "rights",
            "grants, managed policies",
            Granted("Read"),
            Granted("Write"),
            "iam.RolePolicy update"),
        LiveChange.OfWorkload(
            "rights",
            "a container's secrets or environment files",
            "",
            "Task = task with { Containers = [container with { EnvironmentFiles = [new EnvironmentFile(\"arn:aws:s3:::a\", \"a.env\")] }] }",
            "ecs.Service update, ecs.TaskDefinition replace, iam.RolePolicy update"),
        LiveChange.OfWorkload(
            "rights",
            "`ExecuteCommand`",
            Writable("false"),
            Writable("true"),
            "ecs.Service update, iam.RolePolicy create"),
    ];

    private static string OnVolume(string user) => $"Task = task with {{ {Mounted}, {Volume}{user} }}] }}";

    private static string FileSystem(string with) => $"1000, FileSystem = new VolumeFileSystem.Dedicated(new FileSystem.Create {{ {with} }})";

    private static string Writable(string exec) => $"ExecuteCommand = {exec}, Task = task with {{ Containers = [container with {{ ReadonlyRootFilesystem = false }}] }}";

    private static string Granted(string right) => $"Task = task with {{ Grants = [new BucketGrants(\"arn:aws:s3:::library\").{right}()] }}";

    private static string Config(string text, bool hash) =>
        "var files = ImmutableSortedDictionary.Create<string, ConfigFile>(StringComparer.Ordinal).Add(\"web.env\", new ConfigFile.Text(\"A=" + text + "\"));\n" +
        "var config = new ConfigObjects(\"c\", new ConfigObjectsArgs { BucketName = \"library\", Files = files, HashInKeys = " + (hash ? "true" : "false") + " });\n" +
        "new EcsWorkload(\"staging-web\", workload with { " +
        (hash
            ? "Task = task with { Containers = [container with { EnvironmentFiles = [new EnvironmentFile(config.BucketArn, config.Keys[\"web.env\"])] }] }"
            : "DeploymentTriggers = workload.DeploymentTriggers.Add(\"config\", config.ContentHash)") + " });";
}
