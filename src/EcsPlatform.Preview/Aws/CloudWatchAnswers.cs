namespace EcsPlatform.Preview.Aws;

/// <summary>Logs, alarms, dashboards and trails.</summary>
internal static class CloudWatchAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:cloudwatch/logGroup:LogGroup"] = group => group
            .IdIsName(512).Arn("logs", $"log-group:{group.Id}").Tags().Empty("namePrefix", "kmsKeyId")
            .Default("retentionInDays", 0d).Default("skipDestroy", false).Default("logGroupClass", "STANDARD")
            .Default("deletionProtectionEnabled", false),
        ["aws:cloudwatch/logStream:LogStream"] = stream => stream
            .IdIsName(512).Arn("logs", $"log-group:{stream.Text("logGroupName")}:log-stream:{stream.Id}"),
        ["aws:cloudwatch/logMetricFilter:LogMetricFilter"] = filter => filter.IdIsName(512).Default("applyOnTransformedLogs", false),
        ["aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter"] = filter => filter
            .Named(512).Identify($"cwlsf-{FakeIdentifiers.Digits(10, filter.Seed())}")
            .Default("applyOnTransformedLogs", false).Empty("roleArn"),
        ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy"] = policy => policy
            .Identify(policy.Text("policyName") is { Length: > 0 } name ? name : policy.Text("resourceArn"))
            .Set("policyScope", policy.Text("resourceArn").Length > 0 ? "RESOURCE" : "ACCOUNT")
            .Set("revisionId", FakeIdentifiers.Hex(32, policy.ContentSeed())),
        ["aws:cloudwatch/logDeliverySource:LogDeliverySource"] = source => source
            .Named(60).Identify(source.Text("name")).Arn("logs", $"delivery-source:{source.Id}").Tags().Set("service", Service(source.Text("resourceArn"))),
        ["aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination"] = destination => destination
            .Named(60).Identify(destination.Text("name")).Arn("logs", $"delivery-destination:{destination.Id}").Tags()
            .Default("deliveryDestinationType", DestinationType(destination.Inputs.Entries("deliveryDestinationConfiguration").Text("destinationResourceArn"))),
        ["aws:cloudwatch/logDelivery:LogDelivery"] = delivery => delivery
            .Identify(FakeIdentifiers.LowerAlphanumeric(16, delivery.Seed())).Arn("logs", $"delivery:{delivery.Id}").Tags(),
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = alarm => alarm.IdIsName().Arn("cloudwatch", $"alarm:{alarm.Id}").Tags(),
        ["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = alarm => alarm
            .Identify(alarm.Text("alarmName")).Arn("cloudwatch", $"alarm:{alarm.Id}").Tags(),
        ["aws:cloudwatch/dashboard:Dashboard"] = dashboard => dashboard
            .Identify(dashboard.Text("dashboardName"))
            .Set("dashboardArn", dashboard.Scope.GlobalArn("cloudwatch", $"dashboard/{dashboard.Id}")),
        ["aws:cloudtrail/trail:Trail"] = trail => trail
            .Named(128).Arn("cloudtrail", $"trail/{trail.Text("name")}").IdIsArn().Tags().Set("homeRegion", trail.Scope.Region),
    };

    private static string Service(string arn) => arn.Split(':') is [_, _, var service, ..] ? service : "";

    private static string DestinationType(string arn) => Service(arn) switch { "s3" => "S3", "firehose" => "FH", "" => "XRAY", _ => "CWL" };
}
