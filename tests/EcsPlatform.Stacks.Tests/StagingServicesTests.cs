using System.Text.Json;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Preview.Rules;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Testing;

namespace EcsPlatform.Stacks.Tests;

/// <summary>The services of staging in its plan: their figures, who reaches whom, and what another digest changes.</summary>
public sealed class StagingServicesTests : IAsyncLifetime
{
    private const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
    private const string Service = "aws:ecs/service:Service";
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    private const string AccessPoint = "aws:efs/accessPoint:AccessPoint";
    private const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    private static readonly StackConfig Staging = ConfigOf.Stack("staging");

    private Plan _plan = null!;

    public async Task InitializeAsync() => _plan = await StackPlans.Staging;

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Staging_runs_them_all()
    {
        new[] { "staging-content-loader", "staging-search", "staging-services", "staging-viewer" }
            .ShouldBeSubsetOf(_plan.All(Service).Select(service => service.Name));
        _plan.All(Service).ShouldAllBe(service => service.Number("desiredCount") == 1);
        new[] { "content-loader", "search", "services", "viewer" }.ShouldAllBe(name =>
            _plan.Root.OutputText($"services.{name}.url") == $"https://staging-{name}.library.example.org");
    }

    [Theory]
    [InlineData("viewer", "3520", "awsvpc", "viewer 2048 3520/1024 library/viewer")]
    [InlineData("services", "1024", "bridge", "services 0 1024/512 library/services")]
    [InlineData("search", "3328", "awsvpc", "api 683 1024/512 library/search-api", "solr 1365 2816/2304 library/search")]
    [InlineData("content-loader", "3000", "awsvpc", "db 128 500/228 library/content-loader-db", "ui 1920 2400/512 library/content-loader-ui")]
    public void Each_has_its_size(string service, string memory, string mode, params string[] containers)
    {
        var task = _plan.Only(TaskDefinition, $"staging-{service}");
        (task.Text("memory"), task.Text("networkMode")).ShouldBe((memory, mode));
        task.Json("containerDefinitions").EnumerateArray().Select(container =>
                $"{Text(container, "name")} {Number(container, "cpu")} {Number(container, "memory")}/{Number(container, "memoryReservation")} " +
                Text(container, "image").Split('/', 2)[1].Split('@')[0])
            .ShouldBe(containers);
    }

    [Theory]
    [InlineData("viewer", 8080, "ip", "200", 60, 100, 200, 60)]
    [InlineData("services", 3000, "instance", "404", 60, 100, 200, 60)]
    [InlineData("search", 8081, "ip", "404", 30, 0, 100, 60)]
    [InlineData("content-loader", 8081, "ip", "401", 60, 0, 100, 180)]
    public void Each_is_checked_and_replaced_in_its_way(
        string service, int port, string targets, string matcher, int interval, int minimum, int maximum, int drain)
    {
        var group = _plan.Only(TargetGroup, $"staging-{service}");
        (group.Number("port"), group.Text("targetType")).ShouldBe((port, targets));
        (group.Text("healthCheck.path"), group.Text("healthCheck.matcher"), group.Number("healthCheck.interval"), group.Number("healthCheck.timeout"))
            .ShouldBe(("/", matcher, interval, 10));
        group.Number("deregistrationDelay").ShouldBe(drain);
        var ecs = _plan.Only(Service, $"staging-{service}");
        (ecs.Number("deploymentMinimumHealthyPercent"), ecs.Number("deploymentMaximumPercent")).ShouldBe((minimum, maximum));
    }

    [Fact]
    public void The_services_get_variables_secrets_and_any_free_port()
    {
        var container = Container("services", "services");
        Number(container.GetProperty("portMappings")[0], "hostPort").ShouldBe(0);
        Names(container, "environment").ShouldBe(["DATABASE_HOST", "DATABASE_NAME", "DATABASE_USER", "DATA_LOCATION", "TRANSCRIPTIONS_URL"], ignoreOrder: true);
        Variable(container, "TRANSCRIPTIONS_URL").ShouldBe("https://staging-transcriptions.library.example.org/");
        container.GetProperty("healthCheck").GetProperty("command").EnumerateArray().Select(part => part.GetString()).ShouldBe([
            "CMD", "node", "-e", "require('http').get('http://127.0.0.1:3000/', () => process.exit(0)).on('error', () => process.exit(1))",
        ]);
        Secrets(container).ShouldBe([
            ("BASIC_AUTH_CREDENTIALS", "services/basic-auth-credentials"),
            ("CORRESPONDENCE_API_KEY", "services/correspondence-api-key"),
            ("DATABASE_PASSWORD", "services/database-password"),
        ]);
    }

    [Fact]
    public void Search_keeps_its_index_on_a_file_system_of_its_own()
    {
        var solr = Container("search", "solr");
        Variable(solr, "SOLR_HEAP").ShouldBe("1664m");
        Text(solr.GetProperty("mountPoints")[0], "containerPath").ShouldBe("/var/solr");
        var index = _plan.Only(AccessPoint, "staging-search-index");
        index.Text("rootDirectory.path").ShouldBe("/index");
        (index.Number("posixUser.uid"), index.Number("posixUser.gid")).ShouldBe((8983, 8983));
        Variable(Container("search", "api"), "NUM_WORKERS").ShouldBe("3");
    }

    [Fact]
    public void Search_is_found_and_reached_by_the_viewer_and_by_functions_and_by_no_other_service()
    {
        _plan.Only("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace").Text("name").ShouldBe("staging.internal");
        _plan.Only("aws:servicediscovery/service:Service", "staging-search").Text("name").ShouldBe("search");
        Variable(Container("viewer", "viewer"), "SEARCH_URL").ShouldBe("http://search.staging.internal:8081/");

        var search = TaskGroup("search");
        var into = _plan.All(IngressRule).Where(rule => rule.Text("securityGroupId") == search.Id).ToList();
        into.Select(rule => rule.Name).ShouldBe([
            "staging-search-from-collection-solr-listener-8081",
            "staging-search-from-solr-listener-8081",
            "staging-search-from-staging-viewer-8081",
            "staging-search-from-tei-processing-8081",
            "staging-search-lb",
        ], ignoreOrder: true);
        into.ShouldAllBe(rule => rule.Number("fromPort") == 8081 && rule.Number("toPort") == 8081);
        into.Single(rule => rule.Name.Contains("viewer", StringComparison.Ordinal)).Text("referencedSecurityGroupId").ShouldBe(TaskGroup("viewer").Id);
        _plan.All("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")
            .Where(rule => rule.Text("securityGroupId") == search.Id).ShouldAllBe(rule => rule.Input("cidrIpv4") == null);
    }

    [Fact]
    public void The_content_loader_waits_for_its_database()
    {
        var ui = Container("content-loader", "ui");
        Text(ui.GetProperty("dependsOn")[0], "containerName").ShouldBe("db");
        Text(ui.GetProperty("dependsOn")[0], "condition").ShouldBe("HEALTHY");
        var db = Container("content-loader", "db");
        Number(db.GetProperty("healthCheck"), "startPeriod").ShouldBe(300);
        Text(db.GetProperty("mountPoints")[0], "containerPath").ShouldBe("/var/lib/postgresql/data");
        Text(db.GetProperty("logConfiguration").GetProperty("options"), "awslogs-datetime-format").ShouldBe("%Y-%m-%d %H:%M:%S");
        _plan.Only(AccessPoint, "staging-content-loader-database").Text("rootDirectory.path").ShouldBe("/postgres");
        Secrets(db).ShouldBe([("POSTGRES_PASSWORD", "content-loader/postgres-password")]);
        Secrets(ui).ShouldBe([("KEYSTORE_PASSWORD", "content-loader/keystore-password"), ("POSTGRES_PASSWORD", "content-loader/postgres-password")]);
    }

    [Fact]
    public void The_content_loader_publishes_from_its_releases_to_those_that_its_file_names()
    {
        string[] buckets = [_plan.Only("aws:s3/bucket:Bucket", "staging-releases").OutputText("arn"), "arn:aws:s3:::live-releases-ce311a7"];
        var rights = _plan.Only("aws:iam/rolePolicy:RolePolicy", "staging-content-loader-task").Json("policy").GetProperty("Statement").EnumerateArray()
            .SelectMany(statement => Each(statement, "Action").SelectMany(action => Each(statement, "Resource").Select(resource => (action, resource)))).ToList();
        foreach (var bucket in buckets)
        {
            rights.Where(right => right.resource.StartsWith(bucket, StringComparison.Ordinal)).Select(right => right.action).Distinct().Order(StringComparer.Ordinal)
                .ShouldBe(["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListBucket", "s3:PutObject"]);
        }
    }

    [Fact]
    public void The_content_loader_mounts_its_source_without_being_privileged()
    {
        var linux = Container("content-loader", "ui").GetProperty("linuxParameters");
        linux.GetProperty("capabilities").GetProperty("add").EnumerateArray().Select(name => name.GetString()).ShouldBe(["SYS_ADMIN"]);
        Text(linux.GetProperty("devices")[0], "hostPath").ShouldBe("/dev/fuse");
        _plan.All(TaskDefinition).SelectMany(task => task.Json("containerDefinitions").EnumerateArray())
            .Any(container => container.TryGetProperty("privileged", out var privileged) && privileged.GetBoolean()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("search", "search")]
    [InlineData("search-api", "search")]
    [InlineData("viewer", "viewer")]
    [InlineData("content-loader-db", "content-loader")]
    public async Task Another_digest_of_an_image_changes_the_task_and_the_service_that_use_it_and_nothing_else(string image, string service)
    {
        var images = Staging.Values["ecs-platform:images"];
        var pin = PlatformSettings.Read("staging", Staging).Images[image];
        var next = await StackPlans.OfAsync("staging", Staging.With("images", images.Replace(pin.Digest, $"sha256:{new string('1', 64)}", StringComparison.Ordinal)));

        var difference = PlanComparison.Compare(_plan, next, ResourceRules.Instance);

        difference.Changes.Where(change => change.Operation != Operation.Same && change.Resource.Custom)
            .Select(change => (change.Resource.Type, change.Resource.Name, change.Operation)).ShouldBe([
                (Service, $"staging-{service}", Operation.Update),
                (TaskDefinition, $"staging-{service}", Operation.Replace),
            ], ignoreOrder: true);
    }

    [Fact]
    public async Task A_service_with_an_image_that_nobody_has_pinned_yet_runs_no_tasks()
    {
        var images = JsonSerializer.Deserialize<Dictionary<string, string>>(Staging.Values["ecs-platform:images"])!;
        images.Remove("search-api");

        var plan = await StackPlans.OfAsync("staging", Staging.With("unpinnedImages", "allowed").With("images", JsonSerializer.Serialize(images)));

        plan.All(Service).Where(service => service.Number("desiredCount") == 0).Select(service => service.Name).ShouldBe(["staging-search"]);
    }

    private static IEnumerable<string> Each(JsonElement statement, string name) => statement.GetProperty(name) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Select(item => item.GetString()!)
        : [Text(statement, name)];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static IEnumerable<string> Names(JsonElement container, string list) =>
        container.GetProperty(list).EnumerateArray().Select(item => Text(item, "name"));

    private static string Variable(JsonElement container, string name) =>
        Text(container.GetProperty("environment").EnumerateArray().Single(item => Text(item, "name") == name), "value");

    private static IEnumerable<(string Name, string Parameter)> Secrets(JsonElement container) =>
        container.GetProperty("secrets").EnumerateArray().Select(item =>
            (Text(item, "name"), Text(item, "valueFrom").Replace("arn:aws:ssm:eu-west-1:111111111111:parameter/library/staging/", "", StringComparison.Ordinal)));

    private JsonElement Container(string service, string name) => _plan.Only(TaskDefinition, $"staging-{service}")
        .Json("containerDefinitions").EnumerateArray().Single(container => Text(container, "name") == name);

    private PlannedResource TaskGroup(string service) => _plan.Only("aws:ec2/securityGroup:SecurityGroup", $"staging-{service}-task");
}
