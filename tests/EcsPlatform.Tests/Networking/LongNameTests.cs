using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Routing;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Networking;

/// <summary>The preview refuses names that AWS refuses: what can be previewed here has room for any name.</summary>
public class LongNameTests
{
    private static readonly string Long = $"{new string('n', 180)}-staging";

    [Fact]
    public async Task Flow_logs_of_a_network_with_a_long_name_have_a_role()
    {
        var plan = await TestPlan.OfAsync(() => _ = new BaseNetwork(Long, Valid.Network));
        NameOf(plan, "aws:iam/role:Role").ShouldEndWith($"-staging-flow-logs-{NameOf(plan, "aws:iam/role:Role")[^7..]}");
        NameOf(plan, "aws:iam/role:Role").Length.ShouldBe(56);
        NameOf(plan, "aws:iam/rolePolicy:RolePolicy").Length.ShouldBe(120);
    }

    [Fact]
    public async Task Names_that_fit_stay()
    {
        var plan = await TestPlan.OfAsync(() => _ = new BaseNetwork("staging", Valid.Network));
        NameOf(plan, "aws:iam/role:Role").ShouldBe("staging-flow-logs");
        NameOf(plan, "aws:iam/rolePolicy:RolePolicy").ShouldBe("staging-flow-logs");
    }

    [Fact]
    public async Task A_web_ACL_with_a_long_name_and_its_addresses_fit()
    {
        var plan = await TestPlan.OfAsync(() => _ = new WebAcl(Long, new WebAclArgs
        {
            Scope = WebAclScope.Regional,
            BlockByDefault = false,
            Rules = [new WebAclRule.AllowAddresses { Name = "office", Ranges = [CidrBlock.Parse("192.0.2.0/24")] }],
        }));
        NameOf(plan, "aws:wafv2/webAcl:WebAcl").Length.ShouldBe(120);
        NameOf(plan, "aws:wafv2/ipSet:IpSet").Length.ShouldBe(120);
        plan.Only("aws:wafv2/webAcl:WebAcl").Text("visibilityConfig.metricName").Length.ShouldBe(128);
    }

    [Fact]
    public async Task A_load_balancer_with_a_long_name_fits() =>
        NameOf(
            await TestPlan.OfAsync(() => _ = new SharedLoadBalancer(Long, Valid.LoadBalancer(new BaseNetwork("net", Valid.Network)))),
            "aws:lb/loadBalancer:LoadBalancer").Length.ShouldBe(24);

    private static string NameOf(Plan plan, string type) => plan.Only(type).Name;
}
