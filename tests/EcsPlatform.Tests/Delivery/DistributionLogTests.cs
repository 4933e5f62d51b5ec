using EcsPlatform.Delivery;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using static EcsPlatform.Tests.Delivery.DeliveryPlans;

namespace EcsPlatform.Tests.Delivery;

public class DistributionLogTests
{
    private const string SourceType = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
    private const string DestinationType = "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination";
    private const string DeliveryType = "aws:cloudwatch/logDelivery:LogDelivery";

    [Fact]
    public void All_defaults()
    {
        var log = new DistributionLog.Bucket("logs");
        (log.Prefix, log.IncludeCookies, log.Format).ShouldBe((null, false, DistributionLogFormat.W3C));
        log.Problems("viewer.log").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("edge", true)]
    [InlineData("distributions/viewer-2.0", true)]
    [InlineData("/edge", false)]
    [InlineData("edge/", false)]
    [InlineData("edge//viewer", false)]
    [InlineData("", false)]
    [InlineData("{DistributionId}", false)]
    public void A_prefix_is_right_or_not(string prefix, bool right) =>
        new DistributionLog.Bucket("logs") { Prefix = prefix }.Problems("viewer.log").Messages().ShouldBe(right ? [] :
        [
            $"viewer.log.prefix: '{prefix}'. Allowed: letters, digits and ._- in parts joined by slashes, without slashes around. Correct the prefix.",
        ]);

    [Fact]
    public async Task It_is_delivered_from_us_east_1_into_the_log_bucket_once_that_admits_it_and_without_cookies()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var logs = new LogBucket("logs", new LogBucketArgs { Account = Valid.Account });
            _ = new Distribution("viewer", Args() with { Log = new DistributionLog.Bucket(logs.BucketName) }, InUsEast1());
        });
        var distribution = plan.Only(DistributionType);
        distribution.Input("loggingConfig").ShouldBeNull();
        var source = plan.Only(SourceType, "viewer");
        (source.Text("logType"), source.Text("resourceArn")).ShouldBe(("ACCESS_LOGS", distribution.OutputText("arn")));
        var destination = plan.Only(DestinationType, "viewer");
        destination.Text("outputFormat").ShouldBe("w3c");
        destination.Text("deliveryDestinationConfiguration.destinationResourceArn")
            .ShouldBe($"{plan.Only("aws:s3/bucket:Bucket").OutputText("arn")}/distributions/viewer");
        destination.PropertyDependencies["deliveryDestinationConfiguration"].ShouldContain(plan.Only("aws:s3/bucketPolicy:BucketPolicy").Urn);
        var delivery = plan.Only(DeliveryType, "viewer");
        (delivery.Text("deliverySourceName"), delivery.Text("deliveryDestinationArn"))
            .ShouldBe((source.OutputText("name"), destination.OutputText("arn")));
        delivery.Texts("recordFields").ShouldNotContain("cs(Cookie)");
        delivery.Texts("recordFields").Take(5).ShouldBe(["date", "time", "x-edge-location", "sc-bytes", "c-ip"]);
        (delivery.Texts("recordFields").Count, delivery.Texts("recordFields").Distinct().Count()).ShouldBe((30, 30));
        foreach (var resource in new[] { source, destination, delivery })
        {
            resource.Provider.ShouldNotBeNull().ShouldStartWith(plan.Only("pulumi:providers:aws", "us-east-1").Urn);
            resource.Parent.ShouldBe(plan.Only("ecs-platform:delivery:Distribution", "viewer").Urn);
        }
    }

    [Theory]
    [InlineData(DistributionLogFormat.W3C, "w3c")]
    [InlineData(DistributionLogFormat.Json, "json")]
    [InlineData(DistributionLogFormat.Plain, "plain")]
    [InlineData(DistributionLogFormat.Parquet, "parquet")]
    public async Task Formats(DistributionLogFormat format, string word) =>
        (await PlanOf(new DistributionLog.Bucket("logs") { Format = format })).Only(DestinationType).Text("outputFormat").ShouldBe(word);

    [Fact]
    public async Task Cookies_and_the_prefix_can_be_chosen()
    {
        var plan = await PlanOf(new DistributionLog.Bucket("logs") { Prefix = "edge", IncludeCookies = true });
        plan.Only(DeliveryType).Texts("recordFields")[12].ShouldBe("cs(Cookie)");
        plan.Only(DestinationType).Text("deliveryDestinationConfiguration.destinationResourceArn").ShouldBe("arn:aws:s3:::logs/edge");
    }

    [Fact]
    public async Task Without_a_log_or_a_distribution_nothing_is_delivered()
    {
        var off = await DeliveryPlans.PlanOf(args => args with { State = new DistributionState.Off(LoadBalancer), Log = new DistributionLog.Bucket("logs") });
        foreach (var plan in new[] { await PlanOf(new DistributionLog.None()), off })
        {
            plan.Resources.ShouldNotContain(resource => resource.Type.StartsWith("aws:cloudwatch/logDelivery", StringComparison.Ordinal));
        }
    }

    private static Task<Plan> PlanOf(DistributionLog log) => DeliveryPlans.PlanOf(args => args with { Log = log });
}
