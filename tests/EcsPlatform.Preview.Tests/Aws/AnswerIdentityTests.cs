using EcsPlatform.Preview.Aws;
using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Tests.Aws;

public sealed class AnswerIdentityTests
{
    // Placeholders in a shape's id mean that AWS chooses it, or that it is made from the automatic name.
    public static TheoryData<string> TypesWithIdsOfTheirOwn { get; } =
    [
        .. AnswerShapes.ByType
            .Where(row => row.Value.Id is "=" or "N" or "U" or "C" || row.Value.Id.EndsWith("-E", StringComparison.Ordinal))
            .Select(row => row.Key)
            .Except(
            [
                "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "aws:iam/serviceLinkedRole:ServiceLinkedRole",
                "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
            ]),
    ];

    public static TheoryData<string> Types { get; } = [.. AwsAnswers.KnownTypes.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(TypesWithIdsOfTheirOwn))]
    public void Another_identity_gives_another_id(string type) =>
        Sample.Answer(type, Sample.OtherIdentity).Id.ShouldNotBe(Sample.Answer(type).Id);

    [Theory]
    [MemberData(nameof(Types))]
    public void The_same_identity_and_inputs_give_the_same_answer(string type)
    {
        var (first, second) = (Sample.Answer(type), Sample.Answer(type));

        second.Id.ShouldBe(first.Id);
        ContentDigest.Of(second.Outputs).ShouldBe(ContentDigest.Of(first.Outputs));
    }

    [Fact]
    public void Replaced_task_definition_gets_another_revision_and_arn()
    {
        var before = Sample.Answer("aws:ecs/taskDefinition:TaskDefinition");
        var after = Sample.Answer("aws:ecs/taskDefinition:TaskDefinition", Sample.OtherIdentity);

        after.Id.ShouldBe(before.Id);
        after.Outputs["arnWithoutRevision"].ShouldBe(before.Outputs["arnWithoutRevision"]);
        after.Outputs["revision"].ShouldNotBe(before.Outputs["revision"]);
        after.Outputs["arn"].ShouldBe($"{after.Outputs["arnWithoutRevision"]}:{after.Outputs["revision"]}");
    }

    [Fact]
    public void Launch_template_gets_another_version_when_its_data_change()
    {
        const string type = "aws:ec2/launchTemplate:LaunchTemplate";
        var before = Sample.With(type, ("imageId", "ami-1"));
        var changed = Sample.With(type, ("imageId", "ami-2"));
        var tagged = Sample.With(type, ("imageId", "ami-1"), ("tags", Map(("Team", "library"))));

        changed.Id.ShouldBe(before.Id);
        changed.Outputs["latestVersion"].ShouldBeOfType<double>().ShouldBeGreaterThanOrEqualTo(1);
        changed.Outputs["latestVersion"].ShouldNotBe(before.Outputs["latestVersion"]);
        tagged.Outputs["latestVersion"].ShouldBe(before.Outputs["latestVersion"]);
    }

    [Fact]
    public void Launch_template_that_updates_its_default_names_the_latest_version()
    {
        var answer = Sample.With("aws:ec2/launchTemplate:LaunchTemplate", ("updateDefaultVersion", true));

        answer.Outputs["defaultVersion"].ShouldBe(answer.Outputs["latestVersion"]);
    }

    [Fact]
    public void Published_function_gets_another_version_when_its_image_changes()
    {
        const string type = "aws:lambda/function:Function";
        var before = Sample.With(type, ("publish", true), ("imageUri", "a"));
        var after = Sample.With(type, ("publish", true), ("imageUri", "b"));

        after.Outputs["version"].ShouldNotBe(before.Outputs["version"]);
        after.Outputs["qualifiedArn"].ShouldBe($"{after.Outputs["arn"]}:{after.Outputs["version"]}");
        after.Outputs["arn"].ShouldBe(before.Outputs["arn"]);
    }

    [Fact]
    public void Function_that_is_not_published_has_the_version_latest() =>
        Sample.With("aws:lambda/function:Function").Outputs["version"].ShouldBe("$LATEST");

    [Fact]
    public void Content_digest_does_not_depend_on_the_order_of_keys()
    {
        ContentDigest.Of(Map(("a", "1"), ("b", List(["x", 2d, true]))))
            .ShouldBe(ContentDigest.Of(Map(("b", List(["x", 2d, true])), ("a", "1"))));
        ContentDigest.Of(List(["ab", "c"])).ShouldNotBe(ContentDigest.Of(List(["a", "bc"])));
        ContentDigest.Of("1").ShouldNotBe(ContentDigest.Of(1d));
        ContentDigest.Of(List([List(["a"]), List([])])).ShouldNotBe(ContentDigest.Of(List([List([]), List(["a"])])));
    }
}
