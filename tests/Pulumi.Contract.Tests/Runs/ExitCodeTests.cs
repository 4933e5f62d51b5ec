using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;
using Pulumi.Testing;

namespace ContractTests.Runs;

[Collection(ProcessState.Name)]
public sealed class ExitCodeTests : IDisposable
{
    private readonly int _before = Environment.ExitCode;

    public ExitCodeTests() => Environment.ExitCode = 0;

    public void Dispose() => Environment.ExitCode = _before;

    [Fact]
    public async Task A_failing_run_sets_the_exit_code_to_32()
    {
        var program = (Action)(() => throw new ArgumentException("no good"));
        await Should.ThrowAsync<RunException>(() => Task.Run(() => Deployment.TestAsync(new RecordingMocks(), new TestOptions(), program)));
        Environment.ExitCode.ShouldBe(32);
    }

    [Fact]
    public async Task A_run_that_succeeds_leaves_the_exit_code_alone()
    {
        await Run.Up(new RecordingMocks(), () => { _ = new Thing("a"); });
        Environment.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task RunAsync_without_an_engine_faults()
    {
        using var monitor = new EnvironmentVariable("PULUMI_MONITOR", null);
        using var engine = new EnvironmentVariable("PULUMI_ENGINE", null);
        var exception = await Record.ExceptionAsync(() => Task.Run(() => Deployment.RunAsync(() => { })).WithinTenSeconds());
        exception.ShouldBeOfType<InvalidOperationException>();
    }
}
