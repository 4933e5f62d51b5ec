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
    };

    [Fact]
    public void All_defaults() => new ImageRegistries { Account = Valid.Account }.Adopted.ShouldBeEmpty();

    [Theory]
    [InlineData("library/viewer", "111111111111.dkr.ecr.eu-west-1.amazonaws.com/library/viewer")]
    [InlineData("library/search", "222222222222.dkr.ecr.eu-west-1.amazonaws.com/library/search")]
    [InlineData("library/player", "111111111111.dkr.ecr.us-east-1.amazonaws.com/library/player")]
    [InlineData("333333333333.dkr.ecr.eu-west-2.amazonaws.com/library/search", "333333333333.dkr.ecr.eu-west-2.amazonaws.com/library/search")]
    public void A_pin_becomes_a_full_reference(string repository, string full) =>
        Registries.Resolve(ImageReference.Parse($"{repository}@{Valid.Digest}")).ToString().ShouldBe($"{full}@{Valid.Digest}");
}
