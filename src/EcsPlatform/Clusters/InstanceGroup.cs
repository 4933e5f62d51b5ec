using System.Globalization;
using EcsPlatform.Networking;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.Ec2.Inputs;

namespace EcsPlatform.Clusters;

/// <summary>The launch template and the Auto Scaling group of a cluster.</summary>
internal static class InstanceGroup
{
    private const string RootDevice = "/dev/xvda";

    // Room for the agent to start and register before EC2's verdict counts.
    private const int HealthCheckGraceSeconds = 600;

    /// <summary>Adds the launch template.</summary>
    /// <param name="name">The cluster's name.</param>
    /// <param name="capacity">What the instances are.</param>
    /// <param name="clusterName">The cluster that they join.</param>
    /// <param name="profile">Their role.</param>
    /// <param name="securityGroup">Their security group.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The template.</returns>
    public static Ec2.LaunchTemplate AddTemplate(
        string name,
        InstanceCapacity capacity,
        Output<string> clusterName,
        Iam.InstanceProfile profile,
        Ec2.SecurityGroup securityGroup,
        CustomResourceOptions options) => new(
        name,
        new Ec2.LaunchTemplateArgs
        {
            Description = $"ECS instances of {name}, {capacity.Image.Name}",
            ImageId = capacity.Image.Id,
            InstanceType = capacity.InstanceType,
            UpdateDefaultVersion = true,
            IamInstanceProfile = new LaunchTemplateIamInstanceProfileArgs { Arn = profile.Arn },
            VpcSecurityGroupIds = { securityGroup.Id },
            MetadataOptions = new LaunchTemplateMetadataOptionsArgs
            {
                HttpEndpoint = "enabled",
                HttpTokens = "required",
                HttpPutResponseHopLimit = 1,
            },
            Monitoring = new LaunchTemplateMonitoringArgs { Enabled = true },
            BlockDeviceMappings =
            {
                new LaunchTemplateBlockDeviceMappingArgs
                {
                    DeviceName = RootDevice,
                    Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs
                    {
                        VolumeType = "gp3",
                        VolumeSize = capacity.RootVolumeGiB,
                        Encrypted = "true",
                        DeleteOnTermination = "true",
                    },
                },
            },
            TagSpecifications =
            {
                new LaunchTemplateTagSpecificationArgs { ResourceType = "instance", Tags = { ["Name"] = name } },
                new LaunchTemplateTagSpecificationArgs { ResourceType = "volume", Tags = { ["Name"] = name } },
            },
            UserData = clusterName.Apply(cluster => UserData.Encode(UserData.Script(cluster, capacity.ReservedMemoryMiB))),
        },
        options);

    /// <summary>Adds the Auto Scaling group.</summary>
    /// <param name="name">The cluster's name.</param>
    /// <param name="capacity">How many instances.</param>
    /// <param name="network">Where they run.</param>
    /// <param name="template">What they are.</param>
    /// <param name="parent">The cluster component.</param>
    /// <returns>The group.</returns>
    public static AutoScaling.Group AddGroup(
        string name, InstanceCapacity capacity, BaseNetwork network, Ec2.LaunchTemplate template, Resource parent) => new(
        name,
        new AutoScaling.GroupArgs
        {
            MinSize = capacity.MinSize,
            MaxSize = capacity.MaxSize,
            DesiredCapacity = capacity.DesiredCapacity,
            VpcZoneIdentifiers = network.PrivateSubnetIds,
            LaunchTemplate = new GroupLaunchTemplateArgs
            {
                Id = template.Id,
                // A number: instance refresh rolls back only to a version that it can name.
                Version = template.LatestVersion.Apply(version => version.ToString(CultureInfo.InvariantCulture)),
            },
            ProtectFromScaleIn = capacity.ProtectRunningTasks,
            HealthCheckType = "EC2",
            HealthCheckGracePeriod = HealthCheckGraceSeconds,
            TerminationPolicies = { "OldestLaunchTemplate" },
            EnabledMetrics = { AutoScaling.Metric.GroupInServiceInstances, AutoScaling.Metric.GroupTotalInstances },
            MetricsGranularity = AutoScaling.MetricsGranularity.OneMinute,
            InstanceRefresh = new GroupInstanceRefreshArgs
            {
                Strategy = "Rolling",
                Preferences = new GroupInstanceRefreshPreferencesArgs
                {
                    MinHealthyPercentage = 100,
                    MaxHealthyPercentage = 150,
                    AutoRollback = true,
                    SkipMatching = true,
                    ScaleInProtectedInstances = "Refresh",
                },
            },
            Tags =
            {
                Tag("Name", name),
                // ECS looks for this tag; without it the next update would take managed scaling away.
                Tag("AmazonECSManaged", "true"),
            },
        },
        new CustomResourceOptions { Parent = parent, IgnoreChanges = { "desiredCapacity" } });

    private static GroupTagArgs Tag(string key, string value) => new() { Key = key, Value = value, PropagateAtLaunch = true };
}
