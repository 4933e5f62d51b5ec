using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Aws;

/// <summary>Auto Scaling groups and Application Auto Scaling.</summary>
internal static class AutoScalingAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:autoscaling/group:Group"] = group => group
            .IdIsName()
            .Arn("autoscaling", $"autoScalingGroup:{Uuid(group)}:autoScalingGroupName/{group.Id}")
            .Set("predictedCapacity", 0d).Set("warmPoolSize", 0d).Empty("namePrefix")
            .Default("defaultCooldown", 300d).Default("healthCheckType", "EC2").Default("availabilityZones", NoItems)
            .Default("desiredCapacity", group.Inputs.GetValueOrDefault("minSize", 0d)).Default("loadBalancers", NoItems)
            .Default("targetGroupArns", NoItems).Default("vpcZoneIdentifiers", NoItems)
            .Default("serviceLinkedRoleArn", group.Scope.GlobalArn(
                "iam", "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling")),
        ["aws:autoscaling/lifecycleHook:LifecycleHook"] = hook => hook.IdIsName().Default("defaultResult", "ABANDON"),
        ["aws:autoscaling/policy:Policy"] = policy => policy
            .IdIsName()
            .Arn("autoscaling", $"scalingPolicy:{Uuid(policy)}:{GroupPath(policy)}:policyName/{policy.Id}"),
        ["aws:autoscaling/schedule:Schedule"] = schedule => schedule
            .Identify(schedule.Text("scheduledActionName"))
            .Arn("autoscaling", $"scheduledUpdateGroupAction:{Uuid(schedule)}:{GroupPath(schedule)}:scheduledActionName/{schedule.Id}"),
        ["aws:autoscaling/notification:Notification"] = notification => notification.Identify(notification.Text("topicArn")),
        ["aws:autoscaling/attachment:Attachment"] = attachment => attachment
            .Identify($"{attachment.Text("autoscalingGroupName")}-{FakeIdentifiers.Digits(26, attachment.Seed())}"),
        ["aws:autoscaling/tag:Tag"] = tag => tag
            .Identify($"{tag.Text("autoscalingGroupName")},{tag.Inputs.Entries("tag").Text("key")}"),
        ["aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment"] = attachment => attachment.Identify(string.Join(
            ',',
            attachment.Text("autoscalingGroupName"),
            attachment.Inputs.Entries("trafficSource").Text("type"),
            attachment.Inputs.Entries("trafficSource").Text("identifier"))),
        ["aws:appautoscaling/target:Target"] = target => target
            .Identify(target.Text("resourceId")).Tags()
            .Arn("application-autoscaling", $"scalable-target/{FakeIdentifiers.Hex(34, target.Seed())}")
            .Default("roleArn", ServiceRole(target)),
        ["aws:appautoscaling/policy:Policy"] = policy => policy
            .IdIsName().Set("alarmArns", NoItems)
            .Arn("autoscaling", $"scalingPolicy:{Uuid(policy)}:{ScalableResource(policy)}:policyName/{policy.Id}"),
        ["aws:appautoscaling/scheduledAction:ScheduledAction"] = action => action
            .Named().Identify($"{action.Text("name")}-{action.Text("serviceNamespace")}-{action.Text("resourceId")}")
            .Arn("autoscaling", $"scheduledAction:{Uuid(action)}:{ScalableResource(action)}:scheduledActionName/{action.Text("name")}"),
    };

    private static string Uuid(AnswerDraft draft) => FakeIdentifiers.Uuid(draft.Seed());

    private static string GroupPath(AnswerDraft draft) => $"autoScalingGroupName/{draft.Text("autoscalingGroupName")}";

    private static string ScalableResource(AnswerDraft draft) => $"resource/{draft.Text("serviceNamespace")}/{draft.Text("resourceId")}";

    private static string ServiceRole(AnswerDraft target)
    {
        var (prefix, role) = target.Text("serviceNamespace") switch
        {
            "ecs" => ("ecs", "ECSService"),
            "dynamodb" => ("dynamodb", "DynamoDBTable"),
            "lambda" => ("lambda", "LambdaConcurrency"),
            var other => (other, other),
        };
        return target.Scope.GlobalArn(
            "iam", $"role/aws-service-role/{prefix}.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_{role}");
    }
}
