using EcsPlatform.Plans;
using EcsPlatform.Preview.Rules;
using static EcsPlatform.Preview.Aws.PlainValues;
using static EcsPlatform.Preview.Tests.Rules.Changes;

namespace EcsPlatform.Preview.Tests.Rules;

public sealed class DeleteBeforeReplaceTests
{
    private const string Group = "aws:lb/targetGroup:TargetGroup";

    [Theory]
    [InlineData(Group, "name")]
    [InlineData("aws:ecs/service:Service", "name")]
    [InlineData("aws:s3/bucket:Bucket", "bucket")]
    [InlineData("aws:cloudwatch/eventTarget:EventTarget", "targetId")]
    [InlineData("aws:efs/fileSystem:FileSystem", "creationToken")]
    [InlineData("aws:lambda/permission:Permission", "statementId")]
    public void A_name_that_the_program_gives_stands_in_the_way_of_its_replacement(string type, string input)
    {
        Deletes(type, Values((input, "own"))).ShouldBeTrue();
        Deletes(type, Values()).ShouldBeFalse();
    }

    [Fact]
    public void A_name_that_the_program_changes_does_so_too() => ResourceRules.Instance
        .DeletesBeforeReplace(Resource(Group, Values(("name", "old"))), Resource(Group, Values(("name", "new")))).ShouldBeTrue();

    [Fact]
    public void An_automatic_name_in_a_state_does_not()
    {
        Deletes(Group, Values(("name", "thing-0123456"), ("__defaults", List(["name", "slowStart"])))).ShouldBeFalse();
        Deletes(Group, Values(("name", "own"), ("__defaults", List(["slowStart"])))).ShouldBeTrue();
    }

    [Fact]
    public void A_prefix_does_not() => Deletes(Group, Values(("namePrefix", "main-"))).ShouldBeFalse();

    [Theory]
    [InlineData("aws:route53/record:Record", "name")]
    [InlineData("aws:ecs/taskDefinition:TaskDefinition", "family")]
    [InlineData("aws:s3/bucketObjectv2:BucketObjectv2", "key")]
    [InlineData("test:index:Thing", "name")]
    public void Names_that_the_provider_never_makes_do_not(string type, string input) => Deletes(type, Values((input, "own"))).ShouldBeFalse();

    [Theory]
    [InlineData("aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter")]
    [InlineData("aws:ec2/securityGroupRule:SecurityGroupRule")]
    [InlineData("aws:ecr/lifecyclePolicy:LifecyclePolicy")]
    [InlineData("aws:efs/mountTarget:MountTarget")]
    [InlineData("aws:iam/rolePolicyAttachment:RolePolicyAttachment")]
    public void Some_types_always_delete_first(string type) => Deletes(type, Values()).ShouldBeTrue();

    [Fact]
    public void An_input_that_is_said_to_be_named_automatically_exists_and_may_be_left_out() => Facts.Resources
        .Where(resource => resource.AutoNamed is not null)
        .ShouldAllBe(resource => resource.Inputs.Exists(input => input.Name == resource.AutoNamed && !input.Required));

    private static bool Deletes(string type, PropertyValue.Map inputs) =>
        ResourceRules.Instance.DeletesBeforeReplace(Resource(type), Resource(type, inputs));
}
