using EcsPlatform.Foundations;

namespace EcsPlatform.Tests.Foundations;

public class ImageReferenceTests
{
    private const string Digest = "sha256:3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";
    private const string Registry = "111111111111.dkr.ecr.eu-west-1.amazonaws.com";

    [Theory]
    [InlineData("viewer", null, "viewer")]
    [InlineData("library/viewer", null, "library/viewer")]
    [InlineData("library/image_server-2.x", null, "library/image_server-2.x")]
    [InlineData("library/image__server--2", null, "library/image__server--2")]
    [InlineData(Registry + "/library/viewer", Registry, "library/viewer")]
    [InlineData("localhost:5000/viewer", "localhost:5000", "viewer")]
    public void A_reference_with_a_digest_is_read_and_written_back(string name, string? registry, string repository)
    {
        var image = ImageReference.Parse($"{name}@{Digest}");
        image.Registry.ShouldBe(registry);
        image.Repository.ShouldBe(repository);
        image.Digest.ShouldBe(Digest);
        image.ToString().ShouldBe($"{name}@{Digest}");
    }

    [Theory]
    [InlineData("library/viewer")]
    [InlineData("library/viewer:1.2")]
    [InlineData("library/viewer:1.2@" + Digest)]
    [InlineData("library/viewer@sha256:3f2a")]
    [InlineData("library/viewer@sha512:3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2")]
    [InlineData("library/viewer@SHA256:3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2")]
    [InlineData("library/viewer@sha256:3F2A9C51E07BD84466D1A5BE90C27F38E4B10D7AC96F52837B1E04D9A8C365F2")]
    [InlineData("Library/viewer@" + Digest)]
    [InlineData("library//viewer@" + Digest)]
    [InlineData("library/viewer..x@" + Digest)]
    [InlineData("@" + Digest)]
    [InlineData("library/viewer@" + Digest + "\n")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_that_could_point_elsewhere_tomorrow_is_refused(string? text) => ImageReference.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_registry_is_added_only_where_there_is_none()
    {
        ImageReference.Parse($"viewer@{Digest}").In(Registry).ToString().ShouldBe($"{Registry}/viewer@{Digest}");
        ImageReference.Parse($"other.example.org/viewer@{Digest}").In(Registry).ToString().ShouldBe($"other.example.org/viewer@{Digest}");
    }

    [Fact]
    public void Only_an_image_in_ECR_has_a_repository_ARN()
    {
        ImageReference.Parse($"{Registry}/library/viewer@{Digest}").RepositoryArn()
            .ShouldBe("arn:aws:ecr:eu-west-1:111111111111:repository/library/viewer");
        ImageReference.Parse($"library/viewer@{Digest}").RepositoryArn().ShouldBeNull();
        ImageReference.Parse($"registry.example.org/viewer@{Digest}").RepositoryArn().ShouldBeNull();
    }

    [Theory]
    [InlineData("123456789012.dkr.ecr.us-east-1.amazonaws.com", "123456789012", "us-east-1")]
    [InlineData(Registry, "111111111111", "eu-west-1")]
    public void An_ECR_registry_says_its_account_and_region(string registry, string account, string region) =>
        ImageReference.Parse($"{registry}/viewer@{Digest}").EcrRegistry().ShouldBe(new AwsAccount(account, region));

    [Theory]
    [InlineData("public.ecr.aws")]
    [InlineData("111111111111.dkr.ecr.cn-north-1.amazonaws.com.cn")]
    [InlineData("111111111111.dkr.ecr.cn-north-1.amazonaws.com")]
    [InlineData("111111111111.dkr.ecr.us-gov-west-1.amazonaws.com")]
    [InlineData("1111.dkr.ecr.eu-west-1.amazonaws.com")]
    public void Any_other_registry_says_none(string registry) =>
        ImageReference.Parse($"{registry}/viewer@{Digest}").EcrRegistry().ShouldBeNull();

    [Theory]
    [InlineData("library/viewer", "Pin the digest: aws ecr describe-images shows it")]
    [InlineData("localhost:5000/viewer", "Pin the digest: aws ecr describe-images shows it")]
    [InlineData("library/viewer:latest", "Pin the digest that the tag means now: aws ecr describe-images shows it")]
    [InlineData("library/viewer:1.2@" + Digest, "Leave the tag out: the digest says which image it is")]
    [InlineData(Digest, "Put the repository and @ in front of the digest")]
    [InlineData("@" + Digest, "Put the repository in front of the digest")]
    [InlineData("viewer@sha512:3f2a", "Use the image's SHA-256 digest")]
    [InlineData("viewer@sha256:3f2a", "Copy the whole digest: 64 digits, not 4")]
    [InlineData("viewer@sha256:3F2A9C51E07BD84466D1A5BE90C27F38E4B10D7AC96F52837B1E04D9A8C365F2", "Write the digest in lower-case hexadecimal digits")]
    [InlineData("Viewer@" + Digest, "Write the repository in lower case, its parts joined by single slashes, dots, hyphens or underscores")]
    public void What_is_wrong_with_a_text_is_said(string text, string advice)
    {
        ImageReference.TryParse(text, out _).ShouldBeFalse();
        ImageReference.Advice(text).ShouldBe(advice);
    }
}
