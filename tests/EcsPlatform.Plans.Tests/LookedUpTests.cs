namespace EcsPlatform.Plans.Tests;

public class LookedUpTests
{
    private const string Group = "[looked up: id of aws:ec2/getSecurityGroup(name=a, filters=[{name=vpc, values=[vpc-1]}])]";

    [Theory]
    [InlineData(Group, "sg-0123456789abcdef0", true)]
    [InlineData($"arn:aws:ec2:eu-west-1:111111111111:security-group/{Group}", "arn:aws:ec2:eu-west-1:111111111111:security-group/sg-1", true)]
    [InlineData($"arn:{Group}:end", "arn:middle:end", true)]
    [InlineData($"arn:{Group}:end", "arn:middle:other", false)]
    [InlineData($"arn:{Group}:end", "arn::end", false)]
    [InlineData(Group, "", false)]
    [InlineData(Group, Group, false)]
    [InlineData("sg-0123456789abcdef0", "sg-1", false)]
    public void A_placeholder_may_be_what_stands_in_its_place(string text, string value, bool expected) =>
        LookedUp.MayBe(text, value).ShouldBe(expected);
}
