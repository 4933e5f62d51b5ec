using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Networking;
using static EcsPlatform.Tests.Functions.FunctionPlans;

namespace EcsPlatform.Tests.Functions;

public class LambdaFunctionArgsTests
{
    [Fact]
    public void All_defaults()
    {
        (Args.Description, Args.Alias, Args.ReservedConcurrency).ShouldBe((null, null, null));
        (Args.Architecture, Args.EphemeralStorageMiB, Args.Tracing).ShouldBe((FunctionArchitecture.X64, 512, true));
        Args.EnvironmentSets.ShouldBeEmpty();
        Args.Environment.ShouldBeEmpty();
        Args.Vpc.ShouldBeNull();
        Args.FileSystem.ShouldBeNull();
        Args.Logs.ShouldBe(new LogGroup.Create());
        Args.LogFormat.ShouldBe(new FunctionLogFormat.Text());
        var json = new FunctionLogFormat.Json();
        (json.ApplicationLevel, json.SystemLevel).ShouldBe((ApplicationLogLevel.Info, SystemLogLevel.Info));
        Args.Asynchronous.ShouldBe(new AsynchronousInvocation.Discard());
        (Args.Asynchronous.RetryAttempts, Args.Asynchronous.MaximumEventAgeSeconds).ShouldBe((2, 21_600));
        var destinations = new AsynchronousInvocation.Destinations();
        (destinations.OnFailure, destinations.OnSuccess).ShouldBe((null, null));
        Args.Grants.ShouldBeEmpty();
        ProblemsOf(Args).ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported() =>
        ProblemsOf(Args with
        {
            Account = new AwsAccount("1", "eu-west-1"),
            Code = Zip with { Files = Files(), Handler = "", Runtime = "java11x", Layers = ["1", "2", "3", "4", "5", "6"] },
            MemoryMiB = 127,
            TimeoutSeconds = 901,
            EphemeralStorageMiB = 10_241,
            Description = new string('x', 257),
            ReservedConcurrency = -1,
            Alias = "12",
            Logs = new LogGroup.Create { RetentionDays = 10 },
            EnvironmentSets =
            [
                new EnvironmentSet("function", Variables()),
                new EnvironmentSet("shared", Variables(("1A", "x"))),
                new EnvironmentSet("shared", Variables(("API_TOKEN", "x"))),
            ],
            Environment = Variables(("AWS_REGION", "x"), ("LONG", new string('x', 4100))),
            Asynchronous = new AsynchronousInvocation.DeadLetter(new FunctionTarget.EventBus(new EventBusGrants("bus")))
            {
                RetryAttempts = 3,
                MaximumEventAgeSeconds = 59,
            },
        }).ShouldBe([
            "copy.account.id: '1'. Allowed: an account's twelve digits. Give the account's number.",
            "copy.code.files: none. Allowed: one or more. Give the code's files.",
            "copy.code.handler: ''. Allowed: 1 to 128 characters without spaces. Name what the runtime calls.",
            $"copy.code.runtime: 'java11x'. Allowed: {string.Join(", ", FunctionRuntimes.Supported)}. Give a runtime's identifier, or add a new one to the table.",
            "copy.code.layers: 6 layers. Allowed: up to 5. Join some of them.",
            "copy.memory: 127 MiB. Allowed: 128 to 10240 MiB. Give what the code needs.",
            "copy.timeout: 901 s. Allowed: 1 to 900 s. Give the time that one invocation needs.",
            "copy.ephemeralStorage: 10241 MiB. Allowed: 512 to 10240 MiB. Mount a file system for more.",
            "copy.environmentSets: 'function'. Allowed: a name other than 'function'. Name the set after what shares it.",
            "copy.environmentSets: 'shared' 2 times. Allowed: each set once. Keep the one whose place is right.",
            "copy.environmentSets.shared: '1A'. Allowed: a letter, then one or more letters, digits and underscores. Rename the variable.",
            "copy.environmentSets.shared: 'API_TOKEN' with its value in the program, which looks like a secret. Allowed: values that everybody may read. " +
                "Keep it in Secrets Manager or in Parameter Store and give it by reference.",
            "copy.environment: 'AWS_REGION', which Lambda sets itself. Allowed: other names. Rename the variable, or leave it out.",
            "copy.environment: 4128 bytes. Allowed: up to 4096 bytes, names and values together. Move some of it to a file or a parameter.",
            $"copy.logs.retentionDays: 10 days. Allowed: {string.Join(", ", LogRetention.Allowed)}. Choose a retention period that CloudWatch Logs knows.",
            "copy.asynchronous.retryAttempts: 3. Allowed: 0 to 2. Let a queue try more often.",
            "copy.asynchronous.maximumEventAge: 59 s. Allowed: 60 to 21600 s. Choose a time in between.",
            "copy.asynchronous.target: EventBus. Allowed: Queue, Topic. Use destinations for other targets.",
            "copy.description: 257 characters. Allowed: up to 256. Shorten the description.",
            "copy.reservedConcurrency: -1. Allowed: 0 or more. Leave it out to take what the account has left.",
            "copy.alias: '12'. Allowed: 1 to 128 letters, digits, hyphens and underscores, not digits alone. Rename the alias.",
        ]);

    [Fact]
    public void Destinations_need_one() =>
        ProblemsOf(Args with { Asynchronous = new AsynchronousInvocation.Destinations() }).ShouldBe([
            "copy.asynchronous.destinations: none. Allowed: one for failures, for successes, or both. Name one, or discard events that fail.",
        ]);

    [Theory]
    [InlineData(128, 1, 512)]
    [InlineData(10_240, 900, 10_240)]
    public void The_limits_themselves_are_right(int memory, int timeout, int storage) =>
        ProblemsOf(Args with { MemoryMiB = memory, TimeoutSeconds = timeout, EphemeralStorageMiB = storage, ReservedConcurrency = 0, Alias = "live" }).ShouldBeEmpty();

    [Fact]
    public async Task Wrong_arguments_end_the_program_with_every_problem() =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => Of(Args with { MemoryMiB = 0, TimeoutSeconds = 0 })))
            .Message.ShouldStartWith("LambdaFunction 'copy': 2 problems\n  copy.memory: 0 MiB.");
}
