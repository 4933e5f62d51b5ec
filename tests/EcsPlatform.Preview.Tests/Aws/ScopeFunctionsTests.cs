using System.Collections.Immutable;
using EcsPlatform.Preview.Aws;
using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Tests.Aws;

public sealed class ScopeFunctionsTests
{
    private const string Zones = "aws:index/getAvailabilityZones:getAvailabilityZones";

    [Fact]
    public void Region_is_that_of_the_scope_or_the_one_asked_for()
    {
        Invoke("aws:index/getRegion:getRegion").Text("region").ShouldBe("eu-west-2");
        Invoke("aws:index/getRegion:getRegion", ("region", "us-east-1")).Text("description").ShouldBe("US East (N. Virginia)");
    }

    [Fact]
    public void Caller_identity_has_the_account_of_the_scope() =>
        Invoke("aws:index/getCallerIdentity:getCallerIdentity").Text("accountId").ShouldBe("111111111111");

    [Fact]
    public void Partition_has_its_host_names()
    {
        var answer = Invoke("aws:index/getPartition:getPartition");

        answer.Text("partition").ShouldBe("aws");
        answer.Text("dnsSuffix").ShouldBe("amazonaws.com");
        answer.Text("reverseDnsPrefix").ShouldBe("com.amazonaws");
    }

    [Fact]
    public void Zones_are_those_of_the_region()
    {
        var answer = Invoke(Zones, ("state", "available"));

        answer.Texts("names").ShouldBe(["eu-west-2a", "eu-west-2b", "eu-west-2c"]);
        answer.Texts("zoneIds").ShouldBe(["euw2-az1", "euw2-az2", "euw2-az3"]);
    }

    [Fact]
    public void Zones_leave_out_what_the_program_excludes() =>
        Invoke(Zones, ("excludeNames", List(["eu-west-2a"])), ("excludeZoneIds", List(["euw2-az3"]))).Texts("names")
            .ShouldBe(["eu-west-2b"]);

    [Fact]
    public void Zones_follow_the_letters_that_a_region_really_has() =>
        Invoke(Zones, ("region", "ap-northeast-1")).Texts("names").ShouldBe(["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"]);

    [Theory]
    [InlineData("ap-southeast-2a", "apse2-az1")]
    [InlineData("us-gov-west-1b", "usgw1-az2")]
    [InlineData("eu-central-1c", "euc1-az3")]
    public void Zone_ids_have_the_abbreviation_of_their_region(string zone, string id) =>
        RegionFacts.Of(zone[..^1]).ZoneId(zone).ShouldBe(id);

    [Fact]
    public void Filter_for_ordinary_zones_is_answered_and_any_other_is_not()
    {
        Invoke(Zones, Filter("opt-in-status", "opt-in-not-required")).Texts("names").Count().ShouldBe(3);
        AwsAnswers.Invoke(Zones, Map(Filter("group-name", "eu-west-2-lon-1")), Sample.Scope).ShouldBeNull();
        AwsAnswers.Invoke(Zones, Map(("allAvailabilityZones", true)), Sample.Scope).ShouldBeNull();
    }

    [Fact]
    public void Arn_is_taken_apart()
    {
        var answer = Invoke("aws:index/getArn:getArn", ("arn", "arn:aws:logs:eu-west-2:111111111111:log-group:/ecs/main:*"));

        answer.Text("service").ShouldBe("logs");
        answer.Text("resource").ShouldBe("log-group:/ecs/main:*");
    }

    [Fact]
    public void Hosted_zone_of_load_balancers_depends_on_their_type()
    {
        Invoke("aws:lb/getHostedZoneId:getHostedZoneId").Text("id").ShouldBe("ZHURV8PSTC4K8");
        Invoke("aws:lb/getHostedZoneId:getHostedZoneId", ("loadBalancerType", "network")).Text("id").ShouldBe("ZD4D7Y8KGAS4G");
    }

    [Theory]
    [InlineData("aws:ec2/getAmi:getAmi")]
    [InlineData("aws:secretsmanager/getSecretVersion:getSecretVersion")]
    [InlineData("aws:lambda/getFunction:getFunction")]
    [InlineData("aws:ecs/getTaskDefinition:getTaskDefinition")]
    public void Function_that_would_have_to_ask_AWS_has_no_answer(string token) =>
        AwsAnswers.Invoke(token, NoEntries, Sample.Scope).ShouldBeNull();

    private static (string Key, object Value) Filter(string name, string value) =>
        ("filters", List([Map(("name", name), ("values", List([value])))]));

    private static ImmutableDictionary<string, object> Invoke(string token, params (string Key, object Value)[] args) =>
        AwsAnswers.Invoke(token, Map(args), Sample.Scope).ShouldNotBeNull();
}
