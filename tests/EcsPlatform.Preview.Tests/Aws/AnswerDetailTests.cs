using System.Collections.Immutable;
using EcsPlatform.Preview.Aws;
using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Tests.Aws;

public sealed class AnswerDetailTests
{
    [Fact]
    public void Public_load_balancer_has_the_name_zone_and_suffix_of_its_region()
    {
        var answer = Sample.With("aws:lb/loadBalancer:LoadBalancer", ("name", "edge"));

        Text(answer, "dnsName").ShouldMatch(@"^edge-[0-9]{10}\.eu-west-2\.elb\.amazonaws\.com$");
        Text(answer, "arn").ShouldEndWith($":loadbalancer/{Text(answer, "arnSuffix")}");
        Text(answer, "zoneId").ShouldBe("ZHURV8PSTC4K8");
        Text(answer, "region").ShouldBe("eu-west-2");
    }

    [Fact]
    public void Internal_load_balancer_says_so_in_its_host_name() =>
        Text(Sample.With("aws:lb/loadBalancer:LoadBalancer", ("name", "edge"), ("internal", true)), "dnsName")
            .ShouldStartWith("internal-edge-");

    [Fact]
    public void Network_load_balancer_has_forms_of_its_own()
    {
        var answer = Sample.With("aws:lb/loadBalancer:LoadBalancer", ("name", "edge"), ("loadBalancerType", "network"));

        Text(answer, "arnSuffix").ShouldStartWith("net/edge/");
        Text(answer, "dnsName").ShouldEndWith(".elb.eu-west-2.amazonaws.com");
        Text(answer, "zoneId").ShouldBe("ZD4D7Y8KGAS4G");
    }

    [Fact]
    public void Service_lies_in_its_cluster_whether_given_by_arn_or_by_name()
    {
        var byName = Sample.With("aws:ecs/service:Service", ("name", "viewer"), ("cluster", "main"));
        var byArn = Sample.With("aws:ecs/service:Service", ("name", "viewer"), ("cluster", Sample.Scope.Arn("ecs", "cluster/main")));

        byName.Id.ShouldBe("arn:aws:ecs:eu-west-2:111111111111:service/main/viewer");
        byArn.Id.ShouldBe(byName.Id);
    }

    [Fact]
    public void Role_with_a_path_has_it_in_its_arn() =>
        Text(Sample.With("aws:iam/role:Role", ("name", "task"), ("path", "/apps/")), "arn")
            .ShouldBe("arn:aws:iam::111111111111:role/apps/task");

    [Fact]
    public void Role_has_a_unique_id_of_a_role() =>
        Text(Sample.With("aws:iam/role:Role"), "uniqueId").ShouldMatch("^AROA[A-Z2-7]{17}$");

    [Fact]
    public void Bucket_has_its_domain_names_and_zone()
    {
        var answer = Sample.With("aws:s3/bucket:Bucket", ("bucket", "releases"));

        Text(answer, "bucketDomainName").ShouldBe("releases.s3.amazonaws.com");
        Text(answer, "bucketRegionalDomainName").ShouldBe("releases.s3.eu-west-2.amazonaws.com");
        Text(answer, "hostedZoneId").ShouldBe("Z3GKZC51ZF0DB4");
        Text(answer, "websiteEndpoint").ShouldBe("releases.s3-website.eu-west-2.amazonaws.com");
    }

    [Fact]
    public void Resource_with_a_region_of_its_own_lives_there()
    {
        var answer = Sample.With("aws:acm/certificate:Certificate", ("domainName", "library.example.org"), ("region", "us-east-1"));

        answer.Id.ShouldStartWith("arn:aws:acm:us-east-1:111111111111:certificate/");
        Text(answer, "region").ShouldBe("us-east-1");
    }

    [Fact]
    public void Global_resource_has_no_region() =>
        Sample.With("aws:cloudfront/distribution:Distribution").Outputs.ShouldNotContainKey("region");

    [Fact]
    public void Web_acl_of_cloudfront_lives_in_us_east_1()
    {
        var answer = Sample.With("aws:wafv2/webAcl:WebAcl", ("name", "edge"), ("scope", "CLOUDFRONT"));

        Text(answer, "arn").ShouldBe($"arn:aws:wafv2:us-east-1:111111111111:global/webacl/edge/{answer.Id}");
    }

    [Fact]
    public void Web_acl_adds_up_the_capacity_of_its_managed_groups()
    {
        static object Managed(string name) => Map(("statement", Map(("managedRuleGroupStatement", Map(("name", name))))));
        var limit = Map(("statement", Map(("rateBasedStatement", Map(("limit", 300d))))));

        Sample.With("aws:wafv2/webAcl:WebAcl", ("rules", List(
                [Managed("AWSManagedRulesCommonRuleSet"), Managed("AWSManagedRulesAmazonIpReputationList"), limit])))
            .Outputs["capacity"].ShouldBe(726d);
    }

    [Fact]
    public void Certificate_has_one_validation_record_for_each_of_its_names()
    {
        var answer = Certificate("library.example.org", "*.library.example.org", "www.example.org");

        Options(answer).Select(option => option.Text("domainName"))
            .ShouldBe(["library.example.org", "*.library.example.org", "www.example.org"]);
        Options(answer)[0].Text("resourceRecordName").ShouldMatch(@"^_[0-9a-f]{32}\.library\.example\.org\.$");
        Options(answer)[0].Text("resourceRecordValue").ShouldMatch(@"^_[0-9a-f]{32}\.[a-z0-9]{10}\.acm-validations\.aws\.$");
        Options(answer)[1].Text("resourceRecordName").ShouldBe(Options(answer)[0].Text("resourceRecordName"));
    }

    [Fact]
    public void Certificates_of_two_regions_share_their_validation_record()
    {
        var here = Certificate("library.example.org");
        var there = Sample.For(
            "aws:acm/certificate:Certificate", Map(("domainName", "library.example.org"), ("region", "us-east-1")),
            identity: Sample.OtherIdentity);

        there.Id.ShouldNotBe(here.Id);
        Options(there)[0].ShouldBe(Options(here)[0], new EntriesComparer());
    }

    [Fact]
    public void Zone_has_four_name_servers_in_four_domains()
    {
        var servers = Sample.With("aws:route53/zone:Zone", ("name", "example.org")).Outputs.Texts("nameServers").ToList();

        servers.Count.ShouldBe(4);
        servers.ShouldAllBe(server => System.Text.RegularExpressions.Regex.IsMatch(server, @"^ns-\d+\.awsdns-\d\d\.(com|net|org|co\.uk)$"));
    }

    [Fact]
    public void Record_goes_by_zone_name_and_type() =>
        Sample.With("aws:route53/record:Record", ("zoneId", "Z1"), ("name", "www.example.org"), ("type", "A"), ("setIdentifier", "blue")).Id
            .ShouldBe("Z1_www.example.org_A_blue");

    [Fact]
    public void Secret_has_six_more_characters_in_its_arn() =>
        Sample.With("aws:secretsmanager/secret:Secret", ("name", "viewer/db")).Id
            .ShouldMatch("^arn:aws:secretsmanager:eu-west-2:111111111111:secret:viewer/db-[A-Za-z]{6}$");

    [Fact]
    public void Parameter_whose_name_begins_with_a_slash_has_one_slash_in_its_arn() =>
        Text(Sample.With("aws:ssm/parameter:Parameter", ("name", "/viewer/url")), "arn")
            .ShouldBe("arn:aws:ssm:eu-west-2:111111111111:parameter/viewer/url");

    [Fact]
    public void Rule_on_another_bus_has_it_in_its_id_and_arn()
    {
        var answer = Sample.With("aws:cloudwatch/eventRule:EventRule", ("name", "nightly"), ("eventBusName", "library"));

        answer.Id.ShouldBe("library/nightly");
        Text(answer, "arn").ShouldEndWith(":rule/library/nightly");
    }

    [Fact]
    public void Distribution_has_the_zone_that_all_distributions_share()
    {
        var answer = Sample.With("aws:cloudfront/distribution:Distribution");

        Text(answer, "domainName").ShouldMatch(@"^d[a-z0-9]{13}\.cloudfront\.net$");
        Text(answer, "hostedZoneId").ShouldBe("Z2FDTNDATAQYW2");
    }

    [Fact]
    public void Repository_has_the_url_of_its_registry() =>
        Text(Sample.With("aws:ecr/repository:Repository", ("name", "viewer")), "repositoryUrl")
            .ShouldBe("111111111111.dkr.ecr.eu-west-2.amazonaws.com/viewer");

    [Fact]
    public void Default_security_group_is_the_one_of_its_vpc()
    {
        var vpc = Sample.With("aws:ec2/vpc:Vpc");

        Sample.With("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", ("vpcId", vpc.Id)).Id
            .ShouldBe(Text(vpc, "defaultSecurityGroupId"));
    }

    [Fact]
    public void Nat_gateway_has_the_address_of_its_allocation()
    {
        var address = Sample.With("aws:ec2/eip:Eip");

        Text(Sample.With("aws:ec2/natGateway:NatGateway", ("allocationId", address.Id)), "publicIp").ShouldBe(Text(address, "publicIp"));
    }

    [Fact]
    public void Other_partition_has_its_arns_and_host_names()
    {
        var scope = new AwsScope("111111111111", "cn-north-1", "aws-cn");

        var answer = AwsAnswers.For("aws:s3/bucket:Bucket", "data", Map(("bucket", "data")), Sample.Identity, scope);

        Text(answer, "arn").ShouldBe("arn:aws-cn:s3:::data");
        Text(answer, "bucketRegionalDomainName").ShouldBe("data.s3.cn-north-1.amazonaws.com.cn");
    }

    [Fact]
    public void Value_that_the_program_gives_is_not_replaced_by_a_default() =>
        Sample.With("aws:lb/targetGroup:TargetGroup", ("deregistrationDelay", 30d)).Outputs["deregistrationDelay"].ShouldBe(30d);

    private static FakeAnswer Certificate(string domain, params object[] others) => Sample.With(
        "aws:acm/certificate:Certificate", ("domainName", domain), ("subjectAlternativeNames", List(others)));

    private static List<ImmutableDictionary<string, object>> Options(FakeAnswer certificate) =>
        [.. certificate.Outputs.Items("domainValidationOptions").Cast<ImmutableDictionary<string, object>>()];

    private static string Text(FakeAnswer answer, string key) => answer.Outputs[key].ShouldBeOfType<string>();

    private sealed class EntriesComparer : IEqualityComparer<ImmutableDictionary<string, object>>
    {
        public bool Equals(ImmutableDictionary<string, object>? x, ImmutableDictionary<string, object>? y) =>
            ContentDigest.Of(x) == ContentDigest.Of(y);

        public int GetHashCode(ImmutableDictionary<string, object> obj) => obj.Count;
    }
}
