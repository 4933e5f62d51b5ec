using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks.Tests;

public class PlatformSettingsTests
{
    private static readonly ImmutableSortedDictionary<string, string> Staging = ConfigOf.Stack("staging");

    [Fact]
    public void Staging_is_read()
    {
        var settings = PlatformSettings.Read("staging", Staging);
        settings.Account.ShouldBe(new AwsAccount("111111111111", "eu-west-1"));
        settings.Network.Cidr.ToString().ShouldBe("10.88.0.0/22");
        settings.Network.Zones.ShouldBe(["eu-west-1a", "eu-west-1b"]);
        settings.Network.Subnets!.Private.Select(block => block.ToString()).ShouldBe(["10.88.0.128/26", "10.88.0.192/26"]);
        settings.Network.Nat.ShouldBe(NatStrategy.Single);
        settings.Cluster.InstanceType.ShouldBe("t3.medium");
        settings.Viewer.ShouldBe(new ViewerSettings("staging-viewer", 1, 2048, 3520, 3520, 1024));
        settings.Images["viewer"].Repository.ShouldBe("library/viewer");
    }

    [Fact]
    public void Subnets_may_be_left_out_together() =>
        PlatformSettings.Read("staging", With("network", """{"cidr":"10.0.0.0/16","zones":["eu-west-1a","eu-west-1b"],"nat":"perZone"}"""))
            .Network.Subnets.ShouldBeNull();

    [Theory]
    [InlineData("network", """{"cidr":"10.88.0.0/22","zones":["eu-west-1a","eu-west-1b"],"nat":"one"}""",
        "ecs-platform:network.nat: 'one'. Allowed: none, perZone, single. Correct the value.")]
    [InlineData("network", """{"cidr":"10.88.0.1/22","zones":["eu-west-1a","eu-west-1b"],"nat":"none"}""",
        "ecs-platform:network.cidr: '10.88.0.1/22'. Allowed: an IPv4 range whose address is its first one, such as 10.88.0.0/22. Correct the value.")]
    [InlineData("network", """{"cidr":"10.88.0.0/22","zones":"eu-west-1a","nat":"none"}""",
        "ecs-platform:network.zones: 'eu-west-1a'. Allowed: a list of texts. Correct the value; text that looks like a number needs quotes.")]
    [InlineData("network", """{"cidr":"10.88.0.0/22","zones":["eu-west-1a","eu-west-1b"],"nat":"none","publicSubnets":["10.88.0.0/26","10.88.0.64/26"]}""",
        "ecs-platform:network.privateSubnets: nothing. Allowed: ranges for both tiers or for none. Give both, or leave both out.")]
    [InlineData("account", """{"id":"1111","region":"eu-west-1"}""",
        "ecs-platform:account.id: '1111'. Allowed: an account's twelve digits, in quotes. Correct the value.")]
    [InlineData("images", """{"viewer":"library/viewer:latest"}""",
        "ecs-platform:images.viewer: 'library/viewer:latest'. Allowed: repository@sha256: and 64 lower-case hexadecimal digits. Correct the value.")]
    [InlineData("images", "{}",
        "ecs-platform:images.viewer: nothing. Allowed: text. Give the field a value.")]
    [InlineData("images", "[]",
        "ecs-platform:images: '[]'. Allowed: an object. Give the section with its fields.")]
    [InlineData("viewer", """{"host":"staging-viewer","desiredCount":1,"cpu":2048,"memory":2000,"containerMemory":3520,"containerMemoryReservation":1024}""",
        "ecs-platform:viewer.memory: 2000 MiB, less than the 3520 MiB of container 'viewer'. Allowed: 3520 MiB or more. " +
        "Raise the task's memory or lower the container's.")]
    [InlineData("dns", """{"zoneId":"Z1","domain":"library.example.org","certificate":"arn:aws:acm:us-east-1:111111111111:certificate/x"}""",
        "ecs-platform:dns.certificate: 'arn:aws:acm:us-east-1:111111111111:certificate/x'. Allowed: an ARN that begins with arn:aws:acm:eu-west-1:. " +
        "Use a certificate of the load balancer's region.")]
    public void A_wrong_value_is_reported_with_its_key(string section, string json, string message) =>
        Messages(With(section, json)).ShouldBe([message]);

    [Fact]
    public void A_misspelt_key_gets_the_nearest_one() =>
        Messages(Staging.Add("ecs-platform:clutser", "{}")).ShouldBe([
            "ecs-platform:clutser: an unknown key. Allowed: account, cluster, dns, images, network, viewer. Did you mean 'cluster'?",
        ]);

    [Fact]
    public void A_misspelt_field_gets_the_nearest_one() =>
        Messages(With("images", Staging["ecs-platform:images"].Replace("{", "{\"veiwer\":\"x\",", StringComparison.Ordinal))).ShouldBe([
            "ecs-platform:images.veiwer: an unknown key. Allowed: viewer. Did you mean 'viewer'?",
        ]);

    [Fact]
    public void Keys_of_other_namespaces_are_none_of_our_business() => Messages(Staging.Add("aws:region", "eu-west-1")).ShouldBeEmpty();

    [Fact]
    public void Problems_of_all_sections_are_reported_at_once()
    {
        var config = With("network", """{"cidr":"10.88.0.0/22","zones":["eu-west-1a","eu-west-1b"],"publicSubnets":["10.88.0.0/26","10.88.0.0/26"],"privateSubnets":["10.88.1.0/26","10.99.0.0/26"],"nat":"single"}""")
            .SetItem("ecs-platform:images", """{"viewer":"library/viewer"}""")
            .Remove("ecs-platform:cluster");
        Messages(config).ShouldBe([
            "ecs-platform:cluster: nothing. Allowed: an object. Give the section with its fields.",
            "ecs-platform:images.viewer: 'library/viewer'. Allowed: repository@sha256: and 64 lower-case hexadecimal digits. Correct the value.",
            "ecs-platform:network.privateSubnets[1]: 10.99.0.0/26 lies outside 10.88.0.0/22. Allowed: a range within 10.88.0.0/22. " +
                "Choose another range, or a larger one for the VPC.",
            "ecs-platform:network.publicSubnets[1]: 10.88.0.0/26 overlaps 10.88.0.0/26 of ecs-platform:network.publicSubnets[0]. " +
                "Allowed: ranges that share no address. Move one of the two.",
        ]);
    }

    [Fact]
    public void The_exception_names_the_stack_and_counts() =>
        Should.Throw<InvalidArgsException>(() => PlatformSettings.Read("staging", Staging.Remove("ecs-platform:dns"))).Message
            .ShouldStartWith("Config of stack 'staging': 1 problem\n  ecs-platform:dns: nothing.");

    private static ImmutableSortedDictionary<string, string> With(string section, string json) => Staging.SetItem($"ecs-platform:{section}", json);

    private static IEnumerable<string> Messages(ImmutableSortedDictionary<string, string> config) =>
        StackPrograms.Problems("staging", config).Select(problem => problem.ToString());
}
