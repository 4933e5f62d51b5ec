using System.Diagnostics;
using System.Text.Json.Nodes;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Functions;

/// <summary>Plans of one fetch, <c>summary</c>, and runs of its code.</summary>
internal static class FetchPlans
{
    public static ScheduledFetchArgs Fetch { get; } = new()
    {
        Account = Valid.Account,
        Url = "https://search.library.example.org/summary?format=sdmx",
        Schedule = new ScheduleExpression.Rate(1, RateUnit.Days),
        BucketName = "statistics",
        Bucket = new BucketGrants("arn:aws:s3:::statistics"),
        ObjectName = "service-stats.json",
        TopicArns = ["arn:aws:sns:eu-west-1:111111111111:alarms"],
    };

    public static Task<Plan> OfFetch(ScheduledFetchArgs args, string name = "summary") =>
        TestPlan.OfAsync(() => { _ = new ScheduledFetch(name, args); });

    /// <summary>What the function may do besides logging and tracing, as JSON.</summary>
    public static IReadOnlyList<string> FetchStatements(this Plan plan) =>
        [
            .. plan.Only(FunctionPlans.Policy, "summary").Json("policy").GetProperty("Statement").EnumerateArray().Select(statement => statement.GetRawText())
                .Where(statement => !statement.Contains("logs:", StringComparison.Ordinal) && !statement.Contains("xray:", StringComparison.Ordinal)),
        ];

    /// <summary>Runs a script as a module in Node.js.</summary>
    /// <returns>What it prints, as JSON.</returns>
    public static JsonNode Run(string script)
    {
        var start = new ProcessStartInfo("node", ["--input-type=module", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start).ShouldNotBeNull();
        node.StandardInput.Write(script);
        node.StandardInput.Close();
        var output = node.StandardOutput.ReadToEnd();
        var error = node.StandardError.ReadToEnd();
        node.WaitForExit(20_000).ShouldBeTrue();
        error.ShouldBeEmpty();
        return JsonNode.Parse(output).ShouldNotBeNull();
    }
}
