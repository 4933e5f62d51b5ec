using System.Collections.Immutable;
using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace ContractTests.Functions;

public sealed class InvokeTests
{
    private static readonly Dictionary<string, object> Found = new() { ["arn"] = "arn:n", ["size"] = 3 };

    [Fact]
    public async Task Invoke_shows_token_and_arguments_to_the_mock_and_gives_its_answer()
    {
        var mocks = Answering();
        var output = await Run.UpOf(mocks, () => GetThing.Invoke(new GetThingInvokeArgs { Name = Output.Create("n") }));
        var result = await output.Read();
        (result.Arn, result.Size).ShouldBe(("arn:n", 3));
        var seen = mocks.Calls.ShouldHaveSingleItem();
        (seen.Token, seen.Provider).ShouldBe((GetThing.Token, ""));
        seen.Args.ShouldBe(ImmutableDictionary<string, object>.Empty.Add("name", "n"));
    }

    [Fact]
    public async Task InvokeAsync_gives_the_answer()
    {
        GetThingResult? result = null;
        await Run.Up(Answering(), async () => { result = await GetThing.InvokeAsync(new GetThingArgs { Name = "n" }); });
        result.ShouldNotBeNull().Arn.ShouldBe("arn:n");
    }

    [Fact]
    public async Task InvokeAsync_without_a_result_asks_the_mock()
    {
        var mocks = Answering();
        await Run.Up(mocks, () => Deployment.Instance.InvokeAsync(GetThing.Token, new GetThingArgs { Name = "n" }));
        mocks.Calls.ShouldHaveSingleItem().Token.ShouldBe(GetThing.Token);
    }

    [Fact]
    public async Task InvokeSingle_gives_the_only_value_of_the_answer()
    {
        var mocks = new RecordingMocks { Answer = _ => new Dictionary<string, object> { ["value"] = "v" } };
        var output = await Run.UpOf(mocks, () => Deployment.Instance.InvokeSingle<string>(GetThing.Token, InvokeArgs.Empty));
        await output.ShouldBeKnown("v");
    }

    [Fact]
    public async Task InvokeSingleAsync_gives_the_only_value_of_the_answer()
    {
        var mocks = new RecordingMocks { Answer = _ => new Dictionary<string, object> { ["value"] = "v" } };
        var value = "";
        await Run.Up(mocks, async () =>
        {
            value = await Deployment.Instance.InvokeSingleAsync<string>(GetThing.Token, InvokeArgs.Empty);
        });
        value.ShouldBe("v");
    }

    [Fact]
    public async Task An_answer_may_be_an_arguments_object()
    {
        var mocks = new RecordingMocks { Answer = _ => new ThingState { Arn = "arn:n" } };
        var output = await Run.UpOf(mocks, () => GetThing.Invoke(new GetThingInvokeArgs { Name = "n" }));
        (await output.Read()).Arn.ShouldBe("arn:n");
    }

    [Fact]
    public async Task Invoke_takes_arguments_from_a_dictionary()
    {
        var mocks = Answering();
        var args = new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("name", "n"));
        await Run.Up(mocks, () => { _ = Deployment.Instance.Invoke<GetThingResult>(GetThing.Token, args); });
        mocks.Calls.ShouldHaveSingleItem().Args["name"].ShouldBe("n");
    }

    [Fact]
    public async Task Invoke_with_an_unknown_argument_does_not_ask_the_mock_and_is_unknown()
    {
        var mocks = Answering();
        var args = new GetThingInvokeArgs { Name = OutputUtilities.CreateUnknown("n") };
        var output = await Run.PreviewOf(mocks, () => GetThing.Invoke(args));
        await output.ShouldBeUnknown();
        mocks.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task InvokeAsync_with_an_unknown_argument_asks_the_mock_without_it()
    {
        var mocks = Answering();
        var args = new GetThingInvokeArgs { Name = "n", Filter = OutputUtilities.CreateUnknown("f") };
        await Run.Up(mocks, () => Deployment.Instance.InvokeAsync<GetThingResult>(GetThing.Token, args));
        mocks.Calls.ShouldHaveSingleItem().Args.Keys.ShouldBe(["name"]);
    }

    [Fact]
    public async Task Invoke_with_a_secret_argument_shows_it_plain_and_its_result_is_not_secret()
    {
        var mocks = Answering();
        var output = await Run.UpOf(mocks, () => GetThing.Invoke(new GetThingInvokeArgs { Name = Output.CreateSecret("n") }));
        await output.ShouldNotBeSecret();
        mocks.Calls.ShouldHaveSingleItem().Args["name"].ShouldBe("n");
    }

    [Fact]
    public async Task Invoke_that_takes_an_output_of_a_resource_without_an_id_is_not_asked()
    {
        var mocks = new RecordingMocks
        {
            Id = _ => "",
            State = _ => new Dictionary<string, object> { ["arn"] = "arn:a" },
            Answer = _ => Found,
        };
        var output = await Run.PreviewOf(mocks, () => GetThing.Invoke(new GetThingInvokeArgs { Name = new Thing("a").Arn }));
        await output.ShouldBeUnknown();
        mocks.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a-id", 1)]
    public async Task Invoke_that_depends_on_a_resource_is_asked_only_when_that_has_an_id(string id, int calls)
    {
        var mocks = new RecordingMocks { Id = _ => id, Answer = _ => Found };
        var output = await Run.PreviewOf(mocks, () =>
        {
            var options = new InvokeOutputOptions { DependsOn = { new Thing("a") } };
            return GetThing.Invoke(new GetThingInvokeArgs { Name = "n" }, options);
        });
        mocks.Calls.Count.ShouldBe(calls);
        (await output.IsKnown()).ShouldBe(calls == 1);
    }

    [Fact]
    public async Task Invoke_shows_the_explicit_provider_to_the_mock()
    {
        var mocks = Answering();
        await Run.Up(mocks, () =>
        {
            _ = GetThing.Invoke(new GetThingInvokeArgs { Name = "n" }, new InvokeOptions { Provider = new DemoProvider("prov") });
        });
        mocks.Calls.ShouldHaveSingleItem().Provider.ShouldBe(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:demo::prov::prov-id");
    }

    [Fact]
    public async Task Invoke_takes_the_provider_of_its_parent()
    {
        var mocks = Answering();
        await Run.Up(mocks, () =>
        {
            var parent = new Group("g", null, new ComponentResourceOptions { Providers = { new DemoProvider("prov") } });
            _ = GetThing.Invoke(new GetThingInvokeArgs { Name = "n" }, new InvokeOptions { Parent = parent });
        });
        mocks.Calls.ShouldHaveSingleItem().Provider.ShouldNotBeNull().ShouldEndWith("::prov-id");
    }

    [Fact]
    public async Task Invoke_without_a_required_argument_fails_the_run_twice()
    {
        var failure = await Run.Failure(Answering(), () => { _ = GetThing.Invoke(new GetThingInvokeArgs()); });
        failure.ShouldBeOfType<AggregateException>();
        failure.ToString().ShouldContain("GetThingInvokeArgs.Name is required but was not given a value");
    }

    [Fact]
    public async Task InvokeAsync_without_a_required_argument_fails_the_run_once()
    {
        var failure = await Run.Failure(
            Answering(),
            () => Deployment.Instance.InvokeAsync<GetThingResult>(GetThing.Token, new GetThingInvokeArgs()));
        failure.ShouldBeOfType<RunException>().Message.ShouldContain("GetThingInvokeArgs.Name is required but was not given a value");
    }

    private static RecordingMocks Answering() => new() { Answer = _ => Found };
}
