using System.Text.Json;
using System.Text.RegularExpressions;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Stacks.Tests;

/// <summary>Staging and live share an account, and neither may touch what is the other's, but for what is granted by name.</summary>
public sealed class SharedAccountTests
{
    [Fact]
    public async Task Staging_may_read_and_write_the_bucket_of_live_that_its_file_names_and_touch_nothing_else()
    {
        var live = await StackPlans.AsItIs("live");
        var bucket = live.Only("aws:s3/bucket:Bucket", "live-releases").OutputText("bucket");
        Granted(await StackPlans.Staging, live).ShouldBe(
            [
                $"staging-content-loader-task: s3:AbortMultipartUpload on arn:aws:s3:::{bucket}/*",
                $"staging-content-loader-task: s3:GetObject on arn:aws:s3:::{bucket}/*",
                $"staging-content-loader-task: s3:ListBucket on arn:aws:s3:::{bucket}",
                $"staging-content-loader-task: s3:PutObject on arn:aws:s3:::{bucket}/*",
            ]);
    }

    [Fact]
    public async Task Without_its_name_in_the_file_staging_may_touch_nothing_of_live()
    {
        var loader = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(ConfigOf.Stack("staging").Values["ecs-platform:content-loader"])!;
        loader.Remove("buckets").ShouldBeTrue();
        var staging = await StackPlans.OfAsync("staging", ConfigOf.Stack("staging").With("content-loader", JsonSerializer.Serialize(loader)));
        Granted(staging, await StackPlans.AsItIs("live")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Live_may_do_nothing_to_what_is_staging_s() =>
        Granted(await StackPlans.AsItIs("live"), await StackPlans.Staging).ShouldBeEmpty();

    // AWS lets nobody narrow these to a resource.
    [Theory]
    [InlineData("staging")]
    [InlineData("live")]
    public async Task Rights_to_everything_are_those_that_name_no_resource(string stack) =>
        Statements(await StackPlans.AsItIs(stack)).Where(grant => grant.Resource == "*").Select(grant => grant.Action).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["ecr:GetAuthorizationToken", "xray:PutTelemetryRecords", "xray:PutTraceSegments"]);

    [Fact]
    public async Task Names_and_ranges_do_not_meet()
    {
        var (staging, live) = (await StackPlans.Staging, await StackPlans.AsItIs("live"));
        Hosts(staging).Intersect(Hosts(live)).ShouldBeEmpty();
        staging.Only("aws:ec2/vpc:Vpc").Text("cidrBlock").ShouldNotBe(live.Only("aws:ec2/vpc:Vpc").Text("cidrBlock"));
    }

    private static IEnumerable<string> Hosts(Plan plan) =>
        plan.All("aws:cloudfront/distribution:Distribution").SelectMany(distribution => distribution.Texts("aliases"));

    private static List<string> Granted(Plan to, Plan of)
    {
        string[] arns = [.. of.Resources.Where(resource => resource.Custom && resource.Output("arn") is PropertyValue.Text).Select(resource => resource.OutputText("arn"))];
        string[] things = [.. arns.Where(arn => !arn.StartsWith("arn:aws:iam::aws:", StringComparison.Ordinal)).SelectMany(arn => new[] { arn, $"{arn}/x", $"{arn}:x" })];
        return
        [
            .. Statements(to).Where(grant => grant.Resource != "*" && things.Any(thing => Matches(grant.Resource, thing)))
                .Select(grant => $"{grant.Policy}: {grant.Action} on {grant.Resource}").Order(StringComparer.Ordinal),
        ];
    }

    private static bool Matches(string pattern, string arn) =>
        Regex.IsMatch(arn, $"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}$");

    private static IEnumerable<(string Policy, string Action, string Resource)> Statements(Plan plan) =>
        from policy in plan.Resources
        where policy.Type is "aws:iam/rolePolicy:RolePolicy" or "aws:iam/policy:Policy"
        from statement in policy.Json("policy").GetProperty("Statement").EnumerateArray()
        where statement.GetProperty("Effect").GetString() == "Allow" && !IsForLambdaAlone(statement)
        from action in Texts(statement.GetProperty("Action"))
        from resource in Texts(statement.GetProperty("Resource"))
        select (policy.Name, action, resource);

    // A function's network interfaces are made and deleted by Lambda; the code of the function may do neither.
    private static bool IsForLambdaAlone(JsonElement statement) =>
        statement.TryGetProperty("Condition", out var condition) && condition.GetRawText().Contains("lambda:SourceFunctionArn", StringComparison.Ordinal)
        && condition.TryGetProperty("Null", out _);

    private static IEnumerable<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => item.GetString()!) : [value.GetString()!];
}
