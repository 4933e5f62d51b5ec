using EcsPlatform.Plans;
using EcsPlatform.Preview.Rules;
using static EcsPlatform.Preview.Aws.PlainValues;
using static EcsPlatform.Preview.Tests.Rules.Changes;

namespace EcsPlatform.Preview.Tests.Rules;

public sealed class ReplacementTests
{
    private const string Definition = "aws:ecs/taskDefinition:TaskDefinition";
    private const string Service = "aws:ecs/service:Service";
    private const string Provider = "aws:ecs/capacityProvider:CapacityProvider";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string FileSystem = "aws:efs/fileSystem:FileSystem";

    [Theory]
    [InlineData(Service, "launchType", true)]
    [InlineData(Service, "taskDefinition", false)]
    [InlineData(Service, "desiredCount", false)]
    [InlineData(Definition, "family", true)]
    [InlineData(Definition, "trackLatest", false)]
    [InlineData("aws:lambda/layerVersion:LayerVersion", "skipDestroy", true)]
    [InlineData("aws:lb/listenerRule:ListenerRule", "priority", false)]
    [InlineData(Service, "noSuchInput", false)]
    public void An_input_replaces_as_the_facts_mark_it(string type, string input, bool replaces) =>
        Replaces(type, input, Values((input, "a")), Values((input, "b"))).ShouldBe(replaces);

    [Fact]
    public void What_the_provider_takes_as_a_whole_replaces_wherever_in_it_the_change_is()
    {
        Replaces(Definition, Path("containerDefinitions", "#viewer", "image"), "a", "b").ShouldBeTrue();
        Replaces(Definition, Path("requiresCompatibilities", "0"), "EC2", "FARGATE").ShouldBeTrue();
        Replaces("random:index/randomPet:RandomPet", Path("keepers", "zone"), null, "a").ShouldBeTrue();
        Replaces("aws:iam/role:Role", Path("assumeRolePolicy", "Statement", "0", "Action"), "a", "b").ShouldBeFalse();
    }

    [Fact]
    public void Of_a_block_each_field_speaks_for_itself()
    {
        Replaces(Provider, Path("autoScalingGroupProvider", "autoScalingGroupArn"), "a", "b").ShouldBeTrue();
        Replaces(Provider, Path("autoScalingGroupProvider", "managedScaling", "targetCapacity"), 80d, 90d).ShouldBeFalse();
        Replaces(Provider, Path("autoScalingGroupProvider", "noSuchField"), "a", "b").ShouldBeFalse();
        Replaces(Provider, Path("autoScalingGroupProvider"), Map(("autoScalingGroupArn", "a")), Map(("autoScalingGroupArn", "b"))).ShouldBeTrue();
    }

    [Fact]
    public void A_block_in_a_list_is_found_by_key_and_by_position()
    {
        Replaces(Definition, Path("volumes", "#data", "hostPath"), "/a", "/b").ShouldBeTrue();
        Replaces(Definition, Path("volumes", "0", "efsVolumeConfiguration", "rootDirectory"), "/a", "/b").ShouldBeTrue();
        Replaces(Definition, Path("volumes", "#data"), null, Map(("name", "data"))).ShouldBeTrue();
        Replaces(Service, Path("loadBalancers", "0", "containerPort"), 80d, 90d).ShouldBeFalse();
        Replaces("aws:autoscaling/group:Group", Path("instanceRefresh", "preferences", "checkpointPercentages"), NoItems, List([50d])).ShouldBeFalse();
        Replaces(Service, Path("loadBalancers", "0"), Map(("containerPort", 80d)), null).ShouldBeFalse();
    }

    [Fact]
    public void A_block_that_is_marked_replaces_when_it_comes_or_goes()
    {
        Replaces(Provider, Path("autoScalingGroupProvider"), null, Map(("managedTerminationProtection", "ENABLED"))).ShouldBeTrue();
        Replaces(Provider, Path("autoScalingGroupProvider"), Map(("managedTerminationProtection", "ENABLED")), null).ShouldBeTrue();
    }

    [Fact]
    public void A_block_that_is_not_marked_replaces_when_it_comes_with_a_field_that_is()
    {
        const string certificate = "aws:acm/certificate:Certificate";
        Replaces(certificate, Path("options"), null, Map(("export", "ENABLED"))).ShouldBeTrue();
        Replaces(certificate, Path("options"), null, Map(("certificateTransparencyLoggingPreference", "ENABLED"))).ShouldBeFalse();
        Replaces(Service, Path("deploymentCircuitBreaker"), null, Map(("enable", true))).ShouldBeFalse();
    }

    [Fact]
    public void An_empty_list_is_none() => Replaces(Definition, Path("requiresCompatibilities"), null, NoItems).ShouldBeFalse();

    [Fact]
    public void A_secret_that_changes_replaces_though_it_looks_the_same()
    {
        var secret = new PropertyValue.Secret("[secret]");
        Replaces("random:index/randomPassword:RandomPassword", Path("keepers"), secret, secret).ShouldBeTrue();
        Replaces("aws:ssm/parameter:Parameter", Path("value"), secret, secret).ShouldBeFalse();
    }

    [Fact]
    public void A_value_that_is_known_later_replaces() => Replaces(Subnet, Path("vpcId"), "vpc-1", PropertyValue.Unknown.Value).ShouldBeTrue();

    [Fact]
    public void An_input_that_names_what_the_provider_chose_changes_nothing()
    {
        var old = Resource(Subnet, outputs: Values(("availabilityZone", "eu-west-2a")));
        Replaces(old, Resource(Subnet, Values(("availabilityZone", "eu-west-2a"))), "availabilityZone").ShouldBeFalse();
        Replaces(old, Resource(Subnet, Values(("availabilityZone", "eu-west-2b"))), "availabilityZone").ShouldBeTrue();
    }

    [Theory]
    [InlineData(Subnet, "availabilityZone", false)]
    [InlineData("aws:ecs/cluster:Cluster", "name", true)]
    [InlineData("aws:s3/bucket:Bucket", "bucket", true)]
    [InlineData("aws:s3/bucketObjectv2:BucketObjectv2", "key", true)]
    [InlineData("aws:acm/certificate:Certificate", "options", false)]
    [InlineData(FileSystem, "creationToken", true)]
    [InlineData("aws:ec2/securityGroup:SecurityGroup", "description", true)]
    [InlineData(FileSystem, "availabilityZoneName", false)]
    [InlineData("aws:lb/targetGroup:TargetGroup", "vpcId", true)]
    public void An_input_that_is_left_out_stays_where_the_provider_chooses_it(string type, string input, bool replaces) =>
        Replaces(type, input, Values((input, "a")), Values()).ShouldBe(replaces);

    [Fact]
    public void To_name_the_providers_own_region_changes_nothing()
    {
        var here = Values(("region", "eu-west-2"));
        Replaces(Resource(Subnet, outputs: here), Resource(Subnet, here, here), "region").ShouldBeFalse();
        Replaces(Resource(Subnet, here, here), Resource(Subnet, outputs: here), "region").ShouldBeFalse();
        Replaces(Resource(Subnet, here, here), Resource(Subnet, outputs: Values(("region", "eu-west-1"))), "region").ShouldBeTrue();
        Replaces(Resource(Subnet, outputs: here), Resource(Subnet, Values(("region", "eu-west-1"))), "region").ShouldBeTrue();
    }

    [Fact]
    public void Resources_without_a_region_have_no_input_for_it() => Facts.Resources
        .Where(resource => resource.Token.Split(':', '/')[1] is "iam" or "route53" or "cloudfront")
        .SelectMany(resource => resource.Inputs)
        .ShouldNotContain(input => input.Name == "region");

    [Fact]
    public void Every_input_of_random_replaces() => Facts.Resources
        .Where(resource => resource.Token.StartsWith("random:", StringComparison.Ordinal))
        .SelectMany(resource => resource.Inputs.Select(input => Replaces(resource.Token, input.Name, Values((input.Name, "a")), Values((input.Name, "b")))))
        .ShouldAllBe(replaces => replaces);

    [Fact]
    public void Of_a_type_without_facts_nothing_is_known()
    {
        Replaces("aws:appmesh/mesh:Mesh", "name", Values(("name", "a")), Values(("name", "b"))).ShouldBeFalse();
        ResourceRules.Knows("aws:appmesh/mesh:Mesh").ShouldBeFalse();
        ResourceRules.Knows("test").ShouldBeFalse();
        ResourceRules.Knows(Service).ShouldBeTrue();
    }
}
