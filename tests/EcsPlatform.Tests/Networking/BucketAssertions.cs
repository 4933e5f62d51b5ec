using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Networking;

/// <summary>What every bucket has.</summary>
internal static class BucketAssertions
{
    public static void ShouldBePrivate(Plan plan, string name)
    {
        var bucket = plan.Only("aws:s3/bucket:Bucket", name);
        var block = plan.Only("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", name);
        foreach (var setting in new[] { "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets" })
        {
            block.Flag(setting).ShouldBeTrue(setting);
        }

        var ownership = plan.Only("aws:s3/bucketOwnershipControls:BucketOwnershipControls", name);
        ownership.Text("rule.objectOwnership").ShouldBe("BucketOwnerEnforced");

        var policy = plan.Only("aws:s3/bucketPolicy:BucketPolicy", name);
        policy.Dependencies.ShouldContain(block.Urn);
        policy.Json("policy").GetProperty("Statement")[0].GetRawText().Replace(bucket.OutputText("arn"), "BUCKET").ShouldBe(
            """
            {"Effect":"Deny","Principal":{"AWS":"*"},"Action":"s3:*","Resource":["BUCKET","BUCKET/*"],
            "Condition":{"Bool":{"aws:SecureTransport":"false"}}}
            """.ReplaceLineEndings(""));

        plan.Resources
            .Where(resource => resource.Name == name && resource.Type.StartsWith("aws:s3/bucket", StringComparison.Ordinal) && resource != bucket)
            .ShouldAllBe(setting => setting.Text("bucket") == bucket.Id);
    }
}
