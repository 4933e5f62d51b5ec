using EcsPlatform.Delivery;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Delivery;

public class SharedResponseHeadersTests
{
    private const string Policy = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";

    [Fact]
    public async Task Several_distributions_share_one_policy()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var headers = new SharedResponseHeaders("staging", new ResponseHeadersPolicy.Own { Name = "embeddable", Frames = FrameOptions.AsOriginSays });
            var inUsEast1 = DeliveryPlans.InUsEast1();
            foreach (var name in new[] { "one", "two" })
            {
                var args = DeliveryPlans.Args() with { Names = [$"{name}.library.example.org"] };
                _ = new Distribution(
                    name, args with { DefaultBehavior = args.DefaultBehavior with { ResponseHeadersPolicy = headers.Policy } }, inUsEast1);
            }
        });
        var policy = plan.Only(Policy, "staging-embeddable");
        policy.Parent.ShouldBe(plan.Only("ecs-platform:delivery:SharedResponseHeaders").Urn);
        policy.Input("securityHeadersConfig.frameOptions").ShouldBeNull();
        plan.Only("ecs-platform:delivery:SharedResponseHeaders").OutputText("policyId").ShouldBe(policy.Id);
        plan.All(DeliveryPlans.DistributionType).Select(distribution => distribution.Text("defaultCacheBehavior.responseHeadersPolicyId"))
            .ShouldBe([policy.Id!, policy.Id!]);
    }

    [Fact]
    public async Task A_wrong_policy_is_refused()
    {
        var refused = await Should.ThrowAsync<Exception>(TestPlan.OfAsync(() =>
            _ = new SharedResponseHeaders("staging", new ResponseHeadersPolicy.Own { Name = "embeddable", HstsSeconds = -1 })));
        refused.ToString().ShouldContain("SharedResponseHeaders 'staging'");
        refused.ToString().ShouldContain("staging.hsts: -1 s. Allowed: 0 s or more. Choose how long browsers use HTTPS only.");
    }
}
