namespace EcsPlatform.Preview.Aws;

/// <summary>File systems, buckets, keys, topics and queues that exist.</summary>
internal static class StorageLookUps
{
    public static Dictionary<string, Func<LookUp, (string Key, object Value)[]>> Rows { get; } = new()
    {
        ["aws:efs/getFileSystem:getFileSystem"] = system => [
            .. FileSystem(system, system.Text("fileSystemId")), ("fileSystemId", system.Text("fileSystemId")),
        ],
        ["aws:efs/fileSystem:FileSystem"] = system => FileSystem(system, system.Id),
        ["aws:efs/getAccessPoint:getAccessPoint"] = point => AccessPoint(point, point.Text("accessPointId")),
        ["aws:efs/accessPoint:AccessPoint"] = point => AccessPoint(point, point.Id),
        ["aws:s3/getBucket:getBucket"] = bucket => [.. Bucket(bucket, bucket.Text("bucket")), ("bucketRegion", bucket.Scope.Region)],
        ["aws:s3/bucket:Bucket"] = bucket => [.. Bucket(bucket, bucket.Id), ("bucket", bucket.Id)],
        ["aws:kms/getAlias:getAlias"] = alias => [
            .. Arn(alias.Scope.Arn("kms", alias.Text("name"))),
            ("targetKeyArn", alias.Scope.Arn("kms", $"key/{alias.Placeholder("targetKeyId")}")),
        ],
        ["aws:kms/getKey:getKey"] = key => Key(key, key.Text("keyId")),
        ["aws:kms/key:Key"] = key => [.. Key(key, key.Id), ("keyId", key.Id)],
        ["aws:sns/getTopic:getTopic"] = topic => Arn(topic.Scope.Arn("sns", topic.Text("name"))),
        ["aws:sns/topic:Topic"] = topic => [.. Arn(topic.Id), ("name", topic.Id[(topic.Id.LastIndexOf(':') + 1)..])],
        ["aws:sqs/getQueue:getQueue"] = queue => Queue(queue, queue.Scope.AccountId, queue.Text("name")),
        ["aws:sqs/queue:Queue"] = queue => queue.Id.Split('/') is [.., var account, var name]
            ? [.. Queue(queue, account, name), ("name", name), ("id", queue.Id), ("url", queue.Id)]
            : [],
    };

    private static (string, object)[] FileSystem(LookUp system, string id) => [
        ("id", id), ("arn", system.Scope.Arn("elasticfilesystem", $"file-system/{id}")),
        ("dnsName", $"{id}.efs.{system.Scope.Region}.{system.Scope.DnsSuffix}"),
    ];

    private static (string, object)[] AccessPoint(LookUp point, string id) =>
        [("id", id), ("arn", point.Scope.Arn("elasticfilesystem", $"access-point/{id}"))];

    private static (string, object)[] Bucket(LookUp bucket, string name) => [
        ("id", name), ("arn", $"arn:{bucket.Scope.Partition}:s3:::{name}"),
        ("bucketDomainName", $"{name}.s3.{bucket.Scope.DnsSuffix}"),
        ("bucketRegionalDomainName", $"{name}.s3.{bucket.Scope.Region}.{bucket.Scope.DnsSuffix}"),
        ("hostedZoneId", RegionFacts.Of(bucket.Scope.Region).Bucket),
    ];

    // A key is asked for by its id, its ARN, an alias or an alias's ARN.
    private static (string, object)[] Key(LookUp key, string asked)
    {
        var byAlias = asked.StartsWith("alias/", StringComparison.Ordinal) || asked.Contains(":alias/", StringComparison.Ordinal);
        var id = byAlias ? key.Placeholder("id") : asked[(asked.LastIndexOf('/') + 1)..];
        return [("id", id), ("arn", asked.StartsWith("arn:", StringComparison.Ordinal) && !byAlias ? asked : key.Scope.Arn("kms", $"key/{id}"))];
    }

    private static (string, object)[] Queue(LookUp queue, string account, string name)
    {
        var url = $"https://sqs.{queue.Scope.Region}.{queue.Scope.DnsSuffix}/{account}/{name}";
        return [("id", url), ("url", url), ("arn", (queue.Scope with { AccountId = account }).Arn("sqs", name))];
    }

    private static (string, object)[] Arn(string arn) => [("id", arn), ("arn", arn)];
}
