namespace EcsPlatform.Preview.Aws;

/// <summary>Launch templates, instances and volumes.</summary>
internal static class InstanceAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:ec2/launchTemplate:LaunchTemplate"] = template => template
            .Identify(template.Ec2Id("lt")).Arn("ec2", $"launch-template/{template.Id}").Tags().Named(125).Empty("namePrefix")
            .Set("latestVersion", LatestVersion(template))
            .Default("defaultVersion", template.Inputs.Flag("updateDefaultVersion") ? LatestVersion(template) : 1d),
        ["aws:ec2/instance:Instance"] = instance => instance
            .Identify(instance.Ec2Id("i")).Arn("ec2", $"instance/{instance.Id}").Tags().Set("instanceState", "running")
            .Set("primaryNetworkInterfaceId", instance.Ec2Id("eni"))
            .Empty("instanceLifecycle", "outpostArn", "passwordData", "privateDns", "publicDns", "publicIp", "spotInstanceRequestId"),
        ["aws:ec2/keyPair:KeyPair"] = pair => pair
            .Named(255, "keyName").Identify(pair.Text("keyName")).Arn("ec2", $"key-pair/{pair.Id}").Tags()
            .Set("keyPairId", pair.Ec2Id("key")).Set("keyType", "rsa")
            .Set("fingerprint", string.Join(':', FakeIdentifiers.Hex(32, pair.Seed()).Chunk(2).Select(digits => new string(digits)))),
        ["aws:ec2/placementGroup:PlacementGroup"] = group => group
            .IdIsName().Arn("ec2", $"placement-group/{group.Id}").Tags().Set("placementGroupId", group.Ec2Id("pg")),
        ["aws:ebs/volume:Volume"] = volume => volume
            .Identify(volume.Ec2Id("vol")).Arn("ec2", $"volume/{volume.Id}").Tags().Set("createTime", FakeIdentifiers.Timestamp),
    };

    // Every change of what the template describes makes a new version; its own tags and its choice of the default version do not.
    private static double LatestVersion(AnswerDraft template) =>
        FakeIdentifiers.Counter(template.ContentSeed("tags", "defaultVersion", "updateDefaultVersion"));
}
