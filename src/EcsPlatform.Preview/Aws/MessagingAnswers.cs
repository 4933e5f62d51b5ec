namespace EcsPlatform.Preview.Aws;

/// <summary>Topics, queues and event buses.</summary>
internal static class MessagingAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:sns/topic:Topic"] = topic => topic
            .Named(256, suffix: Fifo(topic, "fifoTopic")).Arn("sns", topic.Text("name")).IdIsArn().Tags()
            .Set("owner", topic.Scope.AccountId).Empty("beginningArchiveTime", "namePrefix"),
        ["aws:sns/topicPolicy:TopicPolicy"] = policy => policy
            .Identify(policy.Text("arn")).Set("owner", policy.Scope.AccountId),
        ["aws:sns/topicSubscription:TopicSubscription"] = subscription => subscription
            .Set("arn", $"{subscription.Text("topic")}:{FakeIdentifiers.Uuid(subscription.Seed())}").IdIsArn()
            .Set("ownerId", subscription.Scope.AccountId).Set("confirmationWasAuthenticated", true).Set("pendingConfirmation", false),
        ["aws:sqs/queue:Queue"] = queue => queue
            .Named(80, suffix: Fifo(queue, "fifoQueue")).Arn("sqs", queue.Text("name")).Tags().Empty("namePrefix")
            .Set("url", $"https://sqs.{queue.Scope.Region}.{queue.Scope.DnsSuffix}/{queue.Scope.AccountId}/{queue.Text("name")}")
            .Identify(queue.Text("url"))
            .Default("visibilityTimeoutSeconds", 30d).Default("messageRetentionSeconds", 345600d).Default("delaySeconds", 0d)
            .Default("sqsManagedSseEnabled", !queue.Inputs.ContainsKey("kmsMasterKeyId")),
        ["aws:sqs/queuePolicy:QueuePolicy"] = SettingOfQueue,
        ["aws:sqs/redrivePolicy:RedrivePolicy"] = SettingOfQueue,
        ["aws:sqs/redriveAllowPolicy:RedriveAllowPolicy"] = SettingOfQueue,
        ["aws:cloudwatch/eventBus:EventBus"] = bus => bus.IdIsName().Arn("events", $"event-bus/{bus.Id}").Tags(),
        ["aws:cloudwatch/eventRule:EventRule"] = rule => rule
            .Named(64).Identify(BusPrefix(rule) + rule.Text("name")).Arn("events", $"rule/{rule.Id}").Tags().Empty("namePrefix")
            .Default("eventBusName", "default"),
        ["aws:cloudwatch/eventTarget:EventTarget"] = target => target
            .Default("targetId", $"terraform-{FakeIdentifiers.Digits(26, target.Seed())}")
            .Identify($"{target.Text("rule")}-{target.Text("targetId")}").Default("eventBusName", "default"),
        ["aws:cloudwatch/eventPermission:EventPermission"] = permission => permission
            .Default("eventBusName", "default").Identify($"{permission.Text("eventBusName")}/{permission.Text("statementId")}"),
        ["aws:scheduler/schedule:Schedule"] = schedule => schedule
            .Named(64).Default("groupName", "default").Identify($"{schedule.Text("groupName")}/{schedule.Text("name")}")
            .Arn("scheduler", $"schedule/{schedule.Id}").Empty("namePrefix").Default("state", "ENABLED"),
        ["aws:scheduler/scheduleGroup:ScheduleGroup"] = group => group
            .IdIsName(64).Arn("scheduler", $"schedule-group/{group.Id}").Tags().Set("state", "ACTIVE").Empty("namePrefix")
            .Set("creationDate", FakeIdentifiers.Timestamp).Set("lastModificationDate", FakeIdentifiers.Timestamp),
    };

    private static string Fifo(AnswerDraft draft, string flag) => draft.Inputs.Flag(flag) ? ".fifo" : "";

    private static void SettingOfQueue(AnswerDraft setting) => setting.Identify(setting.Text("queueUrl"));

    // Rules on the account's own bus go by their bare name.
    private static string BusPrefix(AnswerDraft rule) =>
        rule.Text("eventBusName") is "" or "default" ? "" : $"{rule.Text("eventBusName")}/";
}
