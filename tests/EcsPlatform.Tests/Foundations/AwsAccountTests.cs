using EcsPlatform.Foundations;

namespace EcsPlatform.Tests.Foundations;

public class AwsAccountTests
{
    [Theory]
    [InlineData("eu-west-1")]
    [InlineData("ap-southeast-4")]
    [InlineData("mx-central-1")]
    public void Regions_of_the_partition_aws_are_right(string region) =>
        new AwsAccount("111111111111", region).Problems("account").ShouldBeEmpty();

    [Theory]
    [InlineData("Ireland")]
    [InlineData("eu-west-1a")]
    [InlineData("cn-north-1")]
    [InlineData("us-gov-west-1")]
    [InlineData("us-isob-east-1")]
    [InlineData("eusc-de-east-1")]
    public void Other_regions_are_not(string region) =>
        new AwsAccount("111111111111", region).Problems("account").Single().ToString().ShouldBe(
            $"account.region: '{region}'. Allowed: a region of the partition aws, such as eu-west-1. Give the region's code.");

    [Theory]
    [InlineData("1111")]
    [InlineData("1111111111112")]
    [InlineData("11111111111x")]
    public void An_account_has_twelve_digits(string id) =>
        new AwsAccount(id, "eu-west-1").Problems("account").Single().ToString().ShouldBe(
            $"account.id: '{id}'. Allowed: an account's twelve digits. Give the account's number.");
}
