using ContractTests.Support;
using Pulumi;

namespace ContractTests.Outputs;

[Collection(ProcessState.Name)]
public sealed class TextTests
{
    private const string Switch = "PULUMI_ERROR_OUTPUT_STRING";

    [Fact]
    public void ToString_outside_a_run_throws()
    {
        var exception = Should.Throw<InvalidOperationException>(() => Output.Create("a").ToString());
        exception.Message.ShouldContain("Trying to acquire Deployment.Instance before 'Run' was called.");
    }

    [Fact]
    public async Task ToString_in_a_run_gives_an_explanation_and_does_not_fail_the_run()
    {
        using var variable = new EnvironmentVariable(Switch, null);
        var text = "";
        await Run.Up(new RecordingMocks(), () => { text = $"{Output.Create("a")}"; });
        text.ShouldStartWith("Calling [ToString] on an [Output<T>] is not supported.");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    public async Task ToString_in_a_run_throws_when_the_environment_asks_for_it(string value)
    {
        using var variable = new EnvironmentVariable(Switch, value);
        Exception? exception = null;
        await Run.Up(new RecordingMocks(), () => { exception = Record.Exception(() => Output.Create("a").ToString()); });
        exception.ShouldBeOfType<InvalidOperationException>();
    }
}
