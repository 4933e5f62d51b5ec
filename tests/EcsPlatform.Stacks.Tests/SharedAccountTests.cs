using System.Text.Json;
using System.Text.RegularExpressions;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Stacks.Tests;

/// <summary>Staging and live share an account, and neither may touch what is the other's, but for what is granted by name.</summary>
public sealed class SharedAccountTests
{
    // What a managed policy allows stands in no plan, and AWS widens its own as it likes: whoever attaches one reads it first, and says
    // here why nothing of another environment can be written with it.
    private static readonly Dictionary<string, string> Judged = new(StringComparer.Ordinal)
    {
        // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
        ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"] =
            "It writes Systems Manager's own records of instances (status, inventory, compliance) and answers to sessions and commands: no "
            + "resource of a stack, and nothing that a stack acts on, though IAM does not hold it to the instance that asks. Of parameters "
            + "it writes none; it reads them.",
    };

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
            .ShouldBe(["ecr:GetAuthorizationToken", "ecs:DiscoverPollEndpoint", "xray:PutTelemetryRecords", "xray:PutTraceSegments"]);

    [Theory]
    [InlineData("staging")]
    [InlineData("live")]
    public async Task Managed_policies_are_those_that_somebody_has_judged(string stack)
    {
        var plan = await StackPlans.AsItIs(stack);
        plan.Resources.Where(resource => resource.Type is "aws:iam/policyAttachment:PolicyAttachment" or "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive")
            .ShouldBeEmpty();
        plan.All("aws:iam/role:Role").ShouldAllBe(role => role.Input("managedPolicyArns") == null && role.Input("inlinePolicies") == null);
        plan.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Select(attachment => attachment.Text("policyArn"))
            .Except(plan.All("aws:iam/policy:Policy").Select(policy => policy.OutputText("arn"))).Order(StringComparer.Ordinal)
            .ShouldBe(Judged.Keys.Order(StringComparer.Ordinal));
    }

    // Tasks and instances stand in no plan; what may be done to them is seen by the cluster that they are in.
    [Fact]
    public async Task A_right_to_what_runs_in_a_cluster_is_one_to_the_cluster()
    {
        var live = await StackPlans.AsItIs("live");
        var cluster = live.Only("aws:ecs/cluster:Cluster").OutputText("name");
        foreach (var kind in (IEnumerable<string>)["container-instance", "service", "task"])
        {
            Things(live).ShouldContain($"arn:aws:ecs:eu-west-1:111111111111:{kind}/{cluster}/x");
        }
    }

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
        var things = Things(of).ToList();
        return
        [
            .. Statements(to).Where(grant => grant.Resource != "*" && things.Any(thing => Matches(grant.Resource, thing)))
                .Select(grant => $"{grant.Policy}: {grant.Action} on {grant.Resource}").Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Things(Plan plan) => plan.Resources
        .Where(resource => resource.Custom && resource.Output("arn") is PropertyValue.Text)
        .Select(resource => resource.OutputText("arn"))
        .Where(arn => !arn.StartsWith("arn:aws:iam::aws:", StringComparison.Ordinal))
        .SelectMany(arn => (IEnumerable<string>)[arn, $"{arn}/x", $"{arn}:x", .. InCluster(arn)]);

    private static IEnumerable<string> InCluster(string arn) => arn.StartsWith("arn:aws:ecs:", StringComparison.Ordinal) && arn.Contains(":cluster/", StringComparison.Ordinal)
        ? ((IEnumerable<string>)["container-instance", "service", "task"]).Select(kind => $"{arn.Replace(":cluster/", $":{kind}/", StringComparison.Ordinal)}/x")
        : [];

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
