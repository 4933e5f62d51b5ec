using ContractTests.Support;
using Pulumi;

namespace ContractTests.Runs;

public sealed class BadClassTests
{
    [Fact]
    public async Task An_output_that_is_no_output_fails_the_run()
    {
        var failure = await Run.Failure(new RecordingMocks(), () => { _ = new Mistyped("a"); });
        failure.Message.ShouldContain("Output(s) 'n' have incorrect type.");
    }

    [Fact]
    public async Task An_output_without_a_setter_fails_the_run()
    {
        var failure = await Run.Failure(new RecordingMocks(), () => { _ = new Unsettable("a"); });
        failure.Message.ShouldContain("did not have a 'set' method");
    }

    [Fact]
    public async Task An_output_of_a_type_that_no_answer_can_fill_fails_the_run()
    {
        var failure = await Run.Failure(new RecordingMocks(), () => { _ = new Unfillable("a"); });
        failure.Message.ShouldContain(
            "contains invalid type System.Int64. Allowed types are: String, Boolean, Int32, Double, ");
    }

    private sealed class Mistyped(string name) : CustomResource("demo:index:Bad", name, ResourceArgs.Empty, new CustomResourceOptions())
    {
        [Output("n")]
        public string N { get; private set; } = "";
    }

    private sealed class Unsettable(string name) : CustomResource("demo:index:Bad", name, ResourceArgs.Empty, new CustomResourceOptions())
    {
        [Output("n")]
        public Output<string> N { get; } = Output.Create("");
    }

    private sealed class Unfillable(string name) : CustomResource("demo:index:Bad", name, ResourceArgs.Empty, new CustomResourceOptions())
    {
        [Output("n")]
        public Output<long> N { get; private set; } = null!;
    }
}
