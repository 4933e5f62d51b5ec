using Pulumi.Aws.Ec2.Inputs;

namespace EcsPlatform.Clusters;

/// <summary>The launch template of a group of instances.</summary>
internal static class InstanceTemplate
{
    private const string RootDevice = "/dev/xvda";

    /// <summary>Adds the launch template.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="capacity">What the instances are.</param>
    /// <param name="clusterName">The cluster that they join.</param>
    /// <param name="profile">Their role.</param>
    /// <param name="securityGroup">Their security group.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The template.</returns>
    public static Ec2.LaunchTemplate Add(
        string name,
        InstanceCapacity capacity,
        Output<string> clusterName,
        Iam.InstanceProfile profile,
        Ec2.SecurityGroup securityGroup,
        CustomResourceOptions options)
    {
        var tags = capacity.InstanceTags.Add("Name", name).ToImmutableDictionary();
        return new Ec2.LaunchTemplate(
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
                Monitoring = new LaunchTemplateMonitoringArgs { Enabled = capacity.DetailedMonitoring },
                BlockDeviceMappings = { new LaunchTemplateBlockDeviceMappingArgs { DeviceName = RootDevice, Ebs = RootVolume(capacity) } },
                TagSpecifications =
                {
                    new LaunchTemplateTagSpecificationArgs { ResourceType = "instance", Tags = tags },
                    new LaunchTemplateTagSpecificationArgs { ResourceType = "volume", Tags = tags },
                },
                UserData = clusterName.Apply(
                    cluster => UserData.Encode(UserData.Script(cluster, capacity.ReservedMemoryMiB, capacity.Agent, capacity.UsesSpot))),
            },
            options);
    }

    private static LaunchTemplateBlockDeviceMappingEbsArgs RootVolume(InstanceCapacity capacity) => new()
    {
        VolumeType = "gp3",
        VolumeSize = capacity.RootVolumeGiB,
        Encrypted = "true",
        KmsKeyId = capacity.RootVolumeKeyArn,
        DeleteOnTermination = "true",
    };
}
