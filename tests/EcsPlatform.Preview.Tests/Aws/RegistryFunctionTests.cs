using System.Collections.Immutable;
using EcsPlatform.Preview.Aws;
using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Tests.Aws;

public sealed class RegistryFunctionTests
{
    private const string GetImage = "aws:ecr/getImage:getImage";
    private const string Digest = "sha256:3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";

    [Fact]
    public void Image_named_by_its_digest_is_taken_as_it_is()
    {
        var answer = Invoke(("repositoryName", "library/viewer"), ("imageDigest", Digest)).ShouldNotBeNull();

        answer.Text("imageDigest").ShouldBe(Digest);
        answer.Text("id").ShouldBe(Digest);
        answer.Text("registryId").ShouldBe("111111111111");
        answer.Text("region").ShouldBe("eu-west-2");
        answer.Text("imageUri").ShouldBe($"111111111111.dkr.ecr.eu-west-2.amazonaws.com/library/viewer@{Digest}");
        answer.Texts("imageTags").ShouldHaveSingleItem();
        answer["imagePushedAt"].ShouldBeOfType<double>();
        answer["imageSizeInBytes"].ShouldBeOfType<double>();
    }

    [Fact]
    public void Image_of_another_registry_is_found_there() =>
        Invoke(("repositoryName", "library/viewer"), ("imageDigest", Digest), ("registryId", "222222222222"), ("region", "us-east-1"))!
            .Text("imageUri").ShouldBe($"222222222222.dkr.ecr.us-east-1.amazonaws.com/library/viewer@{Digest}");

    [Fact]
    public void Image_that_only_AWS_knows_has_no_answer()
    {
        Invoke(("repositoryName", "library/viewer"), ("imageTag", "latest")).ShouldBeNull();
        Invoke(("repositoryName", "library/viewer"), ("imageTag", "latest"), ("imageDigest", Digest)).ShouldBeNull();
        Invoke(("repositoryName", "library/viewer"), ("mostRecent", true)).ShouldBeNull();
    }

    private static ImmutableDictionary<string, object>? Invoke(params (string Key, object Value)[] args) =>
        AwsAnswers.Invoke(GetImage, Map(args), Sample.Scope);
}
