using System.Text.RegularExpressions;
using EcsPlatform.Plans;

namespace EcsPlatform.Testing.Rules;

/// <summary>Rules for functions and who invokes them.</summary>
public static partial class FunctionRules
{
    private const string Function = FunctionPlan.Function;

    // Who invokes functions and does not wait: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html
    private static readonly string[] AsynchronousCallers = ["events.amazonaws.com", "s3.amazonaws.com", "sns.amazonaws.com"];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        PlanRule.Each("LMB-01", FunctionPlan.Permission, permission => permission.Value("principal") != "*"
            && (permission.Value("sourceArn") is not null || permission.Value("sourceAccount") is not null)),
        PlanRule.Each("LMB-02", Function, function => function.Value("packageType") == "Image"
            ? ByDigest().IsMatch(function.Value("imageUri") ?? "")
            : function.Value("sourceCodeHash") is not null && !Deprecated().IsMatch(function.Value("runtime") ?? "")),
        PlanRule.Each("LMB-03", Function, (function, plan) => function.Value("tracingConfig.mode") == "Active"
            && plan.All("aws:cloudwatch/logGroup:LogGroup").Any(group => function.Names("loggingConfig.logGroup", group, "name"))
            && !plan.PoliciesOf(function).Any(policy => (policy.Value("policy") ?? "").Contains("logs:CreateLogGroup", StringComparison.Ordinal))),
        PlanRule.Each("LMB-04", Function, function => function.Input("vpcConfig") is null
            || (function.Items("vpcConfig.subnetIds").Distinct().Count() >= 2 && function.IsOn("replaceSecurityGroupsOnDestroy"))),
        PlanRule.Each("LMB-05", Function, (function, plan) =>
            Mappings(function, plan).Where(mapping => (mapping.Value("eventSourceArn") ?? "").StartsWith("arn:aws:sqs:", StringComparison.Ordinal))
                .All(mapping => LosesNoMessage(mapping, function, plan))
            && (!IsCalledByEvents(function, plan) || KeepsFailedEvents(function, plan))),
        PlanRule.Each("LMB-06", Function, (function, plan) => !HoldsACredential(function)
            && (function.Amount("reservedConcurrentExecutions") is not null
                || Mappings(function, plan).Any(mapping => mapping.Amount("scalingConfig.maximumConcurrency") is not null)
                || IsCalledByAScheduleAlone(function, plan))),
    ];

    private static IEnumerable<PlannedResource> Mappings(PlannedResource function, Plan plan) =>
        plan.All(FunctionPlan.Mapping).Where(mapping => plan.FunctionOf(mapping.Value("functionName")) == function);

    // Six times the timeout leaves time to try again before the queue shows a message to others:
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    private static bool LosesNoMessage(PlannedResource mapping, PlannedResource function, Plan plan) =>
        mapping.Items("functionResponseTypes").Contains(new PropertyValue.Text("ReportBatchItemFailures"))
        && plan.All("aws:sqs/queue:Queue").Where(queue => mapping.Names("eventSourceArn", queue, "arn"))
            .All(queue => queue.Amount("visibilityTimeoutSeconds") >= 6 * function.Amount("timeout"));

    // A schedule starts one invocation at a time.
    private static bool IsCalledByAScheduleAlone(PlannedResource function, Plan plan) =>
        plan.All("aws:scheduler/schedule:Schedule").Any(schedule => plan.FunctionOf(schedule.Value("target.arn")) == function)
        && !Mappings(function, plan).Any()
        && !plan.All(FunctionPlan.Permission).Any(permission => plan.FunctionOf(permission.Value("function")) == function);

    private static bool IsCalledByEvents(PlannedResource function, Plan plan) => plan.All(FunctionPlan.Permission)
        .Any(permission => AsynchronousCallers.Contains(permission.Value("principal")) && plan.FunctionOf(permission.Value("function")) == function);

    private static bool KeepsFailedEvents(PlannedResource function, Plan plan) => function.Value("deadLetterConfig.targetArn") is not null
        || plan.All("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").Any(
            config => plan.FunctionOf(config.Value("functionName")) == function && config.Value("destinationConfig.onFailure.destination") is not null);

    // A parameter's name and a secret's ARN are no secrets.
    private static bool HoldsACredential(PlannedResource function) =>
        function.Input("environment.variables") is PropertyValue.Map variables && variables.Entries.Any(variable => variable.Value is PropertyValue.Text text
            && (AccessKey().IsMatch(text.Value) || (SecretName().IsMatch(variable.Key) && !Reference().IsMatch(text.Value))));

    [GeneratedRegex("@sha256:[0-9a-f]{64}$")]
    private static partial Regex ByDigest();

    // https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
    [GeneratedRegex(@"^(|dotnet[5-8].*|dotnetcore.*|go1\.x|java8|nodejs(4|6|8|10|12|14|16|18|20)\..*|provided|provided\.al2|python2\.7|python3\.([6-9]|10)|ruby2.*|ruby3\.2)$")]
    private static partial Regex Deprecated();

    [GeneratedRegex("(PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIALS?|KEY)$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex("^(arn:|/)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\b(AKIA|ASIA)[A-Z0-9]{16}\b")]
    private static partial Regex AccessKey();
}
