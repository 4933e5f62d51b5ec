using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;

namespace ContractTests.Runs;

public sealed class ErrorTests
{
    [Fact]
    public async Task A_RunException_is_reported_by_its_bare_message()
    {
        var failure = await Run.Failure(new RecordingMocks(), (Action)(() => throw new RunException("no good")));
        failure.ShouldBeOfType<RunException>().Message.ShouldBe("no good");
    }

    [Fact]
    public async Task A_subclass_of_RunException_is_reported_by_its_bare_message()
    {
        var failure = await Run.Failure(new RecordingMocks(), (Action)(() => throw new SpecialRunException("no good")));
        failure.ShouldBeOfType<RunException>().Message.ShouldBe("no good");
    }

    [Fact]
    public async Task A_ResourceException_without_stack_is_reported_by_its_message()
    {
        var failure = await Run.Failure(
            new RecordingMocks(),
            (Action)(() => throw new ResourceException("no good", null, hideStack: true)));
        failure.ShouldBeOfType<RunException>().Message.ShouldBe("no good");
    }

    [Fact]
    public async Task A_ResourceException_is_reported_with_its_stack()
    {
        var failure = await Run.Failure(new RecordingMocks(), (Action)(() => throw new ResourceException("no good", null)));
        failure.ShouldBeOfType<RunException>().Message.ShouldContain("no good");
        failure.Message.Length.ShouldBeGreaterThan("no good".Length);
    }

    [Fact]
    public async Task Any_other_exception_is_reported_with_its_type_and_not_attached()
    {
        var failure = await Run.Failure(new RecordingMocks(), (Action)(() => throw new ArgumentException("no good")));
        failure.ShouldBeOfType<RunException>();
        failure.Message.ShouldStartWith("Running program '");
        failure.Message.ShouldContain("' failed with an unhandled exception:");
        failure.Message.ShouldContain("System.ArgumentException: no good");
        failure.InnerException.ShouldBeNull();
    }

    [Fact]
    public async Task An_exception_of_an_asynchronous_program_is_reported_alike()
    {
        var failure = await Run.Failure(new RecordingMocks(), (Func<Task>)(async () =>
        {
            await Task.Yield();
            throw new ArgumentException("no good");
        }));
        failure.ShouldBeOfType<RunException>().Message.ShouldContain("System.ArgumentException: no good");
    }

    [Fact]
    public async Task One_logged_error_fails_the_run_at_its_end_with_its_text()
    {
        var after = false;
        var failure = await Run.Failure(new RecordingMocks(), () =>
        {
            Log.Error("first");
            after = true;
        });
        after.ShouldBeTrue();
        failure.ShouldBeOfType<RunException>().Message.ShouldBe("first");
    }

    [Fact]
    public async Task Two_logged_errors_fail_the_run_together()
    {
        var failure = await Run.Failure(new RecordingMocks(), () =>
        {
            Log.Error("first");
            Log.Error("second");
        });
        var inner = failure.ShouldBeOfType<AggregateException>().InnerExceptions;
        inner.ShouldAllBe(exception => exception is RunException);
        inner.Select(exception => exception.Message).ShouldBe(["first", "second"], ignoreOrder: true);
    }

    [Fact]
    public async Task Other_messages_are_swallowed()
    {
        var resources = await Run.Up(new RecordingMocks(), () =>
        {
            Log.Debug("d");
            Log.Info("i");
            Log.Warn("w");
        });
        resources.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stack_output_without_a_value_fails_the_run()
    {
        var failure = await Run.Failure(() => Run.StackOf<ForgetfulStack>(new RecordingMocks()));
        failure.ShouldBeOfType<RunException>().Message.ShouldBe(
            "Output(s) 'Endpoint' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.");
    }

    [Fact]
    public async Task A_stack_output_that_is_no_output_fails_the_run()
    {
        var failure = await Run.Failure(() => Run.StackOf<MistypedStack>(new RecordingMocks()));
        failure.ShouldBeOfType<RunException>().Message.ShouldStartWith("Output(s) 'Endpoint' have incorrect type.");
    }

    [Fact]
    public void OutputsHaveIncorrectType_names_the_output() =>
        RunException.OutputsHaveIncorrectType(["Endpoint"]).Message.ShouldStartWith("Output(s) 'Endpoint' have incorrect type.");

    [Theory]
    [InlineData("", "a")]
    [InlineData(Thing.Token, "")]
    public async Task An_empty_type_or_name_is_refused_by_the_constructor(string type, string name)
    {
        Exception? exception = null;
        await Record.ExceptionAsync(() => Run.Up(new RecordingMocks(), () =>
        {
            exception = Record.Exception(() => new CustomResource(type, name, ResourceArgs.Empty, new CustomResourceOptions()));
        }));
        exception.ShouldBeAssignableTo<ArgumentException>();
    }

    [Fact]
    public async Task A_constructor_that_throws_after_children_fails_the_run()
    {
        var failure = await Run.Failure(new RecordingMocks(), () =>
        {
            _ = new Group("g", group =>
            {
                _ = new Thing("child", null, new CustomResourceOptions { Parent = group });
                throw new InvalidOperationException("after the child");
            });
        });
        failure.Message.ShouldContain("System.InvalidOperationException: after the child");
    }

    private sealed class SpecialRunException(string message) : RunException(message);
}
