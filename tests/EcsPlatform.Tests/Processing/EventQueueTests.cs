using EcsPlatform.Plans;
using EcsPlatform.Processing;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Processing;

public class EventQueueTests
{
    private const string Queue = "aws:sqs/queue:Queue";

    [Fact]
    public void All_defaults()
    {
        var args = new EventQueueArgs();
        args.VisibilityTimeoutSeconds.ShouldBeNull();
        args.Visibility(300).ShouldBe(1800);
        (args with { BatchWindowSeconds = 2 }).Visibility(300).ShouldBe(1802);
        (args with { VisibilityTimeoutSeconds = 2000 }).Visibility(300).ShouldBe(2000);
        (args.DelaySeconds, args.RetentionSeconds, args.MaxReceiveCount).ShouldBe((0, 345_600, 5));
        (args.BatchSize, args.BatchWindowSeconds, args.MaximumConcurrency, args.ReportBatchItemFailures, args.Enabled).ShouldBe((10, 0, null, true, true));
        args.OldestMessageMinutes.ShouldBe(60);
        args.Problems("queue", 900).ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        new EventQueueArgs
        {
            VisibilityTimeoutSeconds = 900,
            DelaySeconds = 901,
            RetentionSeconds = 59,
            MaxReceiveCount = 0,
            BatchSize = 11,
            MaximumConcurrency = 1,
            OldestMessageMinutes = 0,
        }.Problems("queue", 300).Select(problem => problem.ToString()).ShouldBe([
            "queue.visibilityTimeout: 900 s. Allowed: 1800 to 43200 s: six times the function's timeout of 300 s, and the batch window. " +
                "Leave it out, or choose a time in between.",
            "queue.delay: 901 s. Allowed: 0 to 900 s. Choose a number in between.",
            "queue.retention: 59 s. Allowed: 60 to 1209600 s. Choose a number in between.",
            "queue.maxReceiveCount: 0. Allowed: 1 to 1000. Choose a number in between.",
            "queue.maximumConcurrency: 1. Allowed: 2 to 1000. Choose a number in between.",
            "queue.oldestMessage: 0 min. Allowed: 1 to 1440 min. Choose a number in between.",
            "queue.batchSize: 11 without a window. Allowed: 1 to 10, or a window. Give a window of 1 s or more.",
        ]);
        new EventQueueArgs { BatchSize = 10_001, BatchWindowSeconds = 301 }.Problems("queue", 1).Select(problem => problem.ToString()).ShouldBe([
            "queue.batchSize: 10001. Allowed: 1 to 10000. Choose a number in between.",
            "queue.batchWindow: 301 s. Allowed: 0 to 300 s. Choose a number in between.",
        ]);
        new EventQueueArgs { BatchSize = 100, BatchWindowSeconds = 1 }.Problems("queue", 1).ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_that_fail_too_often_go_to_a_queue_that_keeps_them_for_14_days()
    {
        var plan = await Of(new EventQueueArgs { DelaySeconds = 10, RetentionSeconds = 600, MaxReceiveCount = 3 });
        var queue = plan.Only(Queue, "test");
        var dead = plan.Only(Queue, "test-dead-letter");
        (queue.Number("visibilityTimeoutSeconds"), queue.Number("delaySeconds"), queue.Number("messageRetentionSeconds")).ShouldBe((180, 10, 600));
        queue.Text("redrivePolicy").ShouldBe($$"""{"deadLetterTargetArn":"{{dead.OutputText("arn")}}","maxReceiveCount":3}""");
        dead.Number("messageRetentionSeconds").ShouldBe(1_209_600);
        dead.Input("redrivePolicy").ShouldBeNull();
        var allow = plan.Only("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy");
        allow.Text("queueUrl").ShouldBe(dead.OutputText("url"));
        allow.Text("redriveAllowPolicy").ShouldBe($$"""{"redrivePermission":"byQueue","sourceQueueArns":["{{queue.OutputText("arn")}}"]}""");
    }

    [Fact]
    public async Task Both_queues_are_encrypted_and_refuse_connections_without_TLS()
    {
        var plan = await Of(new EventQueueArgs());
        plan.All(Queue).Count.ShouldBe(2);
        plan.All(Queue).ShouldAllBe(queue => queue.Flag("sqsManagedSseEnabled"));
        foreach (var name in new[] { "test", "test-dead-letter" })
        {
            var policy = plan.Only("aws:sqs/queuePolicy:QueuePolicy", name);
            policy.Text("queueUrl").ShouldBe(plan.Only(Queue, name).OutputText("url"));
            policy.Json("policy").GetProperty("Statement")[0].GetRawText().ShouldBe(
                $$$$"""{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"sqs:*","Resource":"{{{{plan.Only(Queue, name).OutputText("arn")}}}}","Condition":{"Bool":{"aws:SecureTransport":"false"}}}""");
            policy.Json("policy").GetProperty("Statement").GetArrayLength().ShouldBe(1);
        }
    }

    [Fact]
    public async Task Long_names_fit()
    {
        var name = new string('a', 100);
        var plan = await TestPlan.OfAsync(() => _ = new EventQueue(name, new EventQueueArgs(), 30).Admit([], Valid.Account.Id));
        plan.All(Queue).Select(queue => queue.Name.Length).ShouldBe([72, 72]);
        plan.All(Queue).Select(queue => queue.Name).Distinct().Count().ShouldBe(2);
    }

    private static Task<Plan> Of(EventQueueArgs args) =>
        TestPlan.OfAsync(() => _ = new EventQueue("test", args, functionTimeoutSeconds: 30).Admit([], Valid.Account.Id));
}
