using System.Collections.Immutable;
using EcsPlatform.Preview.Aws;
using EcsPlatform.Preview.Rules;
using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Tests.Aws;

public sealed class LookUpTests
{
    private const string Account = "111111111111";
    private const string Elb = $"arn:aws:elasticloadbalancing:eu-west-2:{Account}";

    public static TheoryData<string> Tokens { get; } = [.. LookUps.Known];

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Every_output_is_answered_with_an_id_and_an_ARN_of_their_own_shape(string token)
    {
        var facts = (token.Contains("/get", StringComparison.Ordinal) ? KnownTypes.Function(token) : KnownTypes.Resource(token)).ShouldNotBeNull();

        var answer = facts.Kind == "function" ? Invoke(token) : AwsAnswers.Read(token, "it", NoEntries, Sample.Scope).Outputs;

        var objects = facts.Outputs.Where(output => output.Type.Kind is not ("string" or "enum" or "list" or "map" or "bool" or "int" or "double"));
        facts.Outputs.Where(output => !output.Optional).Except(objects).Select(output => output.Name).Where(name => name != "id" || facts.Kind == "function")
            .ShouldBeSubsetOf(answer.Keys);
        if (answer.Text("arn") is { Length: > 0 } arn && facts.Kind == "function")
        {
            (arn.StartsWith("arn:aws:", StringComparison.Ordinal) || arn.StartsWith("[looked up: ", StringComparison.Ordinal)).ShouldBeTrue(arn);
        }
    }

    [Fact]
    public void Placeholder_says_what_was_looked_up_and_by_what()
    {
        var group = Invoke("aws:ec2/getSecurityGroup:getSecurityGroup", ("vpcId", "vpc-1"), ("name", "CloudFront"));

        group.Text("id").ShouldBe("[looked up: id of aws:ec2/getSecurityGroup(name=CloudFront, vpcId=vpc-1)]");
        group.Text("description").ShouldBe("[looked up: description of aws:ec2/getSecurityGroup(name=CloudFront, vpcId=vpc-1)]");
        (group.Text("name"), group.Text("vpcId"), group.Text("region")).ShouldBe(("CloudFront", "vpc-1", "eu-west-2"));
        Invoke("aws:ec2/getSubnets:getSubnets", ("filters", List([Map(("values", List(["vpc-1"])), ("name", "vpc-id"))])), ("tags", Map(("Tier", "private"))))
            .Texts("ids").ShouldBe(["[looked up: ids of aws:ec2/getSubnets(filters=[{name=vpc-id, values=[vpc-1]}], tags={Tier=private})]"]);
    }

    [Fact]
    public void What_cannot_be_a_placeholder_is_nothing()
    {
        var vpc = Invoke("aws:ec2/getVpc:getVpc", ("id", "vpc-1"));

        vpc["enableDnsSupport"].ShouldBe(false);
        vpc.Items("cidrBlockAssociations").ShouldBeEmpty();
        vpc.Entries("tags").ShouldBeEmpty();
        Invoke("aws:ec2/getSubnet:getSubnet")["availableIpAddressCount"].ShouldBe(0d);
        Invoke("aws:lb/getLoadBalancer:getLoadBalancer").ShouldNotContainKey("accessLogs");
    }

    [Theory]
    [InlineData("aws:ec2/getVpc:getVpc", "id", "vpc-1", "arn", $"arn:aws:ec2:eu-west-2:{Account}:vpc/vpc-1")]
    [InlineData("aws:ec2/getManagedPrefixList:getManagedPrefixList", "name", "com.amazonaws.global.cloudfront.origin-facing", "ownerId", "AWS")]
    [InlineData("aws:route53/getZone:getZone", "zoneId", "Z1", "arn", "arn:aws:route53:::hostedzone/Z1")]
    [InlineData("aws:ecs/getCluster:getCluster", "clusterName", "shared", "arn", $"arn:aws:ecs:eu-west-2:{Account}:cluster/shared")]
    [InlineData("aws:ecr/getRepository:getRepository", "name", "library/viewer", "repositoryUrl", $"{Account}.dkr.ecr.eu-west-2.amazonaws.com/library/viewer")]
    [InlineData("aws:cloudwatch/getLogGroup:getLogGroup", "name", "/ecs/main", "arn", $"arn:aws:logs:eu-west-2:{Account}:log-group:/ecs/main")]
    [InlineData("aws:ssm/getParameter:getParameter", "name", "/viewer/colour", "arn", $"arn:aws:ssm:eu-west-2:{Account}:parameter/viewer/colour")]
    [InlineData("aws:ssm/getParameter:getParameter", "name", $"arn:aws:ssm:eu-west-2:{Account}:parameter/size", "arn", $"arn:aws:ssm:eu-west-2:{Account}:parameter/size")]
    [InlineData("aws:efs/getFileSystem:getFileSystem", "fileSystemId", "fs-1", "dnsName", "fs-1.efs.eu-west-2.amazonaws.com")]
    [InlineData("aws:efs/getAccessPoint:getAccessPoint", "accessPointId", "fsap-1", "arn", $"arn:aws:elasticfilesystem:eu-west-2:{Account}:access-point/fsap-1")]
    [InlineData("aws:kms/getKey:getKey", "keyId", "0a1b", "arn", $"arn:aws:kms:eu-west-2:{Account}:key/0a1b")]
    [InlineData("aws:kms/getKey:getKey", "keyId", "arn:aws:kms:eu-west-2:222222222222:key/0a1b", "arn", "arn:aws:kms:eu-west-2:222222222222:key/0a1b")]
    [InlineData("aws:kms/getAlias:getAlias", "name", "alias/logs", "arn", $"arn:aws:kms:eu-west-2:{Account}:alias/logs")]
    [InlineData("aws:s3/getBucket:getBucket", "bucket", "releases", "bucketRegionalDomainName", "releases.s3.eu-west-2.amazonaws.com")]
    [InlineData("aws:sns/getTopic:getTopic", "name", "alarms", "arn", $"arn:aws:sns:eu-west-2:{Account}:alarms")]
    [InlineData("aws:sqs/getQueue:getQueue", "name", "jobs", "url", $"https://sqs.eu-west-2.amazonaws.com/{Account}/jobs")]
    [InlineData("aws:secretsmanager/getSecret:getSecret", "arn", "arn:s", "id", "arn:s")]
    [InlineData("aws:lb/getLoadBalancer:getLoadBalancer", "arn", $"{Elb}:loadbalancer/net/main/0123", "zoneId", "ZD4D7Y8KGAS4G")]
    [InlineData("aws:lb/getLoadBalancer:getLoadBalancer", "arn", $"{Elb}:loadbalancer/app/main/0123", "arnSuffix", "app/main/0123")]
    [InlineData("aws:lb/getLoadBalancer:getLoadBalancer", "arn", $"{Elb}:loadbalancer/app/main/0123", "name", "main")]
    [InlineData("aws:lb/getTargetGroup:getTargetGroup", "arn", $"{Elb}:targetgroup/web/0123", "arnSuffix", "targetgroup/web/0123")]
    [InlineData("aws:lb/getTargetGroup:getTargetGroup", "arn", $"{Elb}:targetgroup/web/0123", "name", "web")]
    public void What_follows_from_the_question_is_exact(string token, string argument, string value, string output, string expected) =>
        Invoke(token, (argument, value)).Text(output).ShouldBe(expected);

    [Theory]
    [InlineData("aws:acm/getCertificate:getCertificate", "domain", "x.org", $"arn:aws:acm:eu-west-2:{Account}:certificate/[looked up: arn of aws:acm/getCertificate(domain=x.org)]")]
    [InlineData("aws:secretsmanager/getSecret:getSecret", "name", "db", $"arn:aws:secretsmanager:eu-west-2:{Account}:secret:db-[looked up: arn of aws:secretsmanager/getSecret(name=db)]")]
    [InlineData("aws:lb/getLoadBalancer:getLoadBalancer", "name", "main", $"{Elb}:loadbalancer/app/main/[looked up: arn of aws:lb/getLoadBalancer(name=main)]")]
    [InlineData("aws:kms/getKey:getKey", "keyId", "alias/logs", $"arn:aws:kms:eu-west-2:{Account}:key/[looked up: id of aws:kms/getKey(keyId=alias/logs)]")]
    public void An_ARN_keeps_its_shape_around_the_part_that_only_AWS_knows(string token, string argument, string value, string expected) =>
        Invoke(token, (argument, value)).Text("arn").ShouldBe(expected);

    [Theory]
    [InlineData("aws:cloudfront/getCachePolicy:getCachePolicy", "Managed-CachingDisabled", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad")]
    [InlineData("aws:cloudfront/getOriginRequestPolicy:getOriginRequestPolicy", "Managed-AllViewer", "216adef6-5c7f-47e4-b989-5492eafa07d3")]
    [InlineData("aws:cloudfront/getResponseHeadersPolicy:getResponseHeadersPolicy", "Managed-SecurityHeadersPolicy", "67f7725c-6f97-4210-82d7-5512b31e9d03")]
    public void Managed_policies_of_CloudFront_have_their_published_ids(string token, string name, string id)
    {
        Invoke(token, ("name", name)).Text("id").ShouldBe(id);
        Invoke(token, ("id", id)).Text("name").ShouldBe(name);
        Invoke(token, ("name", "own")).Text("id").ShouldStartWith("[looked up: id of aws:cloudfront/get");
    }

    [Fact]
    public void A_look_up_in_another_region_is_of_that_region() =>
        Invoke("aws:sns/getTopic:getTopic", ("name", "alarms"), ("region", "us-east-1")).Text("arn").ShouldBe($"arn:aws:sns:us-east-1:{Account}:alarms");

    [Fact]
    public void A_zone_that_is_read_keeps_its_id_and_names_no_servers_of_its_own()
    {
        var zone = AwsAnswers.Read("aws:route53/zone:Zone", "Z1", Map(("comment", "ours")), Sample.Scope);

        zone.Id.ShouldBe("Z1");
        zone.Outputs.ShouldNotContainKey("id");
        (zone.Outputs.Text("zoneId"), zone.Outputs.Text("comment")).ShouldBe(("Z1", "ours"));
        zone.Outputs.Texts("nameServers").ShouldBe(["[looked up: nameServers of aws:route53/zone 'Z1']"]);
    }

    [Theory]
    [InlineData("aws:ecs/cluster:Cluster", "shared", "arn", $"arn:aws:ecs:eu-west-2:{Account}:cluster/shared")]
    [InlineData("aws:ecs/cluster:Cluster", $"arn:aws:ecs:eu-west-2:{Account}:cluster/shared", "name", "shared")]
    [InlineData("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders", "shared", "clusterName", "shared")]
    [InlineData("aws:sns/topic:Topic", $"arn:aws:sns:eu-west-2:{Account}:alarms", "name", "alarms")]
    [InlineData("aws:sqs/queue:Queue", $"https://sqs.eu-west-2.amazonaws.com/{Account}/jobs", "arn", $"arn:aws:sqs:eu-west-2:{Account}:jobs")]
    [InlineData("aws:lb/loadBalancer:LoadBalancer", $"{Elb}:loadbalancer/app/main/0123", "arnSuffix", "app/main/0123")]
    [InlineData("aws:iam/role:Role", "task", "arn", "[looked up: arn of aws:iam/role 'task']")]
    public void What_follows_from_the_id_of_a_resource_that_is_read_is_exact(string type, string id, string output, string expected) =>
        AwsAnswers.Read(type, id, NoEntries, Sample.Scope).Outputs.Text(output).ShouldBe(expected);

    [Fact]
    public void Of_a_type_without_facts_only_the_state_is_known() =>
        AwsAnswers.Read("demo:index:Thing", "t", Map(("size", 1d)), Sample.Scope).Outputs.Keys.ShouldBe(["size"]);

    private static ImmutableDictionary<string, object> Invoke(string token, params (string Key, object Value)[] args) =>
        AwsAnswers.Invoke(token, Map(args), Sample.Scope).ShouldNotBeNull();
}
