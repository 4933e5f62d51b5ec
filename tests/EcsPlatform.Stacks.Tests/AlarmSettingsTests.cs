using EcsPlatform.Foundations;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks.Tests;

public class AlarmSettingsTests
{
    private static readonly AwsAccount Account = new("111111111111", "eu-west-1");

    [Fact]
    public void Without_a_topic_there_are_no_alarms()
    {
        new AlarmSettings(null).TopicArns.ShouldBeNull();
        new AlarmSettings(null).Problems("ecs-platform:alarms", Account).ShouldBeEmpty();
    }

    [Fact]
    public void A_topic_hears_of_all()
    {
        var settings = new AlarmSettings("arn:aws:sns:eu-west-1:111111111111:operators");
        settings.TopicArns!.Value.Length.ShouldBe(1);
        settings.Problems("ecs-platform:alarms", Account).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("operators")]
    [InlineData("arn:aws:sqs:eu-west-1:111111111111:operators")]
    [InlineData("arn:aws:sns:us-east-1:111111111111:operators")]
    public void A_topic_is_one_of_the_region(string arn) =>
        new AlarmSettings(arn).Problems("ecs-platform:alarms", Account).Select(problem => problem.ToString()).ShouldBe([
            $"ecs-platform:alarms.topic: '{arn}'. Allowed: the ARN of a topic in eu-west-1. Give a topic whose policy lets CloudWatch publish.",
        ]);
}
