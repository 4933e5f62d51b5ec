using EcsPlatform.Foundations;

namespace EcsPlatform.Tests.Foundations;

public class ArnTests
{
    [Theory]
    [InlineData("arn:aws:acm:eu-west-1:111111111111:certificate/5e0a", "aws", "acm", "eu-west-1", "111111111111", "certificate/5e0a")]
    [InlineData("arn:aws:s3:::bucket/key:with:colons", "aws", "s3", "", "", "bucket/key:with:colons")]
    public void Parts_are_read_and_written(string text, string partition, string service, string region, string account, string resource)
    {
        Arn.TryParse(text, out var arn).ShouldBeTrue();
        arn.ShouldBe(new Arn(partition, service, region, account, resource));
        arn.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("certificate/5e0a")]
    [InlineData("arn:aws:acm:eu-west-1:111111111111")]
    [InlineData("arn:aws:acm:eu-west-1:111111111111:")]
    [InlineData("arn::acm:eu-west-1:111111111111:certificate/5e0a")]
    [InlineData("arn:aws::eu-west-1:111111111111:certificate/5e0a")]
    [InlineData("urn:aws:acm:eu-west-1:111111111111:certificate/5e0a")]
    public void Other_texts_are_no_ARNs(string? text) => Arn.TryParse(text, out _).ShouldBeFalse();
}
