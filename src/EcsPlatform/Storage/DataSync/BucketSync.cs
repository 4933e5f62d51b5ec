using EcsPlatform.Networking;
using Pulumi.Aws.DataSync.Inputs;

namespace EcsPlatform.Storage;

/// <summary>
/// Copies objects of a bucket to a file system on EFS with AWS DataSync: one location on either side, and a task for each choice of objects,
/// which somebody starts or a schedule.
/// </summary>
public sealed class BucketSync : ComponentResource
{
    /// <summary>Creates the locations and tasks.</summary>
    /// <param name="name">The name, which its resources' names begin with.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public BucketSync(string name, BucketSyncArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:storage:BucketSync", name, options)
    {
        InvalidArgsException.ThrowIfAny($"BucketSync '{name}'", args.Problems(name));
        var account = args.FileSystem.Network.Account;
        var children = new CustomResourceOptions { Parent = this };

        var (source, readers) = SyncRoles.AddReader(name, args, account, children);
        var (destination, writers) = SyncRoles.AddWriter(name, args, account, children);
        var from = new DataSync.S3Location(
            name,
            new DataSync.S3LocationArgs { S3BucketArn = args.BucketArn, Subdirectory = args.Prefix, S3Config = new S3LocationS3ConfigArgs { BucketAccessRoleArn = source } },
            new CustomResourceOptions { Parent = this, DependsOn = { readers } });
        var to = AddDestination(name, args, destination, writers);
        var logs = LogGroups.Add(name, args.Logs, account, children);
        var leave = SyncRoles.LetWriteLogs(name, logs, account, children);
        TaskArns = args.Tasks.ToImmutableSortedDictionary(
            task => task.Key,
            task => new DataSync.Task(
                $"{name}-{task.Key}",
                TaskArgs(task.Value, from, to, logs),
                new CustomResourceOptions { Parent = this, DependsOn = { leave } }).Arn,
            StringComparer.Ordinal);
        LogGroupName = logs.Name;
        RegisterOutputs();
    }

    /// <summary>The tasks' ARNs by name, to start one: <c>aws datasync start-task-execution --task-arn …</c>.</summary>
    public ImmutableSortedDictionary<string, Output<string>> TaskArns { get; }

    /// <summary>The log group that the tasks write to.</summary>
    [Output("logGroupName")]
    public Output<string> LogGroupName { get; private set; }

    private DataSync.EfsLocation AddDestination(string name, BucketSyncArgs args, Output<string> role, Resource writers)
    {
        var network = args.FileSystem.Network;
        var children = new CustomResourceOptions { Parent = this };
        var group = new Ec2.SecurityGroup(
            name, new Ec2.SecurityGroupArgs { VpcId = network.VpcId, Description = $"DataSync of {name}", Tags = { ["Name"] = name } }, children);
        var way = FileSystems.Open($"{name}-nfs", $"DataSync of {name}", group.Id, args.FileSystem.Outputs, children);
        return new DataSync.EfsLocation(
            name,
            new DataSync.EfsLocationArgs
            {
                EfsFileSystemArn = args.FileSystem.Arn,
                AccessPointArn = args.FileSystem.AccessPoints[args.AccessPoint].Arn,
                FileSystemAccessRoleArn = role,

                // An access point and a role are possible only so: https://docs.aws.amazon.com/datasync/latest/userguide/API_CreateLocationEfs.html
                InTransitEncryption = "TLS1_2",
                Ec2Config = new EfsLocationEc2ConfigArgs
                {
                    SecurityGroupArns = { group.Arn },
                    SubnetArn = network.PrivateSubnetIds.Apply(ids =>
                        new Arn("aws", "ec2", network.Account.Region, network.Account.Id, $"subnet/{ids[args.Subnet]}").ToString()),
                },
            },
            new CustomResourceOptions { Parent = this, DependsOn = [writers, .. way, .. args.FileSystem.MountTargets] });
    }

    private static DataSync.TaskArgs TaskArgs(SyncTask task, DataSync.S3Location from, DataSync.EfsLocation to, LogGroupOutputs logs)
    {
        var args = new DataSync.TaskArgs
        {
            SourceLocationArn = from.Arn,
            DestinationLocationArn = to.Arn,
            CloudwatchLogGroupArn = logs.Arn,
            Options = Options(task),
        };
        if (!task.Includes.IsEmpty)
        {
            args.Includes = new TaskIncludesArgs { FilterType = "SIMPLE_PATTERN", Value = SyncTask.Filter(task.Includes) };
        }

        if (!task.Excludes.IsEmpty)
        {
            args.Excludes = new TaskExcludesArgs { FilterType = "SIMPLE_PATTERN", Value = SyncTask.Filter(task.Excludes) };
        }

        if (task.Schedule is { } schedule)
        {
            args.Schedule = new TaskScheduleArgs { ScheduleExpression = schedule };
        }

        return args;
    }

    // Files belong to the access point's user: there is no owner and no mode to bring along from S3.
    private static TaskOptionsArgs Options(SyncTask task)
    {
        var options = new TaskOptionsArgs
        {
            Gid = "NONE",
            Uid = "NONE",
            PosixPermissions = "NONE",
            LogLevel = "TRANSFER",
            OverwriteMode = task.Overwrite ? "ALWAYS" : "NEVER",
            PreserveDeletedFiles = task.DeleteRemoved ? "REMOVE" : "PRESERVE",
            TransferMode = "CHANGED",
            VerifyMode = "ONLY_FILES_TRANSFERRED",
        };
        if (task.BytesPerSecond is { } most)
        {
            options.BytesPerSecond = most;
        }

        return options;
    }
}
