using System.Text.Json;
using EcsPlatform.Plans;
using EcsPlatform.Processing;
using EcsPlatform.Testing;
using static EcsPlatform.Tests.Processing.Pipelines;

namespace EcsPlatform.Tests.Processing;

public class EventPipelineTests
{
    private const string Queue = "aws:sqs/queue:Queue";
    private const string QueuePolicy = "aws:sqs/queuePolicy:QueuePolicy";
    private const string Topic = "aws:sns/topic:Topic";
    private const string Subscription = "aws:sns/topicSubscription:TopicSubscription";
    private const string Notification = "aws:s3/bucketNotification:BucketNotification";
    private const string Mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Function = "aws:lambda/function:Function";

    [Fact]
    public async Task One_consumer_hears_through_its_queue_and_no_topic_is_made()
    {
        var plan = await Of(Args with { Events = [Items] });
        plan.All(Topic).ShouldBeEmpty();
        plan.All("aws:kms/key:Key").ShouldBeEmpty();
        var notification = plan.Only(Notification, "events-source");
        notification.Text("bucket").ShouldBe("library-source");
        notification.Input("topics").ShouldBeNull();
        notification.Input("queues.1").ShouldBeNull();
        notification.Text("queues.0.queueArn").ShouldBe(plan.Only(Queue, "events-copy").OutputText("arn"));
        (notification.Text("queues.0.filterPrefix"), notification.Text("queues.0.filterSuffix")).ShouldBe(("items/", ".xml"));
        notification.Texts("queues.0.events").ShouldBe(["s3:ObjectCreated:*", "s3:ObjectRemoved:*"]);
    }

    [Fact]
    public async Task Several_consumers_hear_through_a_topic_as_S3_wrote_it()
    {
        var plan = await Of(Args);
        var topic = plan.Only(Topic);
        topic.Name.ShouldStartWith("events-releases-collections---json-");
        topic.Text("kmsMasterKeyId").ShouldBe(plan.Only("aws:kms/key:Key").OutputText("arn"));
        var notification = plan.Only(Notification, "events-releases");
        notification.Input("queues").ShouldBeNull();
        notification.Text("topics.0.topicArn").ShouldBe(topic.OutputText("arn"));
        (notification.Text("topics.0.filterPrefix"), notification.Text("topics.0.filterSuffix")).ShouldBe(("collections/", ".json"));
        plan.All(Subscription).Select(one => (one.Text("protocol"), one.Text("topic"), one.Text("endpoint"))).ShouldBe(
            [
                ("sqs", topic.OutputText("arn"), plan.Only(Queue, "events-copy").OutputText("arn")),
                ("sqs", topic.OutputText("arn"), plan.Only(Queue, "events-index").OutputText("arn")),
            ],
            ignoreOrder: true);
        plan.All(Subscription).ShouldAllBe(one => one.Flag("rawMessageDelivery"));
    }

    [Fact]
    public async Task S3_may_use_the_topics_key_on_behalf_of_the_account()
    {
        var plan = await Of(Args);
        plan.Only("aws:kms/key:Key").Json("policy").GetProperty("Statement").EnumerateArray().Select(statement => statement.GetRawText()).ShouldContain(
            """{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":"*","Condition":{"StringEquals":{"aws:SourceAccount":"111111111111"}}}""");
    }

    [Fact]
    public async Task A_bucket_has_one_notification_whatever_it_tells()
    {
        var plan = await Of(Args with
        {
            Events =
            [
                Items, Items with { Prefix = "images/", Suffix = "", Changes = [ObjectChange.Created], Consumers = ["index"] },
                Items with { Prefix = "json/", Suffix = ".json" }, Collections,
            ],
        });
        plan.All(Notification).Select(notification => notification.Name).ShouldBe(["events-releases", "events-source"], ignoreOrder: true);
        var source = plan.Only(Notification, "events-source");
        source.Input("queues").ShouldBeOfType<PropertyValue.List>().Items.Length.ShouldBe(3);
        var images = Enumerable.Range(0, 3).Single(i => source.Text($"queues.{i}.id").StartsWith("source-images", StringComparison.Ordinal));
        source.Input($"queues.{images}.filterSuffix").ShouldBeNull();
        source.Texts($"queues.{images}.events").ShouldBe(["s3:ObjectCreated:*"]);
    }

    [Fact]
    public async Task Queues_take_messages_from_their_own_sources_alone()
    {
        var plan = await Of(Args);
        Statements(plan.Only(QueuePolicy, "events-copy"))[1..].ShouldBe([
            Allow("s3.amazonaws.com", "sqs:SendMessage", plan.Only(Queue, "events-copy"), "arn:aws:s3:::library-source"),
            Allow("sns.amazonaws.com", "sqs:SendMessage", plan.Only(Queue, "events-copy"), plan.Only(Topic).OutputText("arn")),
        ]);
        Statements(plan.Only(QueuePolicy, "events-index"))[1..].ShouldBe([
            Allow("sns.amazonaws.com", "sqs:SendMessage", plan.Only(Queue, "events-index"), plan.Only(Topic).OutputText("arn")),
        ]);
        Statements(plan.Only("aws:sns/topicPolicy:TopicPolicy")).ShouldBe([
            $$$$"""{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"sns:Publish","Resource":"{{{{plan.Only(Topic).OutputText("arn")}}}}","Condition":{"Bool":{"aws:SecureTransport":"false"}}}""",
            Allow("s3.amazonaws.com", "sns:Publish", plan.Only(Topic), "arn:aws:s3:::library-releases"),
        ]);
    }

    [Fact]
    public async Task A_notification_comes_after_every_policy_that_S3_tries()
    {
        var plan = await Of(Args);
        plan.Only(Notification, "events-source").Dependencies.ShouldContain(plan.Only(QueuePolicy, "events-copy").Urn);
        var releases = plan.Only(Notification, "events-releases").Dependencies;
        releases.ShouldContain(plan.Only("aws:sns/topicPolicy:TopicPolicy").Urn);
        foreach (var subscription in plan.All(Subscription))
        {
            releases.ShouldContain(subscription.Urn);
        }

        plan.Only(Subscription, $"{plan.Only(Topic).Name}-index").Dependencies.ShouldContain(plan.Only(QueuePolicy, "events-index").Urn);
    }

    [Fact]
    public async Task Functions_take_from_their_queue_in_batches()
    {
        var plan = await Of(Args with
        {
            Functions =
            [
                Copy,
                Indexer with
                {
                    Queue = new EventQueueArgs { BatchSize = 1, BatchWindowSeconds = 2, MaximumConcurrency = 35, ReportBatchItemFailures = false, Enabled = false },
                },
            ],
        });
        var copy = plan.Only(Mapping, "events-copy");
        copy.Text("eventSourceArn").ShouldBe(plan.Only(Queue, "events-copy").OutputText("arn"));
        copy.Text("functionName").ShouldBe(plan.Only(Function, "events-copy").OutputText("arn"));
        (copy.Number("batchSize"), copy.Number("maximumBatchingWindowInSeconds"), copy.Flag("enabled")).ShouldBe((10, 0, true));
        copy.Texts("functionResponseTypes").ShouldBe(["ReportBatchItemFailures"]);
        copy.Input("scalingConfig").ShouldBeNull();
        var index = plan.Only(Mapping, "events-index");
        (index.Number("batchSize"), index.Number("maximumBatchingWindowInSeconds"), index.Flag("enabled")).ShouldBe((1, 2, false));
        index.Input("functionResponseTypes").ShouldBeNull();
        index.Number("scalingConfig.maximumConcurrency").ShouldBe(35);
        index.Text("eventSourceArn").ShouldBe(plan.Only(Queue, "events-index").OutputText("arn"));
    }

    [Fact]
    public async Task Mappings_and_versions_lead_to_the_alias_where_there_is_one()
    {
        var plan = await Of(Args with { Functions = [Copy with { Function = Copy.Function with { Alias = "live" } }, Indexer] });
        plan.Only(Mapping, "events-copy").Text("functionName").ShouldBe(plan.Only("aws:lambda/alias:Alias").OutputText("arn"));
    }

    [Fact]
    public async Task A_function_may_take_its_messages_and_touch_its_places()
    {
        var plan = await Of(Args with
        {
            Buckets = Args.Buckets.SetItem("source", Args.Buckets["source"] with { KeyArn = "arn:aws:kms:eu-west-1:111111111111:key/0a1b" }),
            Functions =
            [
                Copy with { Reads = [new ObjectPlace("source", "items/")], Writes = [new ObjectPlace("releases", "html/")], Deletes = [new ObjectPlace("releases", "html/")] },
                Indexer,
            ],
        });
        var policy = plan.Only("aws:iam/rolePolicy:RolePolicy", "events-copy").Text("policy");
        policy.ShouldContain("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::library-source/items/*"}""");
        policy.ShouldContain("""{"Effect":"Allow","Action":["s3:AbortMultipartUpload","s3:PutObject"],"Resource":"arn:aws:s3:::library-releases/html/*"}""");
        policy.ShouldContain("""{"Effect":"Allow","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::library-releases/html/*"}""");
        policy.ShouldContain("""{"Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:aws:kms:eu-west-1:111111111111:key/0a1b"}""");
        policy.ShouldContain($"\"Resource\":\"{plan.Only(Queue, "events-copy").OutputText("arn")}\"");
        policy.ShouldNotContain(plan.Only(Queue, "events-index").OutputText("arn"));
        plan.Only("aws:iam/rolePolicy:RolePolicy", "events-index").Text("policy").ShouldNotContain("s3:");
    }

    [Fact]
    public async Task A_detour_leads_through_the_step_and_touches_nothing_else()
    {
        var before = await Of(Args with { Functions = [Copy, Indexer, Function("ark")] });
        var after = await Of(Args with
        {
            Functions = [Copy, Indexer, Function("ark")],
            Events = [Items, Collections with { Consumers = ["index"] }],
            Detours = [new EventDetour("copy", "ark", "TEI_QUEUE_URL")],
        });
        after.Only(Notification, "events-source").Text("queues.0.queueArn").ShouldBe(after.Only(Queue, "events-ark").OutputText("arn"));
        var ark = after.Only(Function, "events-ark");
        ark.Text("environment.variables.TEI_QUEUE_URL").ShouldBe(after.Only(Queue, "events-copy").OutputText("url"));
        var policy = after.Only("aws:iam/rolePolicy:RolePolicy", "events-ark").Text("policy");
        policy.ShouldContain("sqs:SendMessage");
        policy.ShouldContain(after.Only(Queue, "events-copy").OutputText("arn"));
        Statements(after.Only(QueuePolicy, "events-copy")).Length.ShouldBe(1);
        foreach (var name in new[] { "events-copy", "events-index" })
        {
            after.Only(Function, name).Inputs.ShouldBe(before.Only(Function, name).Inputs);
            after.Only(Mapping, name).Inputs.ShouldBe(before.Only(Mapping, name).Inputs);
        }
    }

    [Fact]
    public async Task Steps_come_one_before_the_other()
    {
        var plan = await Of(Args with
        {
            Functions = [Copy, Indexer, Function("ark"), Function("check")],
            Events = [Items],
            Detours = [new EventDetour("copy", "ark", "COPY_QUEUE_URL"), new EventDetour("ark", "check", "ARK_QUEUE_URL")],
        });
        plan.Only(Notification).Text("queues.0.queueArn").ShouldBe(plan.Only(Queue, "events-check").OutputText("arn"));
        plan.Only(Function, "events-check").Text("environment.variables.ARK_QUEUE_URL").ShouldBe(plan.Only(Queue, "events-ark").OutputText("url"));
        plan.Only(Function, "events-ark").Text("environment.variables.COPY_QUEUE_URL").ShouldBe(plan.Only(Queue, "events-copy").OutputText("url"));
    }

    [Fact]
    public async Task Alarms_tell_of_errors_throttles_old_messages_and_dead_letters()
    {
        (await Of(Args)).All(Alarm).ShouldBeEmpty();
        var plan = await Of(Args with
        {
            Functions = [Copy with { Queue = new EventQueueArgs { OldestMessageMinutes = 30 } }, Indexer],
            AlarmTopicArns = [TopicArn],
        });
        plan.All(Alarm).Count.ShouldBe(8);
        plan.All(Alarm).ShouldAllBe(alarm => alarm.Texts("alarmActions").Single() == TopicArn && alarm.Texts("okActions").Single() == TopicArn);
        plan.All(Alarm).ShouldAllBe(alarm => alarm.Text("treatMissingData") == "notBreaching" && alarm.Text("comparisonOperator") == "GreaterThanThreshold");
        (string, string, double, string, string)[] expected =
        [
            ("errors", "Errors", 0, "FunctionName", plan.Only(Function, "events-copy").OutputText("name")),
            ("throttles", "Throttles", 0, "FunctionName", plan.Only(Function, "events-copy").OutputText("name")),
            ("oldest-message", "ApproximateAgeOfOldestMessage", 1800, "QueueName", plan.Only(Queue, "events-copy").OutputText("name")),
            ("dead-letters", "ApproximateNumberOfMessagesVisible", 0, "QueueName", plan.Only(Queue, "events-copy-dead-letter").OutputText("name")),
        ];
        foreach (var (name, metric, threshold, dimension, value) in expected)
        {
            var alarm = plan.Only(Alarm, $"events-copy-{name}");
            (alarm.Text("metricName"), alarm.Number("threshold"), alarm.Text($"dimensions.{dimension}")).ShouldBe((metric, threshold, value));
        }

        plan.Only(Alarm, "events-copy-oldest-message").Text("alarmDescription").ShouldBe("A message for copy has waited for more than 30 minutes");
    }

    private static string[] Statements(PlannedResource policy) =>
        [.. policy.Json("policy").GetProperty("Statement").EnumerateArray().Select(statement => statement.GetRawText())];

    private static string Allow(string service, string action, PlannedResource resource, string source) => JsonSerializer.Serialize(new
    {
        Effect = "Allow",
        Principal = new { Service = service },
        Action = action,
        Resource = resource.OutputText("arn"),
        Condition = new { ArnEquals = new Dictionary<string, string> { ["aws:SourceArn"] = source }, StringEquals = new Dictionary<string, string> { ["aws:SourceAccount"] = "111111111111" } },
    });
}
