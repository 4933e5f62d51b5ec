using EcsPlatform.Delivery;
using EcsPlatform.Foundations;
using EcsPlatform.Plans;
using EcsPlatform.Routing;
using EcsPlatform.Testing;
using Pulumi;

namespace EcsPlatform.Tests.Delivery;

/// <summary>Arguments that are right, and plans of them.</summary>
internal static class DeliveryPlans
{
    public const string DistributionType = "aws:cloudfront/distribution:Distribution";
    public const string CertificateArn = "arn:aws:acm:us-east-1:111111111111:certificate/7f1b2c3d";
    public const string WebAclArn = "arn:aws:wafv2:us-east-1:111111111111:global/webacl/viewer/7f1b2c3d";

    public static HostedZone Zone { get; } = new("Z0123456789ABCDEFGHIJ", "library.example.org");

    public static CachePolicy Disabled { get; } = new CachePolicy.Managed(ManagedCachePolicy.CachingDisabled);

    public static CacheBehavior Behavior { get; } = new() { Origin = "app", CachePolicy = Disabled };

    public static DnsTarget.LoadBalancer LoadBalancer => new("lb.eu-west-1.elb.amazonaws.com", "Z32O12XQLNTSW2");

    public static DistributionArgs Args() => new()
    {
        Account = Valid.Account,
        Zone = Zone,
        Names = ["viewer.library.example.org"],
        Certificate = new ViewerCertificate.Existing(CertificateArn),
        Origins = [new Origin.Vpc("app", "internal-lb.eu-west-1.elb.amazonaws.com", "vo_0123456789abcdef")],
        DefaultBehavior = Behavior,
        Log = new DistributionLog.None(),
    };

    public static ComponentResourceOptions InUsEast1(string region = "us-east-1") => new()
    {
        Providers = { new Pulumi.Aws.Provider("us-east-1", new Pulumi.Aws.ProviderArgs { Region = region }) },
    };

    public static Task<Plan> PlanOf(Func<DistributionArgs, DistributionArgs> change) => TestPlan.OfAsync(() =>
    {
        var distribution = new Distribution("viewer", change(Args()), InUsEast1());
        return new Dictionary<string, object?> { ["distributionId"] = distribution.DistributionId, ["store"] = distribution.CredentialStoreArn };
    });

    public static async Task<PlannedResource> DistributionOf(Func<DistributionArgs, DistributionArgs> change) => (await PlanOf(change)).Only(DistributionType);

    public static IReadOnlyList<string> Messages(this IEnumerable<Problem> problems) => [.. problems.Select(problem => problem.ToString())];
}
