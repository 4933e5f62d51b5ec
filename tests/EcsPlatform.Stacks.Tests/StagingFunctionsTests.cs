using System.Collections.Immutable;
using System.Text.Json;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Preview.Rules;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Testing;

namespace EcsPlatform.Stacks.Tests;

/// <summary>The functions of staging in its plan: their figures, of what they hear, what they reach, and what another pin changes.</summary>
public sealed class StagingFunctionsTests : IAsyncLifetime
{
    private const string Function = "aws:lambda/function:Function";
    private const string Mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";
    private const string Queue = "aws:sqs/queue:Queue";

    private static readonly StackConfig Staging = ConfigOf.Stack("staging");

    private Plan _plan = null!;

    public async Task InitializeAsync() => _plan = await StackPlans.Staging;

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("html-translate-urls", "jar", 900, 512, 512, "- 10/0", 3, 5400)]
    [InlineData("file-unchanged-copy", "jar", 900, 512, 512, "- 10/0", 3, 5400)]
    [InlineData("json-translate-urls", "jar", 900, 512, 512, "- 10/0", 3, 5400)]
    [InlineData("tei-processing", "image", 300, 4096, 1024, "50 1/2", 3, 1802)]
    [InlineData("solr-listener", "image", 180, 1024, 512, "2 1/2", 3, 1082)]
    [InlineData("collection-solr-listener", "image", 180, 1024, 512, "5 1/2", 3, 1082)]
    [InlineData("copy-file-to-efs", "jar", 900, 512, 512, "- 10/0", 1, 5400)]
    [InlineData("transkribus-ingest", "image", 300, 4096, 512, "100 1/2", 3, 1802)]
    [InlineData("copy-tei-assets", "image", 60, 256, 512, "- 1/0", 3, 360)]
    [InlineData("ark-ingestion", "image", 300, 4096, 512, "50 1/2", 3, 1802)]
    public void Each_has_its_limits_and_a_queue(
        string name, string kind, int timeout, int memory, int storage, string taken, int tries, int visibility)
    {
        var function = _plan.Only(Function, $"staging-{name}");
        (function.Number("timeout"), function.Number("memorySize"), function.Number("ephemeralStorage.size")).ShouldBe((timeout, memory, storage));
        (function.Text("packageType") == "Image" ? "image" : $"jar of {function.Text("runtime")}").ShouldBe(kind == "image" ? kind : "jar of java11");

        var mapping = _plan.Only(Mapping, $"staging-{name}");
        var atOnce = mapping.Input("scalingConfig.maximumConcurrency") is PropertyValue.Number number ? $"{number.Value}" : "-";
        $"{atOnce} {mapping.Number("batchSize")}/{mapping.Number("maximumBatchingWindowInSeconds")}".ShouldBe(taken);
        (mapping.Input("functionResponseTypes") is not null).ShouldBe(name == "copy-tei-assets");
        mapping.Text("functionName").ShouldBe($"{function.OutputText("arn")}:live");

        var queue = _plan.Only(Queue, $"staging-{name}");
        mapping.Text("eventSourceArn").ShouldBe(queue.OutputText("arn"));
        (queue.Number("delaySeconds"), queue.Number("visibilityTimeoutSeconds")).ShouldBe((0, visibility));
        queue.Json("redrivePolicy").GetProperty("maxReceiveCount").GetInt32().ShouldBe(tries);
        queue.Json("redrivePolicy").GetProperty("deadLetterTargetArn").GetString().ShouldBe(_plan.Only(Queue, $"staging-{name}-dead-letter").OutputText("arn"));
    }

    [Fact]
    public void There_are_ten_with_a_queue_and_a_dead_letter_queue_each()
    {
        _plan.All(Function).Count(function => function.Urn.Contains("DataProcessing$", StringComparison.Ordinal)).ShouldBe(10);
        _plan.All(Queue).Count(queue => queue.Urn.Contains("DataProcessing$", StringComparison.Ordinal)).ShouldBe(20);
    }

    [Theory]
    [InlineData("html-translate-urls",
        "DST_BUCKET DST_EFS_ENABLED DST_EFS_PREFIX DST_PREFIX DST_S3_PREFIX DST_XSLT_OUTPUT_FOLDER DST_XSLT_OUTPUT_SUFFIX REGION TMP_DIR VERSION")]
    [InlineData("tei-processing", "ALLOW_DELETE API_HOST API_PORT RELEASES_BUCKET SOURCE_BUCKET TIMEOUT_MARGIN_MS")]
    [InlineData("solr-listener", "API_HOST API_PATH API_PORT")]
    [InlineData("transkribus-ingest", "ENHANCEMENTS_BUCKET OUTPUT_BUCKET")]
    [InlineData("copy-tei-assets", "DEST_BUCKET")]
    [InlineData("ark-ingestion", "PID_SECRET_ARN RELEASES_BUCKET SOURCE_BUCKET TEI_QUEUE_URL")]
    public void Each_has_its_variables(string name, string variables) => Variables(name).Keys.ShouldBe(variables.Split(' '));

    [Fact]
    public void Variables_hold_what_the_stack_has()
    {
        Variables("html-translate-urls")["DST_BUCKET"].ShouldBe(_plan.Only("aws:s3/bucket:Bucket", "staging-releases").OutputText("bucket"));
        Variables("transkribus-ingest")["OUTPUT_BUCKET"].ShouldBe(_plan.Only("aws:s3/bucket:Bucket", "staging-source").OutputText("bucket"));
        Variables("copy-file-to-efs")["DST_EFS_PREFIX"].ShouldBe(_plan.Only(Function, "staging-copy-file-to-efs").Text("fileSystemConfig.localMountPath"));
        Variables("ark-ingestion")["TEI_QUEUE_URL"].ShouldBe(_plan.Only(Queue, "staging-tei-processing").OutputText("url"));
        Variables("ark-ingestion")["PID_SECRET_ARN"].ShouldStartWith("arn:aws:secretsmanager:eu-west-1:111111111111:secret:");
        (Variables("solr-listener")["API_PATH"], Variables("collection-solr-listener")["API_PATH"]).ShouldBe(("item", "collection"));
        Variables("solr-listener")["API_HOST"].ShouldBe(
            $"{_plan.Only("aws:servicediscovery/service:Service").Text("name")}.{_plan.Only("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace").Text("name")}");
    }

    [Fact]
    public void Those_that_call_search_are_its_clients_and_the_others_stay_outside_the_network()
    {
        var search = _plan.Only("aws:ec2/securityGroup:SecurityGroup", "staging-search-task").Id;
        foreach (var name in new[] { "collection-solr-listener", "solr-listener", "tei-processing" })
        {
            var function = _plan.Only(Function, $"staging-{name}").Text("vpcConfig.securityGroupIds.0");
            _plan.Only("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", $"staging-search-from-{name}-8081")
                .Text("referencedSecurityGroupId").ShouldBe(function);
            _plan.All("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")
                .Single(rule => rule.Text("securityGroupId") == function && rule.Input("referencedSecurityGroupId") is not null)
                .Text("referencedSecurityGroupId").ShouldBe(search);
        }

        _plan.All(Function).Where(function => function.Input("vpcConfig") is not null).Select(function => function.Name)
            .ShouldBe(["staging-collection-solr-listener", "staging-copy-file-to-efs", "staging-solr-listener", "staging-tei-processing"], ignoreOrder: true);
    }

    // Bucket, what keys begin with, what they end with, and who hears of it.
    [Fact]
    public void Objects_lead_to_functions_as_the_table_says() => EventsOf(_plan).ShouldBe([
        "enhancements transkribus/curious-cures/*.xml -> transkribus-ingest",
        "releases collections/*.json -> collection-solr-listener, copy-file-to-efs",
        "releases cudl.dl-dataset.json* -> copy-file-to-efs",
        "releases cudl.ui.json5* -> copy-file-to-efs",
        "releases json/*.json -> copy-file-to-efs",
        "releases pages/* -> copy-file-to-efs",
        "releases solr-json/*.json -> solr-listener",
        "releases ui/* -> copy-file-to-efs",
        "source collections/*.json -> json-translate-urls",
        "source cudl.dl-dataset*.json -> file-unchanged-copy",
        "source cudl.ui*.json5 -> file-unchanged-copy",
        "source items/data/tei/*.xml -> ark-ingestion",
        "source pages/html/*.html -> html-translate-urls",
        "source pages/images/* -> file-unchanged-copy",
        "source tei-assets/* -> copy-tei-assets",
        "source ui/* -> file-unchanged-copy",
    ]);

    [Fact]
    public void Every_event_tells_of_objects_that_are_written_and_of_objects_that_are_deleted() =>
        Filters(_plan).ShouldAllBe(filter => string.Join(' ', Texts(filter.Filter, "events")) == "s3:ObjectCreated:* s3:ObjectRemoved:*");

    [Fact]
    public void Minted_items_go_on_to_their_processing()
    {
        var policy = _plan.Only("aws:iam/rolePolicy:RolePolicy", "staging-ark-ingestion").Json("policy").GetProperty("Statement").EnumerateArray()
            .Single(statement => statement.GetProperty("Action").ToString().Contains("sqs:SendMessage", StringComparison.Ordinal));
        policy.GetProperty("Resource").GetString().ShouldBe(_plan.Only(Queue, "staging-tei-processing").OutputText("arn"));
    }

    [Fact]
    public async Task Without_the_ARK_workflow_items_go_to_their_processing_at_once_and_there_is_no_minting()
    {
        var plan = await StackPlans.OfAsync("staging", Staging.With("processing", """{"jarBucket":"library-jars","enableArkWorkflow":false}"""));

        EventsOf(plan).Except(EventsOf(_plan)).ShouldBe(["source items/data/tei/*.xml -> tei-processing"]);
        EventsOf(_plan).Except(EventsOf(plan)).ShouldBe(["source items/data/tei/*.xml -> ark-ingestion"]);
        _plan.All(Function).Select(function => function.Name).Except(plan.All(Function).Select(function => function.Name)).ShouldBe(["staging-ark-ingestion"]);
    }

    [Fact]
    public async Task A_function_with_an_image_that_nobody_has_pinned_yet_is_left_out()
    {
        var images = JsonSerializer.Deserialize<Dictionary<string, string>>(Staging.Values["ecs-platform:images"])!;
        images.Remove("collection-solr-listener");

        var plan = await StackPlans.OfAsync("staging", Staging.With("unpinnedImages", "allowed").With("images", JsonSerializer.Serialize(images)));

        EventsOf(plan).ShouldContain("releases collections/*.json -> copy-file-to-efs");
        plan.All(Function).ShouldNotContain(function => function.Name == "staging-collection-solr-listener");
    }

    [Fact]
    public async Task A_stack_changes_a_queue_by_its_settings()
    {
        var plan = await StackPlans.OfAsync("staging", Staging.With(
            "processing",
            """{"jarBucket":"library-jars","functions":{"solr-listener":{"delay":10,"maxReceiveCount":4,"maximumConcurrency":35}}}"""));

        var queue = plan.Only(Queue, "staging-solr-listener");
        (queue.Number("delaySeconds"), queue.Json("redrivePolicy").GetProperty("maxReceiveCount").GetInt32()).ShouldBe((10, 4));
        plan.Only(Mapping, "staging-solr-listener").Number("scalingConfig.maximumConcurrency").ShouldBe(35);
        plan.Only(Mapping, "staging-collection-solr-listener").Number("scalingConfig.maximumConcurrency").ShouldBe(5);
    }

    [Theory]
    [InlineData("tei-processing")]
    [InlineData("solr-listener")]
    [InlineData("collection-solr-listener")]
    [InlineData("transkribus-ingest")]
    [InlineData("copy-tei-assets")]
    [InlineData("ark-ingestion")]
    public async Task Another_digest_of_an_image_changes_its_function_and_alias_and_nothing_else(string name) => Changes(await StackPlans.OfAsync("staging", Staging.With(
            "images",
            Staging.Values["ecs-platform:images"].Replace(
                PlatformSettings.Read("staging", Staging).Images[name].Digest, $"sha256:{new string('1', 64)}", StringComparison.Ordinal))))
        .ShouldBe([("aws:lambda/alias:Alias", $"staging-{name}", "functionVersion"), (Function, $"staging-{name}", "imageUri")], ignoreOrder: true);

    [Theory]
    [InlineData("html-translate-urls")]
    [InlineData("file-unchanged-copy")]
    [InlineData("json-translate-urls")]
    [InlineData("copy-file-to-efs")]
    public async Task Another_pin_of_a_JAR_changes_its_function_and_alias_and_nothing_else(string name)
    {
        var pin = PlatformSettings.Read("staging", Staging).Jars[name];
        Changes(await StackPlans.OfAsync("staging", Staging.With("jars", Staging.Values["ecs-platform:jars"]
                .Replace(pin.Version, "0thervers1on", StringComparison.Ordinal)
                .Replace(pin.Sha256, new string('1', 64), StringComparison.Ordinal))))
            .ShouldBe([
                ("aws:lambda/alias:Alias", $"staging-{name}", "functionVersion"),
                (Function, $"staging-{name}", "s3ObjectVersion sourceCodeHash"),
            ], ignoreOrder: true);
    }

    private static IEnumerable<string> EventsOf(Plan plan) => Filters(plan)
        .Select(filter =>
            $"{filter.Bucket} {TextOr(filter.Filter, "filterPrefix")}*{TextOr(filter.Filter, "filterSuffix")} -> " +
            string.Join(", ", Consumers(plan, filter.Filter)))
        .Order(StringComparer.Ordinal);

    // A filter of a bucket's notification, which leads to a queue or to a topic.
    private static IEnumerable<(string Bucket, PropertyValue.Map Filter)> Filters(Plan plan) =>
        from notification in plan.All("aws:s3/bucketNotification:BucketNotification")
        from list in new[] { "queues", "topics" }
        where notification.Input(list) is not null
        from filter in ((PropertyValue.List)notification.Input(list)!).Items
        select (notification.Name.Replace("staging-", "", StringComparison.Ordinal), (PropertyValue.Map)filter);

    private static IEnumerable<string> Consumers(Plan plan, PropertyValue.Map filter)
    {
        ImmutableArray<string> queues = TextOr(filter, "topicArn") is { Length: > 0 } topic
            ? [.. plan.All("aws:sns/topicSubscription:TopicSubscription").Where(subscription => subscription.Text("topic") == topic)
                .Select(subscription => subscription.Text("endpoint"))]
            : [TextOr(filter, "queueArn")];
        return plan.All(Mapping).Where(mapping => queues.Contains(mapping.Text("eventSourceArn")))
            .Select(mapping => mapping.Name.Replace("staging-", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }

    private static string TextOr(PropertyValue.Map map, string field) => map.Entries.GetValueOrDefault(field) is PropertyValue.Text text ? text.Value : "";

    private static IEnumerable<string> Texts(PropertyValue.Map map, string field) =>
        ((PropertyValue.List)map.Entries[field]).Items.Select(item => ((PropertyValue.Text)item).Value);

    private ImmutableSortedDictionary<string, string> Variables(string name) =>
        _plan.Only(Function, $"staging-{name}").Input("environment.variables").ShouldBeOfType<PropertyValue.Map>().Entries
            .ToImmutableSortedDictionary(variable => variable.Key, variable => ((PropertyValue.Text)variable.Value).Value, StringComparer.Ordinal);

    private IEnumerable<(string Type, string Name, string Inputs)> Changes(Plan next) => PlanComparison.Compare(_plan, next, ResourceRules.Instance).Changes
        .Where(change => change.Operation != Operation.Same && change.Resource.Custom)
        .Select(change => (
            change.Resource.Type,
            change.Resource.Name,
            change.Operation == Operation.Update
                ? string.Join(' ', change.Inputs.Select(input => $"{input.Path}").Order(StringComparer.Ordinal))
                : $"{change.Operation}"));
}
