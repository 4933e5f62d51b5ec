using EcsPlatform.Delivery;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Preview.Rules;
using EcsPlatform.Testing;
using Pulumi;
using static EcsPlatform.Tests.Delivery.DeliveryPlans;

namespace EcsPlatform.Tests.Delivery;

public class TurningOffTests
{
    private const string Record = "viewer-viewer.library.example.org";

    [Fact]
    public async Task The_record_moves_to_the_load_balancer_and_keeps_its_URN()
    {
        var difference = await DifferenceOf(On, Off);
        var record = difference.Of(Operation.Update).Single(change => change.Resource.Type == "aws:route53/record:Record");
        record.Resource.Name.ShouldBe(Record);
        record.Old!.Urn.ShouldBe(record.New!.Urn);
        record.New.Text("type").ShouldBe("A");
        record.New.Text("aliases.0.name").ShouldBe("lb.eu-west-1.elb.amazonaws.com");
        record.New.Text("aliases.0.zoneId").ShouldBe("Z32O12XQLNTSW2");
        record.New.Flag("aliases.0.evaluateTargetHealth").ShouldBeFalse();
        difference.Of(Operation.Replace).ShouldBeEmpty();
        difference.Of(Operation.Create).ShouldBeEmpty();
        // A load balancer has no IPv6 addresses.
        difference.Of(Operation.Delete).Select(change => $"{change.Resource.Type} {change.Resource.Name}").Order(StringComparer.Ordinal).ShouldBe([
            "aws:cloudfront/distribution:Distribution viewer",
            $"aws:route53/record:Record {Record}-ipv6",
        ]);
    }

    [Fact]
    public async Task The_record_moves_before_the_distribution_goes()
    {
        var difference = await DifferenceOf(On, Off);
        var updated = difference.Steps.ToList().FindIndex(step => step.Urn == difference.Of(Operation.Update).First(change => change.Resource.Name == Record).Urn);
        var deleted = difference.Steps.ToList().FindIndex(step => step.Urn.Contains("distribution:Distribution::", StringComparison.Ordinal));
        updated.ShouldBeInRange(0, deleted - 1);
    }

    [Fact]
    public async Task The_record_comes_back_when_the_distribution_does()
    {
        var difference = await DifferenceOf(Off, On);
        difference.Of(Operation.Update).Single(change => change.Resource.Custom).Resource.Name.ShouldBe(Record);
        difference.Of(Operation.Delete).ShouldBeEmpty();
        difference.Of(Operation.Create).Select(change => change.Resource.Name).ShouldBe(["viewer", $"{Record}-ipv6"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_certificate_stays()
    {
        var plan = await PlanOf(args => Off(args) with { Certificate = new ViewerCertificate.Create() });
        plan.Only("aws:acm/certificateValidation:CertificateValidation");
        plan.All(DistributionType).ShouldBeEmpty();
        plan.Root.Output("distributionId").ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_has_the_names_leads_them_where_the_distribution_says() => await TestPlan.OfAsync(() =>
    {
        var on = new Distribution("on", Args() with { DnsRecords = false }, InUsEast1());
        on.DnsTarget.ShouldBeOfType<DnsTarget.CloudFrontDistribution>();
        var target = LoadBalancer;
        var options = new ComponentResourceOptions { Provider = new Pulumi.Aws.Provider("again", new Pulumi.Aws.ProviderArgs { Region = "us-east-1" }) };
        new Distribution("off", Args() with { DnsRecords = false, State = new DistributionState.Off(target) }, options).DnsTarget.ShouldBeSameAs(target);
    });

    private static DistributionArgs On(DistributionArgs args) => args;

    private static DistributionArgs Off(DistributionArgs args) => args with { State = new DistributionState.Off(LoadBalancer) };

    private static async Task<PlanDifference> DifferenceOf(Func<DistributionArgs, DistributionArgs> old, Func<DistributionArgs, DistributionArgs> @new) =>
        PlanComparison.Compare(await PlanOf(old), await PlanOf(@new), ResourceRules.Instance);
}
