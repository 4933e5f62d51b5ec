using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class ContainerSpecTests
{
    [Fact]
    public void Defaults()
    {
        var container = Valid.Container with { Ports = [] };
        container.Problems("task").ShouldBeEmpty();
        container.MemoryReservationMiB.ShouldBeNull();
        container.Cpu.ShouldBe(0);
        container.Gpus.ShouldBe(0);
        container.Command.ShouldBeEmpty();
        container.WorkingDirectory.ShouldBeNull();
        container.DockerLabels.ShouldBeEmpty();
        container.EntryPoint.ShouldBeEmpty();
        container.Environment.ShouldBeEmpty();
        container.Secrets.ShouldBeEmpty();
        container.EnvironmentFiles.ShouldBeEmpty();
        container.HealthCheck.ShouldBeNull();
        container.DependsOn.ShouldBeEmpty();
        container.Links.ShouldBeEmpty();
        container.Mounts.ShouldBeEmpty();
        container.Essential.ShouldBeTrue();
        container.ReadonlyRootFilesystem.ShouldBeTrue();
        container.Privileged.ShouldBeFalse();
        container.User.ShouldBeNull();
        container.Ulimits.ShouldBeEmpty();
        container.StopTimeoutSeconds.ShouldBeNull();
        container.StartTimeoutSeconds.ShouldBeNull();
        container.Logs.ShouldBe(new ContainerLogs { Delivery = new LogDelivery.AccountDefault(), Events = new LogEvents.Lines() });
        container.Linux.InitProcess.ShouldBeFalse();
        container.Linux.AddCapabilities.ShouldBeEmpty();
        container.Linux.DropCapabilities.ShouldBeEmpty();
        container.Linux.Devices.ShouldBeEmpty();
        container.Linux.Tmpfs.ShouldBeEmpty();
        container.Linux.SharedMemoryMiB.ShouldBeNull();
        new PortMapping(80).ShouldBe(new PortMapping(80, HostPort: null, PortProtocol.Tcp, Name: null, AppProtocol: null));
        new ContainerLink("db").Alias.ShouldBeNull();
        new LogDelivery.NonBlocking().BufferMiB.ShouldBe(10);
        new SecretSource.Parameter("arn").KeyArn.ShouldBeNull();
        new SecretSource.Secret("arn").JsonKey.ShouldBeNull();
        new SecretSource.Secret("arn").Version.ShouldBeNull();
        new EnvironmentFile("arn", "web.env").KeyArn.ShouldBeNull();
    }

    [Fact]
    public void Defaults_of_a_health_check()
    {
        var check = new ContainerHealthCheck { Command = ["CMD-SHELL", "true"] };
        check.Problems("task").ShouldBeEmpty();
        check.IntervalSeconds.ShouldBe(30);
        check.TimeoutSeconds.ShouldBe(5);
        check.Retries.ShouldBe(3);
        check.StartPeriodSeconds.ShouldBe(0);
    }

    [Fact]
    public void Every_problem_of_a_container_is_reported() => Problems(Valid.Container with
    {
        Name = "web server",
        Image = ImageReference.Parse($"registry.example.org/web@{Valid.Digest}"),
        MemoryMiB = 4,
        MemoryReservationMiB = 5,
        Cpu = -1,
        Gpus = -1,
        WorkingDirectory = "srv",
        DockerLabels = ImmutableDictionary<string, string>.Empty.Add(" ", "x"),
        Ports =
        [
            new PortMapping(0), new PortMapping(80, HostPort: 81), new PortMapping(90, AppProtocol: AppProtocol.Http),
            new PortMapping(91, Protocol: PortProtocol.Udp, Name: "dns", AppProtocol: AppProtocol.Grpc),
        ],
        Mounts = [new MountPoint("a", "/data"), new MountPoint("b", "/data")],
        Environment = ImmutableDictionary<string, EnvironmentValue>.Empty.Add("A=B", "x").Add("KEY", "x"),
        Secrets = ImmutableDictionary<string, SecretSource>.Empty.Add("KEY", new SecretSource.Secret("arn") { JsonKey = "a:b" }),
        EnvironmentFiles = [.. Enumerable.Repeat(new EnvironmentFile("arn", "web.env"), 10), new EnvironmentFile("arn", "web.txt")],
        User = "web user",
        StopTimeoutSeconds = 0,
        StartTimeoutSeconds = -1,
    }).ShouldBe([
        "task.name: 'web server'. Allowed: 1 to 255 letters, digits, hyphens and underscores. Rename the container.",
        $"task.image: 'registry.example.org/web@{Valid.Digest}'. Allowed: an image in ECR, or one that names no registry. " +
            "Copy the image to ECR, where a digest stays available.",
        "task.containerMemory: 4 MiB. Allowed: 6 MiB or more. Raise the container's limit.",
        "task.containerMemoryReservation: 5 MiB. Allowed: 6 MiB to the container's limit of 4 MiB. Lower the reservation or raise the limit.",
        "task.cpu: -1. Allowed: 0 or more CPU units, 1024 for a vCPU. Use 0 to set nothing aside.",
        "task.gpus: -1. Allowed: 0 or more GPUs. Use 0 for none.",
        "task.port: 0. Allowed: 1 to 65535. Give the port that the container listens on.",
        "task.hostPort: 81 for container port 80 in network mode awsvpc. Allowed: 80, or none. Leave it out: outside bridge a port is the same on both sides.",
        "task.appProtocol: Http of a port 90 without a name. Allowed: a TCP port with a name, for Service Connect. Leave it out, or name the port.",
        "task.appProtocol: Grpc of UDP port 91. Allowed: a TCP port with a name, for Service Connect. Leave it out, or name the port.",
        "task.mounts: two volumes at '/data' of container 'web server'. Allowed: a path for each. Mount one of them elsewhere.",
        "task.environment: 'A=B'. Allowed: a letter or underscore, then letters, digits, underscores, dots and hyphens. Rename the variable.",
        "task.secrets.KEY.jsonKey: 'a:b'. Allowed: a field's name without colons. Leave it out for the whole secret.",
        "task.environmentFiles: 'web.txt'. Allowed: a key that ends in .env and does not begin with /. Rename the object.",
        "task.secrets: 'KEY', which is an environment variable as well. Allowed: each variable once. Remove one of them.",
        "task.environmentFiles: 11 files. Allowed: 10 or fewer. Join some of them.",
        "task.user: 'web user'. Allowed: a user, or a user and a group with a colon between. Correct the user, or leave it out.",
        "task.workingDirectory: 'srv'. Allowed: an absolute path. Begin the path with /.",
        "task.dockerLabels: ' '. Allowed: names with a character or more. Name the label.",
        "task.stopTimeout: 0 s. Allowed: 1 s or more. Leave it out or give a time.",
        "task.startTimeout: -1 s. Allowed: 1 s or more. Leave it out or give a time.",
    ]);

    [Fact]
    public void Every_problem_of_a_health_check_is_reported()
    {
        new ContainerHealthCheck { Command = ["true"], IntervalSeconds = 4, TimeoutSeconds = 1, Retries = 0, StartPeriodSeconds = 301 }
            .Problems("task").Select(problem => problem.ToString()).ShouldBe([
                "task.healthCheck.command: 'true'. Allowed: CMD and a command's words, or CMD-SHELL and one line. Begin with CMD or CMD-SHELL.",
                "task.healthCheck.interval: 4 s. Allowed: 5 to 300 s. Choose an interval that AWS allows.",
                "task.healthCheck.timeout: 1 s. Allowed: 2 to 60 s, and no more than the interval of 4 s. Lower the timeout.",
                "task.healthCheck.retries: 0. Allowed: 1 to 10. Choose a number that AWS allows.",
                "task.healthCheck.startPeriod: 301 s. Allowed: 0 to 300 s. Choose a time that AWS allows.",
            ]);
        new ContainerHealthCheck { Command = ["CMD-SHELL", "true"], IntervalSeconds = 10, TimeoutSeconds = 11 }
            .Problems("task").Select(problem => problem.ToString()).ShouldBe([
                "task.healthCheck.timeout: 11 s. Allowed: 2 to 60 s, and no more than the interval of 10 s. Lower the timeout.",
            ]);
    }

    [Fact]
    public void Every_problem_of_a_limit_of_the_kernel_and_of_the_logs_is_reported() => Problems(Valid.Container with
    {
        Ulimits = [new Ulimit("files", 1, 1), new Ulimit("nofile", 2, 1), new Ulimit("nofile", -1, 1)],
        Linux = new LinuxParameters
        {
            AddCapabilities = ["CAP_SYS_ADMIN"],
            DropCapabilities = ["all"],
            Devices = [new LinuxDevice("dev/fuse")],
            Tmpfs = [new Tmpfs("/tmp", 0)],
            SharedMemoryMiB = 0,
        },
        Logs = new ContainerLogs { Delivery = new LogDelivery.NonBlocking(0), Events = new LogEvents.BeginWithDate("") },
    }).ShouldBe([
        "task.ulimits: 'files'. Allowed: core, cpu, data, fsize, locks, memlock, msgqueue, nice, nofile, nproc, rss, rtprio, rttime, sigpending, stack. " +
            "Correct the limit's name.",
        "task.ulimits.nofile: 2 to 1. Allowed: -1 for no limit, or 0 or more, the soft limit not above the hard one. Lower the soft limit.",
        "task.ulimits.nofile: -1 to 1. Allowed: -1 for no limit, or 0 or more, the soft limit not above the hard one. Lower the soft limit.",
        "task.ulimits: 'nofile' given twice for container 'web'. Allowed: each limit once. Remove one of them.",
        "task.linux.capabilities: 'CAP_SYS_ADMIN'. Allowed: a capability's name such as SYS_PTRACE, or ALL. Correct the name, without CAP_.",
        "task.linux.capabilities: 'all'. Allowed: a capability's name such as SYS_PTRACE, or ALL. Correct the name, without CAP_.",
        "task.linux: 'dev/fuse'. Allowed: an absolute path. Begin the path with /.",
        "task.linux.tmpfs: 0 MiB. Allowed: 1 MiB or more. Raise the size.",
        "task.linux.sharedMemory: 0 MiB. Allowed: 1 MiB or more. Leave it out or raise the size.",
        "task.logs.buffer: 0 MiB. Allowed: 1 MiB or more. Raise the buffer.",
        "task.logs.events: ''. Allowed: what an event begins with. Name it, or let each line be an event.",
    ]);

    [Theory]
    [InlineData("PASSWORD", "x")]
    [InlineData("DB_PASSWORD", "x")]
    [InlineData("api_key", "x")]
    [InlineData("GITHUB_TOKEN", "x")]
    [InlineData("SOMETHING", "AKIAIOSFODNN7EXAMPLE")]
    public void A_secret_in_the_program_is_reported(string name, string value) =>
        Problems(Valid.Container with { Environment = ImmutableDictionary<string, EnvironmentValue>.Empty.Add(name, value) }).ShouldBe([
            $"task.environment: '{name}' with its value in the program, which looks like a secret. Allowed: values that everybody may read. " +
                "Keep it in Secrets Manager or in Parameter Store and give it under Secrets.",
        ]);

    [Theory]
    [InlineData("PASSWORD_FILE")]
    [InlineData("TOKEN_URL")]
    [InlineData("MONKEY")]
    public void A_name_that_only_mentions_secrets_is_right(string name) =>
        Problems(Valid.Container with { Environment = ImmutableDictionary<string, EnvironmentValue>.Empty.Add(name, "x") }).ShouldBeEmpty();

    [Fact]
    public void Ports_of_the_instance_itself_are_refused()
    {
        var container = Valid.Container with { Ports = [new PortMapping(8080, HostPort: 22), new PortMapping(51678), new PortMapping(80, HostPort: 65_536)] };
        container.Problems("task", NetworkMode.Bridge).Select(problem => problem.ToString()).ShouldBe([
            "task.hostPort: 22, which the instance uses itself. Allowed: any port but 22, 2375, 2376, 51678, 51679, 51680. Choose another port.",
            "task.hostPort: 65536. Allowed: 1 to 65535, or none for any free port. Leave it out or choose another port.",
        ]);
        (container with { Ports = [new PortMapping(51678)] }).Problems("task", NetworkMode.Host).Select(problem => problem.ToString()).ShouldBe([
            "task.hostPort: 51678, which the instance uses itself. Allowed: any port but 22, 2375, 2376, 51678, 51679, 51680. Choose another port.",
        ]);
    }

    private static IEnumerable<string> Problems(ContainerSpec container) => container.Problems("task").Select(problem => problem.ToString());
}
