using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Networking;
using EcsPlatform.Testing;
using EcsPlatform.Testing.Rules;
using static EcsPlatform.Tests.Functions.FetchPlans;
using static EcsPlatform.Tests.Functions.FunctionPlans;

namespace EcsPlatform.Tests.Functions;

public class ScheduledFetchTests
{
    private const string Schedule = "aws:scheduler/schedule:Schedule";
    private const string Role = "aws:iam/role:Role";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Fact]
    public void All_defaults()
    {
        (Fetch.KeyPrefix, Fetch.ContentType).ShouldBe(("", null));
        (Fetch.TimeoutSeconds, Fetch.Retries, Fetch.PauseSeconds, Fetch.MemoryMiB).ShouldBe((30, 3, 5, 256));
        Fetch.Logs.ShouldBe(new LogGroup.Create());
        new ScheduleExpression.Cron("30 2 * * ? *").TimeZone.ShouldBe("UTC");
        ProblemsOf(Fetch).ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported() =>
        ProblemsOf(Fetch with
        {
            Account = new AwsAccount("1", "eu-west-1"),
            Url = "http://search.library.example.org/summary",
            Schedule = new ScheduleExpression.Cron("30 2 * * *") { TimeZone = "Europe/Cambridge" },
            KeyPrefix = "/summary",
            ObjectName = "a/b.json",
            ContentType = "json",
            TimeoutSeconds = 0,
            Retries = 6,
            PauseSeconds = 61,
            MemoryMiB = 64,
            TopicArns = [],
            Logs = new LogGroup.Create { RetentionDays = 10 },
        }).ShouldBe([
            "summary.url: 'http://search.library.example.org/summary'. Allowed: an address that begins with https://. Give the whole address.",
            "summary.schedule.cron: '30 2 * * *'. Allowed: six fields, of which the day of the month or the day of the week is ?, such as 30 2 * * ? *. " +
                "Give minutes, hours, day of the month, month, day of the week and year.",
            "summary.schedule.timeZone: 'Europe/Cambridge'. Allowed: a zone of the IANA time zone database, such as Europe/London, or UTC. Name the area and the city.",
            "summary.keyPrefix: '/summary'. Allowed: names of letters, digits and _ . -, each with / after it. Write it like summary/, or leave it out.",
            "summary.objectName: 'a/b.json'. Allowed: letters, digits and _ . -. Write it like statistics.json.",
            "summary.contentType: 'json'. Allowed: a type and a subtype, such as application/json. Correct it, or leave it out to take the answer's.",
            "summary.timeout: 0 s. Allowed: 1 to 300 s. Choose a number in between.",
            "summary.retries: 6. Allowed: 0 to 5. Choose a number in between.",
            "summary.pause: 61 s. Allowed: 1 to 60 s. Choose a number in between.",
            "summary.topics: none. Allowed: one or more. Name who hears of a failure.",
            "summary.account.id: '1'. Allowed: an account's twelve digits. Give the account's number.",
            "summary.memory: 64 MiB. Allowed: 128 to 10240 MiB. Give what the code needs.",
            $"summary.logs.retentionDays: 10 days. Allowed: {string.Join(", ", LogRetention.Allowed)}. Choose a retention period that CloudWatch Logs knows.",
        ]);

    [Fact]
    public void An_address_has_no_credentials() =>
        ProblemsOf(Fetch with { Url = "https://reader:word@search.library.example.org/" })[0].ShouldBe(
            "summary.url: an address with credentials. Allowed: one without. Leave them out: everybody may read the program.");

    [Fact]
    public void All_attempts_together_fit_into_a_functions_time()
    {
        ProblemsOf(Fetch with { TimeoutSeconds = 300 }).ShouldBe([
            "summary: 1265 s for all attempts, their pauses and storing. Allowed: up to 900 s. Shorten the timeout or the pause, or try less often.",
        ]);
        ProblemsOf(Fetch with { TimeoutSeconds = 300, Retries = 1, PauseSeconds = 60 }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, RateUnit.Days, "rate(1 day)")]
    [InlineData(12, RateUnit.Hours, "rate(12 hours)")]
    [InlineData(90, RateUnit.Minutes, "rate(90 minutes)")]
    public void A_rate_has_a_unit(int value, RateUnit unit, string expected) => new ScheduleExpression.Rate(value, unit).Text.ShouldBe(expected);

    [Theory]
    [InlineData("30 2 * * ? *", true)]
    [InlineData("0 6 ? * MON-FRI *", true)]
    [InlineData("0 6 * * * *", false)]
    [InlineData("0 6 ? * ? *", false)]
    [InlineData("0 6 ? * mon *", false)]
    public void A_cron_expression_has_six_fields(string fields, bool right) =>
        new ScheduleExpression.Cron(fields).Problems("summary").Count().ShouldBe(right ? 0 : 1);

    [Fact]
    public void A_rate_is_positive() => new ScheduleExpression.Rate(0, RateUnit.Days).Problems("summary").Single().ToString().ShouldBe(
        "summary.rate: 0. Allowed: 1 or more. Give the number of units between two runs.");

    [Fact]
    public async Task The_function_knows_what_to_fetch_and_has_time_for_all_attempts()
    {
        var plan = await OfFetch(Fetch);
        var function = plan.Only(Function, "summary");
        (function.Text("runtime"), function.Text("handler"), function.Text("packageType")).ShouldBe(("nodejs24.x", "index.handler", "Zip"));
        (function.Number("timeout"), function.Number("memorySize")).ShouldBe((4 * 30 + 5 + 10 + 20 + 30, 256));
        function.Text("environment.variables.FETCH_URL").ShouldBe("https://search.library.example.org/summary?format=sdmx");
        function.Text("environment.variables.BUCKET").ShouldBe("statistics");
        function.Text("environment.variables.OBJECT_NAME").ShouldBe("service-stats.json");
        (function.Text("environment.variables.TIMEOUT_SECONDS"), function.Text("environment.variables.RETRIES"), function.Text("environment.variables.PAUSE_SECONDS"))
            .ShouldBe(("30", "3", "5"));
        function.Input("environment.variables.KEY_PREFIX").ShouldBeNull();
        function.Input("environment.variables.CONTENT_TYPE").ShouldBeNull();
        function.Text("loggingConfig.logGroup").ShouldBe(plan.Only("aws:cloudwatch/logGroup:LogGroup").OutputText("name"));
        plan.Only("aws:cloudwatch/logGroup:LogGroup").Number("retentionInDays").ShouldBe(90);
    }

    [Fact]
    public async Task Lambda_does_not_try_again_what_the_code_has_tried() =>
        (await OfFetch(Fetch)).Only(InvokeConfig).Number("maximumRetryAttempts").ShouldBe(0);

    [Fact]
    public async Task The_function_may_store_this_object_of_any_day_only()
    {
        (await OfFetch(Fetch with { KeyPrefix = "counts/daily/" })).FetchStatements().ShouldBe([
            """{"Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::statistics/counts/daily/????-??-??/service-stats.json"}""",
        ]);
        (await OfFetch(Fetch with { Bucket = new BucketGrants("arn:aws:s3:::statistics") { KeyArn = "arn:aws:kms:eu-west-1:111111111111:key/1" } })).FetchStatements().ShouldBe([
            """{"Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::statistics/????-??-??/service-stats.json"}""",
            """{"Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":"arn:aws:kms:eu-west-1:111111111111:key/1"}""",
        ]);
    }

    [Fact]
    public async Task The_scheduler_may_invoke_this_function_only()
    {
        var plan = await OfFetch(Fetch);
        var schedule = plan.Only(Schedule, "summary");
        schedule.Text("scheduleExpression").ShouldBe("rate(1 day)");
        schedule.Input("scheduleExpressionTimezone").ShouldBeNull();
        schedule.Text("flexibleTimeWindow.mode").ShouldBe("OFF");
        var arn = plan.Only(Function).OutputText("arn");
        schedule.Text("target.arn").ShouldBe(arn);
        schedule.Text("target.roleArn").ShouldBe(plan.Only(Role, "summary-schedule").OutputText("arn"));
        schedule.Number("target.retryPolicy.maximumRetryAttempts").ShouldBe(3);
        schedule.Number("target.retryPolicy.maximumEventAgeInSeconds").ShouldBe(3600);
        plan.Only(Role, "summary-schedule").Json("assumeRolePolicy").GetProperty("Statement")[0].GetRawText().ShouldBe(
            """{"Effect":"Allow","Principal":{"Service":"scheduler.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"111111111111"}}}""");
        plan.Only(Policy, "summary-schedule").Json("policy").GetProperty("Statement").GetRawText().ShouldBe(
            $$"""[{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"{{arn}}"}]""");
    }

    [Fact]
    public async Task A_clock_has_its_zone()
    {
        var schedule = (await OfFetch(Fetch with { Schedule = new ScheduleExpression.Cron("30 2 * * ? *") { TimeZone = "Europe/London" } })).Only(Schedule);
        (schedule.Text("scheduleExpression"), schedule.Text("scheduleExpressionTimezone")).ShouldBe(("cron(30 2 * * ? *)", "Europe/London"));
    }

    [Fact]
    public async Task An_alarm_tells_of_the_first_failure()
    {
        var plan = await OfFetch(Fetch);
        var alarm = plan.Only(Alarm, "summary-errors");
        (alarm.Text("namespace"), alarm.Text("metricName"), alarm.Text("statistic")).ShouldBe(("AWS/Lambda", "Errors", "Sum"));
        alarm.Text("dimensions.FunctionName").ShouldBe(plan.Only(Function).OutputText("name"));
        (alarm.Text("comparisonOperator"), alarm.Number("threshold"), alarm.Number("period"), alarm.Number("evaluationPeriods")).ShouldBe(("GreaterThanThreshold", 0, 300, 1));
        alarm.Text("treatMissingData").ShouldBe("notBreaching");
        alarm.Texts("alarmActions").ShouldBe(["arn:aws:sns:eu-west-1:111111111111:alarms"]);
        alarm.Input("okActions").ShouldBeNull();
        alarm.Text("alarmDescription").ShouldBe(
            "summary could not fetch or store what search.library.example.org serves. The log group " +
            $"{plan.Only("aws:cloudwatch/logGroup:LogGroup").OutputText("name")} says why; to try again, invoke the function {plan.Only(Function).OutputText("name")}.");
    }

    [Fact]
    public async Task The_function_stays_where_it_is_when_nothing_changes() =>
        (await OfFetch(Fetch)).Only(Function).Text("sourceCodeHash").ShouldBe((await OfFetch(Fetch)).Only(Function).Text("sourceCodeHash"));

    [Fact]
    public async Task A_long_name_is_shortened_where_AWS_wants_it()
    {
        var plan = await OfFetch(Fetch, $"digital-library-production-{new string('s', 40)}-summary");
        plan.Only(Schedule).Name.Length.ShouldBe(56);
        plan.All(Role).ShouldAllBe(role => role.Name.Length <= 56);
        plan.All(Role).Select(role => role.Name).ShouldBeUnique();
    }

    [Fact]
    public async Task It_keeps_the_rules_of_security() => PlanRules.Findings(await OfFetch(Fetch)).ShouldBeEmpty();

    [Fact]
    public async Task Wrong_arguments_end_the_program_with_every_problem() =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => OfFetch(Fetch with { Url = "", TopicArns = [] })))
            .Message.ShouldStartWith("ScheduledFetch 'summary': 2 problems\n  summary.url: ''.");

    private static IReadOnlyList<string> ProblemsOf(ScheduledFetchArgs args) => [.. args.Problems("summary").Select(problem => problem.ToString())];
}
