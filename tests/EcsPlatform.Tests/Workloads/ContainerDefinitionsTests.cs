using System.Collections.Immutable;
using System.Text.Json;
using EcsPlatform.Foundations;
using EcsPlatform.Workloads;
using Pulumi;
using Pulumi.Utilities;

namespace EcsPlatform.Tests.Workloads;

public class ContainerDefinitionsTests
{
    private static readonly ContainerContext Context = new("web", Valid.Account, Output.Create("staging-web-1a2b3c4"), "web.library.example.org");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_container_is_written_with_all_that_ECS_would_fill_in() => (await Json(Valid.Task)).ShouldBe(
        $$$"""
        [{"cpu":0,"environment":[],"essential":true,
        "image":"111111111111.dkr.ecr.eu-west-1.amazonaws.com/library/web@{{{Valid.Digest}}}",
        "logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"staging-web-1a2b3c4","awslogs-region":"eu-west-1","awslogs-stream-prefix":"ecs"}},
        "memory":512,"mountPoints":[],"name":"web","portMappings":[{"containerPort":8080,"hostPort":8080,"protocol":"tcp"}],
        "readonlyRootFilesystem":true,"systemControls":[],"volumesFrom":[]}]
        """.ReplaceLineEndings(""));

    [Fact]
    public async Task Every_option_shows_in_the_order_of_the_properties_names() => (await Json(WithEverything())).ShouldBe(
        $$$"""
        [{"command":["serve","--all"],"cpu":2048,"dependsOn":[{"condition":"HEALTHY","containerName":"db"},{"condition":"SUCCESS","containerName":"init"}],
        "dockerLabels":{"a":"1","team":"library"},
        "entryPoint":["/bin/sh","-c"],"environment":[{"name":"GROUP","value":"staging-web-1a2b3c4"},{"name":"MODE","value":"a<b"},
        {"name":"QUEUE","value":"https://sqs"},{"name":"URL","value":"https://web.library.example.org"}],
        "environmentFiles":[{"type":"s3","value":"arn:aws:s3:::config/b.env"},{"type":"s3","value":"arn:aws:s3:::config/a.env"}],
        "essential":false,
        "healthCheck":{"command":["CMD-SHELL","curl -f localhost"],"interval":10,"retries":4,"startPeriod":60,"timeout":3},
        "image":"111111111111.dkr.ecr.eu-west-1.amazonaws.com/library/web@{{{Valid.Digest}}}",
        "links":["db:database","init"],
        "linuxParameters":{"capabilities":{"add":["SYS_ADMIN"],"drop":["CHOWN","MKNOD"]},
        "devices":[{"containerPath":"/dev/fuse","hostPath":"/dev/fuse","permissions":["read","write","mknod"]}],
        "initProcessEnabled":true,"sharedMemorySize":64,"tmpfs":[{"containerPath":"/tmp","size":128}]},
        "logConfiguration":{"logDriver":"awslogs","options":{"awslogs-datetime-format":"%Y-%m-%d","awslogs-group":"staging-web-1a2b3c4",
        "awslogs-region":"eu-west-1","awslogs-stream-prefix":"ecs","max-buffer-size":"25m","mode":"non-blocking"}},
        "memory":512,"memoryReservation":256,"mountPoints":[{"containerPath":"/srv/data","readOnly":false,"sourceVolume":"data"}],"name":"web",
        "portMappings":[{"containerPort":53,"hostPort":0,"protocol":"udp"},
        {"appProtocol":"grpc","containerPort":8080,"hostPort":9009,"name":"api","protocol":"tcp"}],
        "privileged":true,"readonlyRootFilesystem":false,"resourceRequirements":[{"type":"GPU","value":"2"}],
        "secrets":[{"name":"DB","valueFrom":"arn:secret-a1b2c3:password::"},{"name":"KEY","valueFrom":"arn:parameter/key"},
        {"name":"OLD","valueFrom":"arn:secret-a1b2c3::AWSPREVIOUS:"},{"name":"ONE","valueFrom":"arn:secret-a1b2c3:::4f1c"},
        {"name":"WHOLE","valueFrom":"arn:secret-a1b2c3"}],
        "startTimeout":90,"stopTimeout":60,"systemControls":[],"ulimits":[{"hardLimit":-1,"name":"memlock","softLimit":-1},
        {"hardLimit":65536,"name":"nofile","softLimit":1024}],"user":"1000:1000","volumesFrom":[],"workingDirectory":"/srv"}]
        """.ReplaceLineEndings(""));

    [Theory]
    [InlineData(NetworkMode.Awsvpc, 8080)]
    [InlineData(NetworkMode.Host, 8080)]
    [InlineData(NetworkMode.Bridge, 0)]
    public async Task A_port_is_the_same_outside_except_under_bridge_where_it_is_any(NetworkMode mode, int hostPort) =>
        JsonDocument.Parse(await Json(Valid.Task with { NetworkMode = mode })).RootElement[0].GetProperty("portMappings")[0].GetProperty("hostPort").GetInt32()
            .ShouldBe(hostPort);

    [Theory]
    [InlineData(AppProtocol.Http, "http")]
    [InlineData(AppProtocol.Http2, "http2")]
    [InlineData(AppProtocol.Grpc, "grpc")]
    public async Task A_port_says_what_Service_Connect_understands_of_it(AppProtocol protocol, string text) => (await Json(Valid.Task with
    {
        Containers = [Valid.Container with { Ports = [new PortMapping(8080, Name: "api", AppProtocol: protocol)] }],
    })).ShouldContain($$"""{"appProtocol":"{{text}}","containerPort":8080,"hostPort":8080,"name":"api","protocol":"tcp"}""");

    [Fact]
    public async Task A_check_has_the_numbers_that_ECS_would_fill_in() => (await Json(Valid.Task with
    {
        Containers = [Valid.Container with { HealthCheck = new ContainerHealthCheck { Command = ["CMD", "true"] } }],
    })).ShouldContain("\"healthCheck\":{\"command\":[\"CMD\",\"true\"],\"interval\":30,\"retries\":3,\"timeout\":5}");

    [Fact]
    public async Task Each_way_of_logging_shows()
    {
        (await Options(new ContainerLogs { Delivery = new LogDelivery.Blocking() })).ShouldContain("\"mode\":\"blocking\"");
        (await Options(new ContainerLogs { Delivery = new LogDelivery.NonBlocking() })).ShouldContain("\"max-buffer-size\":\"10m\",\"mode\":\"non-blocking\"");
        (await Options(new ContainerLogs { Events = new LogEvents.BeginWithPattern("^INFO") })).ShouldContain("\"awslogs-multiline-pattern\":\"^INFO\"");
    }

    [Fact]
    public async Task Any_order_of_the_same_containers_gives_the_same_text()
    {
        var random = new Random(20261121);
        var everything = WithEverything().Containers[0];
        var task = WithEverything() with { Containers = [.. Enumerable.Range(0, 5).Select(i => everything with { Name = $"c{i}" })] };
        var text = await Json(task);
        for (var i = 0; i < 100; i++)
        {
            (await Json(task with { Containers = Shuffled(task.Containers, random).Select(container => Shuffled(container, random)).ToImmutableArray() }))
                .ShouldBe(text);
        }
    }

    [Fact]
    public async Task A_container_that_needs_a_host_is_refused_where_there_is_none()
    {
        var task = Valid.Task with { Containers = [Valid.Container with { Environment = Environment(("URL", EnvironmentValue.From(context => context.Url))) }] };
        var refusal = await Should.ThrowAsync<InvalidArgsException>(() => Json(task, Context with { RouteHost = null }));
        refusal.Problems.Select(problem => problem.ToString()).ShouldBe([
            "web.environment: a variable that needs the workload's host. Allowed: variables whose values exist. Give the workload a route.",
        ]);
    }

    private static TaskSpec WithEverything() => Valid.Task with
    {
        NetworkMode = NetworkMode.Bridge,
        Containers =
        [
            Valid.Container with
            {
                Cpu = 2048,
                Gpus = 2,
                WorkingDirectory = "/srv",
                DockerLabels = new Dictionary<string, string> { ["team"] = "library", ["a"] = "1" }.ToImmutableDictionary(),
                Command = ["serve", "--all"],
                EntryPoint = ["/bin/sh", "-c"],
                MemoryReservationMiB = 256,
                Essential = false,
                ReadonlyRootFilesystem = false,
                Privileged = true,
                User = "1000:1000",
                StartTimeoutSeconds = 90,
                StopTimeoutSeconds = 60,
                Environment = Environment(
                    ("MODE", "a<b"),
                    ("QUEUE", Output.Create("https://sqs")),
                    ("URL", EnvironmentValue.From(context => context.Url)),
                    ("GROUP", EnvironmentValue.From(context => context.LogGroupName))),
                Secrets = new Dictionary<string, SecretSource>
                {
                    ["DB"] = new SecretSource.Secret("arn:secret-a1b2c3") { JsonKey = "password" },
                    ["OLD"] = new SecretSource.Secret("arn:secret-a1b2c3") { Version = new SecretVersion.Stage("AWSPREVIOUS") },
                    ["ONE"] = new SecretSource.Secret("arn:secret-a1b2c3") { Version = new SecretVersion.Id("4f1c") },
                    ["WHOLE"] = new SecretSource.Secret("arn:secret-a1b2c3"),
                    ["KEY"] = new SecretSource.Parameter("arn:parameter/key"),
                }.ToImmutableDictionary(),
                EnvironmentFiles = [new EnvironmentFile("arn:aws:s3:::config", "b.env"), new EnvironmentFile("arn:aws:s3:::config", "a.env")],
                HealthCheck = new ContainerHealthCheck
                {
                    Command = ["CMD-SHELL", "curl -f localhost"],
                    IntervalSeconds = 10,
                    TimeoutSeconds = 3,
                    Retries = 4,
                    StartPeriodSeconds = 60,
                },
                DependsOn = [new ContainerDependency("init", ContainerCondition.Success), new ContainerDependency("db", ContainerCondition.Healthy)],
                Links = [new ContainerLink("init"), new ContainerLink("db", "database")],
                Ports = [new PortMapping(8080, 9009, Name: "api", AppProtocol: AppProtocol.Grpc), new PortMapping(53, Protocol: PortProtocol.Udp)],
                Mounts = [new MountPoint("data", "/srv/data", ReadOnly: false)],
                Ulimits = [new Ulimit("nofile", 1024, 65_536), new Ulimit("memlock", -1, -1)],
                Linux = new LinuxParameters
                {
                    InitProcess = true,
                    AddCapabilities = ["SYS_ADMIN"],
                    DropCapabilities = ["MKNOD", "CHOWN"],
                    Devices = [new LinuxDevice("/dev/fuse")],
                    Tmpfs = [new Tmpfs("/tmp", 128)],
                    SharedMemoryMiB = 64,
                },
                Logs = new ContainerLogs { Delivery = new LogDelivery.NonBlocking(25), Events = new LogEvents.BeginWithDate("%Y-%m-%d") },
            },
        ],
    };

    // What has an order of its own stays in it: the words of a command, and environment files, which are read in turn.
    private static ContainerSpec Shuffled(ContainerSpec container, Random random) => container with
    {
        DockerLabels = Shuffled(container.DockerLabels, random).ToImmutableDictionary(),
        Environment = Shuffled(container.Environment, random).ToImmutableDictionary(),
        Secrets = Shuffled(container.Secrets, random).ToImmutableDictionary(),
        DependsOn = Shuffled(container.DependsOn, random),
        Links = Shuffled(container.Links, random),
        Ports = Shuffled(container.Ports, random),
        Mounts = Shuffled(container.Mounts, random),
        Ulimits = Shuffled(container.Ulimits, random),
        Linux = container.Linux with
        {
            AddCapabilities = Shuffled(container.Linux.AddCapabilities, random),
            DropCapabilities = Shuffled(container.Linux.DropCapabilities, random),
            Devices = Shuffled(container.Linux.Devices, random),
            Tmpfs = Shuffled(container.Linux.Tmpfs, random),
        },
    };

    private static ImmutableArray<T> Shuffled<T>(IEnumerable<T> items, Random random) => [.. items.OrderBy(_ => random.Next())];

    private static ImmutableDictionary<string, EnvironmentValue> Environment(params (string Name, EnvironmentValue Value)[] values) =>
        values.ToImmutableDictionary(value => value.Name, value => value.Value);

    private static async Task<string> Options(ContainerLogs logs) => JsonDocument
        .Parse(await Json(Valid.Task with { Containers = [Valid.Container with { Logs = logs }] }))
        .RootElement[0].GetProperty("logConfiguration").GetProperty("options").GetRawText();

    private static Task<string> Json(TaskSpec task) => Json(task, Context);

    private static async Task<string> Json(TaskSpec task, ContainerContext context) =>
        await OutputUtilities.GetValueAsync(ContainerDefinitions.Json(task, context)).WaitAsync(Patience);
}
