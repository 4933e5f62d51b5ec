using ContractTests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace ContractTests.Outputs;

public sealed class ApplyTests
{
    private static readonly Output<int> Three = Output.Create(3);

    [Fact]
    public Task Apply_with_a_function_gives_its_result() => Three.Apply(value => value + 1).ShouldBeKnown(4);

    [Fact]
    public Task Apply_with_a_task_gives_its_result() =>
        Three.Apply(async value =>
        {
            await Task.Yield();
            return value + 1;
        }).ShouldBeKnown(4);

    [Fact]
    public Task Apply_with_an_output_gives_the_inner_value() =>
        Three.Apply(value => Output.Create($"{value}")).ShouldBeKnown("3");

    [Fact]
    public Task Apply_with_an_input_gives_the_inner_value()
    {
        Func<int, Input<string>?> function = value => $"{value}";
        return Three.Apply(function).ShouldBeKnown("3");
    }

    [Fact]
    public async Task Apply_with_a_task_without_result_waits_for_it()
    {
        var seen = 0;
        Func<int, Task> function = async value =>
        {
            await Task.Yield();
            seen = value;
        };
        Output<ValueTuple> done = Three.Apply(function);
        await done.Read();
        seen.ShouldBe(3);
    }

    [Fact]
    public Task Apply_that_returns_a_null_output_gives_a_known_default()
    {
        Func<int, Output<string>?> function = _ => null;
        return Three.Apply(function).ShouldBeKnown(null!);
    }

    [Fact]
    public async Task Apply_on_an_unknown_is_not_called_and_its_result_is_unknown()
    {
        var called = false;
        var result = OutputUtilities.CreateUnknown(3).Apply(value =>
        {
            called = true;
            return value;
        });
        await result.ShouldBeUnknown();
        called.ShouldBeFalse();
    }

    [Fact]
    public async Task Apply_whose_inner_output_is_unknown_is_unknown() =>
        await Three.Apply(_ => OutputUtilities.CreateUnknown("x")).ShouldBeUnknown();

    [Fact]
    public async Task Apply_on_a_secret_is_called_and_its_result_is_secret()
    {
        var result = Output.CreateSecret(3).Apply(value => value + 1);
        await result.ShouldBeKnown(4);
        await result.ShouldBeSecret();
    }

    [Fact]
    public async Task Apply_whose_inner_output_is_secret_is_secret()
    {
        var result = Three.Apply(value => Output.CreateSecret(value));
        await result.ShouldBeKnown(3);
        await result.ShouldBeSecret();
    }

    [Fact]
    public async Task Apply_on_an_unknown_secret_stays_secret()
    {
        var result = Output.CreateSecret(OutputUtilities.CreateUnknown(3)).Apply(value => value + 1);
        await result.ShouldBeUnknown();
        await result.ShouldBeSecret();
    }

    [Fact]
    public Task Apply_on_an_input_takes_a_function()
    {
        Input<int> input = 3;
        return input.Apply(value => value + 1).ShouldBeKnown(4);
    }

    [Fact]
    public Task Apply_on_an_input_takes_a_task()
    {
        Input<int> input = 3;
        return input.Apply(value => Task.FromResult(value + 1)).ShouldBeKnown(4);
    }

    [Fact]
    public Task Apply_on_an_input_takes_an_output()
    {
        Input<int> input = 3;
        return input.Apply(value => Output.Create(value + 1)).ShouldBeKnown(4);
    }

    [Fact]
    public Task Apply_on_an_input_takes_an_input()
    {
        Input<int> input = 3;
        Func<int, Input<int>?> function = value => value + 1;
        return input.Apply(function).ShouldBeKnown(4);
    }

    [Fact]
    public async Task Apply_that_throws_inside_a_run_fails_the_run()
    {
        var failure = await Run.Failure(new RecordingMocks(), () =>
        {
            Func<int, int> function = _ => throw new InvalidOperationException("from apply");
            _ = Output.Create(1).Apply(function);
        });
        failure.ToString().ShouldContain("System.InvalidOperationException: from apply");
    }
}
