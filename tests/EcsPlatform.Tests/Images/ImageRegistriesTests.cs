using EcsPlatform.Foundations;
using EcsPlatform.Images;

namespace EcsPlatform.Tests.Images;

public class ImageRegistriesTests
{
    private static readonly ImageRegistries Registries = new()
    {
        Account = Valid.Account,
        Adopted =
        [
            new ImageRepository.Adopt("library/search", new AwsAccount("222222222222", "eu-west-1")),
            new ImageRepository.Adopt("library/player", new AwsAccount("111111111111", "us-east-1")),
        ],
        Caches = [new PullThroughCache("public.ecr.aws", "ecr-public"), new PullThroughCache("docker.io", "docker-hub")],
    };

    [Fact]
    public void All_defaults()
    {
        var registries = new ImageRegistries { Account = Valid.Account };
        registries.Adopted.ShouldBeEmpty();
        registries.Caches.ShouldBeEmpty();
        new ImageRepositoriesArgs { Account = Valid.Account, Repositories = [] }.Caches.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("library/viewer", "111111111111.dkr.ecr.eu-west-1.amazonaws.com/library/viewer")]
    [InlineData("library/search", "222222222222.dkr.ecr.eu-west-1.amazonaws.com/library/search")]
    [InlineData("library/player", "111111111111.dkr.ecr.us-east-1.amazonaws.com/library/player")]
    [InlineData("333333333333.dkr.ecr.eu-west-2.amazonaws.com/library/search", "333333333333.dkr.ecr.eu-west-2.amazonaws.com/library/search")]
    [InlineData("public.ecr.aws/nginx/nginx", "111111111111.dkr.ecr.eu-west-1.amazonaws.com/ecr-public/nginx/nginx")]
    [InlineData("docker.io/nginx", "111111111111.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx")]
    [InlineData("docker.io/library/nginx", "111111111111.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx")]
    [InlineData("docker.io/library/search", "111111111111.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/search")]
    public void A_pin_becomes_a_full_reference(string repository, string full) =>
        Registries.Resolve(ImageReference.Parse($"{repository}@{Valid.Digest}")).ToString().ShouldBe($"{full}@{Valid.Digest}");

    [Theory]
    [InlineData("library/viewer")]
    [InlineData("333333333333.dkr.ecr.eu-west-2.amazonaws.com/library/search")]
    [InlineData("docker.io/nginx")]
    public void An_image_that_ECR_serves_is_right(string repository) =>
        Registries.Problems("web.image", ImageReference.Parse($"{repository}@{Valid.Digest}")).ShouldBeEmpty();

    [Theory]
    [InlineData("ghcr.io/example/viewer", "Copy the image to ECR, or let a pull-through cache stand for its registry.")]
    [InlineData("registry.example.org/viewer", "Copy the image to ECR, where a digest stays available.")]
    [InlineData("111111111111.dkr.ecr.cn-north-1.amazonaws.com.cn/viewer", "Copy the image to ECR, where a digest stays available.")]
    public void An_image_of_any_other_registry_is_refused(string repository, string advice) =>
        Registries.Problems("web.image", ImageReference.Parse($"{repository}@{Valid.Digest}")).ShouldHaveSingleItem().ToString().ShouldBe(
            $"web.image: '{repository}@{Valid.Digest}'. Allowed: an image in ECR, one that names no registry, or one of public.ecr.aws, or one of docker.io. {advice}");

    [Fact]
    public void Every_problem_of_a_cache_is_reported() => new ImageRepositoriesArgs
    {
        Account = Valid.Account,
        Repositories = [],
        Caches = [new PullThroughCache("registry.example.org", "x/"), new PullThroughCache("quay.io", "quay"), new PullThroughCache("quay.io", "other")],
    }.Problems("images").Select(problem => problem.ToString()).ShouldBe([
        "images.caches[0].upstream: 'registry.example.org'. Allowed: public.ecr.aws, docker.io, ghcr.io, registry.gitlab.com, registry.k8s.io, quay.io. " +
            "Give the registry's host as references name it.",
        "images.caches[0].repositoryPrefix: 'x/'. Allowed: 2 to 30 lower-case letters, digits and single inner . _ -, with slashes between parts. " +
            "Give the rule's repository prefix, without a slash at its end.",
        "images.caches: 'quay.io' 2 times. Allowed: each registry once. Remove all but one.",
    ]);
}
