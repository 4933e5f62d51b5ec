using EcsPlatform.Foundations;
using EcsPlatform.Routing;

namespace EcsPlatform.Tests.Routing;

public class ExposureTests
{
    private static readonly CidrBlock Office = CidrBlock.Parse("198.51.100.0/24");
    private static readonly CidrBlock Everybody = CidrBlock.Parse("0.0.0.0/0");

    [Fact]
    public void Defaults()
    {
        new Exposure.CloudFrontVpcOrigin().Clients.ShouldBeEmpty();
        Exposure.CloudFrontPrefixList.ShouldBe("com.amazonaws.global.cloudfront.origin-facing");
        Exposure.VpcOriginSecurityGroup.ShouldBe("CloudFront-VPCOrigins-Service-SG");
        Exposure[] right =
        [
            new Exposure.Internal([Office]), new Exposure.InternetFacing([Everybody]), new Exposure.CloudFrontVpcOrigin(), new Exposure.CloudFrontOnly(),
        ];
        right.Select(exposure => exposure.IsInternal).ShouldBe([true, false, true, false]);
        right.SelectMany(exposure => exposure.Problems("lb")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        Texts(new Exposure.Internal([])).ShouldBe(["lb.clients: nobody. Allowed: one range or more. Name the ranges whose clients may connect."]);
        Texts(new Exposure.InternetFacing([])).ShouldBe(["lb.clients: nobody. Allowed: one range or more. Name the ranges whose clients may connect."]);
        Texts(new Exposure.InternetFacing([Office, Office])).ShouldBe(["lb.clients: 198.51.100.0/24 2 times. Allowed: each range once. Leave the others out."]);
        const string NotEverybody = "lb.clients: 0.0.0.0/0. Allowed: ranges of your own networks. " +
            "Name these ranges, or say with InternetFacing that everybody may connect.";
        Texts(new Exposure.Internal([Everybody])).ShouldBe([NotEverybody]);
        Texts(new Exposure.CloudFrontVpcOrigin { Clients = [Everybody] }).ShouldBe([NotEverybody]);
    }

    private static IEnumerable<string> Texts(Exposure exposure) => exposure.Problems("lb").Select(problem => problem.ToString());
}
