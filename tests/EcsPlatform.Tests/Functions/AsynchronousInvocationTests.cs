using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Testing;
using static EcsPlatform.Tests.Functions.FunctionPlans;

namespace EcsPlatform.Tests.Functions;

public class AsynchronousInvocationTests
{
    private const string QueueArn = "arn:aws:sqs:eu-west-1:111111111111:failed";
    private const string TopicArn = "arn:aws:sns:eu-west-1:111111111111:failed";
    private const string BusArn = "arn:aws:events:eu-west-1:111111111111:event-bus/platform";
    private const string NextArn = "arn:aws:lambda:eu-west-1:111111111111:function:next";

    [Fact]
    public async Task Events_that_failed_go_to_dead_letters()
    {
        var plan = await Of(Args with { Asynchronous = new AsynchronousInvocation.DeadLetter(new FunctionTarget.Queue(new QueueGrants(QueueArn))) });
        plan.Only(Function).Text("deadLetterConfig.targetArn").ShouldBe(QueueArn);
        plan.All(InvokeConfig).ShouldBeEmpty();
        plan.Statements()[2].ShouldContain("\"sqs:SendMessage\"");
        plan = await Of(Args with { Asynchronous = new AsynchronousInvocation.DeadLetter(new FunctionTarget.Topic(new TopicGrants(TopicArn))) });
        plan.Only(Function).Text("deadLetterConfig.targetArn").ShouldBe(TopicArn);
        plan.Statements()[2].ShouldBe($$"""{"Effect":"Allow","Action":"sns:Publish","Resource":"{{TopicArn}}"}""");
    }

    [Fact]
    public async Task Records_of_events_go_to_destinations()
    {
        var plan = await Of(Args with
        {
            Alias = "live",
            Asynchronous = new AsynchronousInvocation.Destinations
            {
                OnFailure = new FunctionTarget.EventBus(new EventBusGrants(BusArn)),
                OnSuccess = new FunctionTarget.Function(NextArn),
                RetryAttempts = 0,
                MaximumEventAgeSeconds = 60,
            },
        });
        var config = plan.Only(InvokeConfig, "copy");
        config.Text("destinationConfig.onFailure.destination").ShouldBe(BusArn);
        config.Text("destinationConfig.onSuccess.destination").ShouldBe(NextArn);
        (config.Number("maximumRetryAttempts"), config.Number("maximumEventAgeInSeconds")).ShouldBe((0, 60));
        (config.Text("functionName"), config.Text("qualifier")).ShouldBe((plan.Only(Function).OutputText("name"), "live"));
        config.Dependencies.ShouldContain(plan.Only(AliasType).Urn);
        plan.Only(Function).Input("deadLetterConfig").ShouldBeNull();
        plan.Statements().Skip(2).ShouldBe([
            $$"""{"Effect":"Allow","Action":"events:PutEvents","Resource":"{{BusArn}}"}""",
            $$"""{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"{{NextArn}}"}""",
        ]);
    }

    [Fact]
    public async Task Retries_alone_are_configured_too()
    {
        var config = (await Of(Args with { Asynchronous = new AsynchronousInvocation.Discard { RetryAttempts = 1 } })).Only(InvokeConfig);
        (config.Number("maximumRetryAttempts"), config.Input("destinationConfig"), config.Input("qualifier")).ShouldBe((1, null, null));
    }
}
