using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Aws;

/// <summary>CloudFront: distributions and what they are made of.</summary>
internal static class CloudFrontAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:cloudfront/distribution:Distribution"] = distribution => distribution
            .Identify($"E{FakeIdentifiers.UpperAlphanumeric(13, distribution.Seed())}")
            .GlobalArn("cloudfront", $"distribution/{distribution.Id}").Tags()
            .Set("domainName", $"d{FakeIdentifiers.LowerAlphanumeric(13, distribution.Seed("domain"))}.cloudfront.net")
            // One zone for all distributions of the world.
            .Set("hostedZoneId", "Z2FDTNDATAQYW2")
            .Set("callerReference", $"terraform-{FakeIdentifiers.Digits(26, distribution.Seed("reference"))}")
            .Set("etag", ETag(distribution)).Set("status", "Deployed").Set("lastModifiedTime", FakeIdentifiers.Timestamp)
            .Set("inProgressValidationBatches", 0d).Set("loggingV1Enabled", distribution.Inputs.ContainsKey("loggingConfig"))
            .Set("trustedKeyGroups", List([Map(("enabled", false), ("items", NoItems))]))
            .Set("trustedSigners", List([Map(("enabled", false), ("items", NoItems))])),
        ["aws:cloudfront/originAccessControl:OriginAccessControl"] = control => control
            .Named(64).Identify($"E{FakeIdentifiers.UpperAlphanumeric(13, control.Seed())}")
            .GlobalArn("cloudfront", $"origin-access-control/{control.Id}").Set("etag", ETag(control)),
        ["aws:cloudfront/originAccessIdentity:OriginAccessIdentity"] = identity => identity
            .Identify($"E{FakeIdentifiers.UpperAlphanumeric(13, identity.Seed())}")
            .GlobalArn("cloudfront", $"origin-access-identity/{identity.Id}").Set("etag", ETag(identity))
            .Set("callerReference", $"terraform-{FakeIdentifiers.Digits(26, identity.Seed("reference"))}")
            .Set("cloudfrontAccessIdentityPath", $"origin-access-identity/cloudfront/{identity.Id}")
            .Set("iamArn", $"arn:{identity.Scope.Partition}:iam::cloudfront:user/CloudFront Origin Access Identity {identity.Id}")
            .Set("s3CanonicalUserId", $"{FakeIdentifiers.Hex(64, identity.Seed("canonical"))}"),
        ["aws:cloudfront/function:Function"] = function => function
            .IdIsName(64).GlobalArn("cloudfront", $"function/{function.Id}").Tags().Set("status", "UNASSOCIATED")
            .Set("etag", ETag(function)).Set("liveStageEtag", ETag(function)),
        ["aws:cloudfront/cachePolicy:CachePolicy"] = policy => Uuid(policy, "cache-policy"),
        ["aws:cloudfront/originRequestPolicy:OriginRequestPolicy"] = policy => Uuid(policy, "origin-request-policy"),
        ["aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"] = policy => Uuid(policy, "response-headers-policy"),
        ["aws:cloudfront/continuousDeploymentPolicy:ContinuousDeploymentPolicy"] = policy => policy
            .Identify(FakeIdentifiers.Uuid(policy.Seed())).GlobalArn("cloudfront", $"continuous-deployment-policy/{policy.Id}")
            .Set("etag", ETag(policy)).Set("lastModifiedTime", FakeIdentifiers.Timestamp),
        ["aws:cloudfront/vpcOrigin:VpcOrigin"] = origin => origin
            .Identify($"vo_{FakeIdentifiers.MixedLetters(22, origin.Seed())}").GlobalArn("cloudfront", $"vpcorigin/{origin.Id}").Tags()
            .Set("etag", ETag(origin)),
        ["aws:cloudfront/keyValueStore:KeyValueStore"] = store => store
            .IdIsName(64).GlobalArn("cloudfront", $"key-value-store/{FakeIdentifiers.Uuid(store.Seed())}").Tags()
            .Set("etag", ETag(store)).Set("lastModifiedTime", FakeIdentifiers.Timestamp),
        ["aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey"] = entry => entry
            // The real one ends in the key, which may be a secret.
            .Identify($"{entry.Text("keyValueStoreArn")},{FakeIdentifiers.Hex(64, entry.Seed())}")
            .Set("totalSizeInBytes", (double)(entry.Text("key").Length + entry.Text("value").Length)),
        ["aws:cloudfront/publicKey:PublicKey"] = key => key
            .Named(128).Identify($"K{FakeIdentifiers.UpperAlphanumeric(13, key.Seed())}").Set("etag", ETag(key)).Empty("namePrefix")
            .Set("callerReference", $"terraform-{FakeIdentifiers.Digits(26, key.Seed("reference"))}"),
        ["aws:cloudfront/keyGroup:KeyGroup"] = group => group
            .Named(128).Identify(FakeIdentifiers.Uuid(group.Seed())).Set("etag", ETag(group)),
        ["aws:cloudfront/realtimeLogConfig:RealtimeLogConfig"] = config => config
            .Named(128).GlobalArn("cloudfront", $"realtime-log-config/{config.Text("name")}").IdIsArn(),
        ["aws:cloudfront/monitoringSubscription:MonitoringSubscription"] = subscription => subscription
            .Identify(subscription.Text("distributionId")),
    };

    private static void Uuid(AnswerDraft policy, string kind) => policy
        .Named(128).Identify(FakeIdentifiers.Uuid(policy.Seed())).GlobalArn("cloudfront", $"{kind}/{policy.Id}").Set("etag", ETag(policy));

    private static string ETag(AnswerDraft draft) => $"E{FakeIdentifiers.UpperAlphanumeric(13, draft.ContentSeed("tags"))}";
}
