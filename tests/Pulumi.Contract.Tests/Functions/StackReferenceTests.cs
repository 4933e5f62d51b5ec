using System.Collections.Immutable;
using ContractTests.Support;
using Pulumi;

namespace ContractTests.Functions;

public sealed class StackReferenceTests
{
    private const string Name = "org/shop/live";

    private static readonly Dictionary<string, object> Outputs = new()
    {
        ["text"] = "t",
        ["number"] = 3,
        ["list"] = new List<object> { "x" },
        ["map"] = new Dictionary<string, object> { ["k"] = true },
        ["password"] = "p",
    };

    [Fact]
    public async Task The_mock_sees_a_read_of_the_stack()
    {
        var mocks = Answering();
        await Run.Up(mocks, () => { _ = new StackReference(Name); });
        var seen = mocks.Resources.ShouldHaveSingleItem();
        (seen.Type, seen.Id).ShouldBe(("pulumi:pulumi:StackReference", Name));
        seen.Inputs.ShouldBe(ImmutableDictionary<string, object>.Empty.Add("name", Name));
    }

    [Fact]
    public async Task The_stack_may_have_another_name_than_the_resource()
    {
        var mocks = Answering();
        await Run.Up(mocks, () => { _ = new StackReference("reference", new StackReferenceArgs { Name = Name }); });
        var seen = mocks.Resources.ShouldHaveSingleItem();
        (seen.Name, seen.Id).ShouldBe(("reference", Name));
        seen.Inputs["name"].ShouldBe(Name);
    }

    [Fact]
    public async Task GetOutput_gives_plain_values()
    {
        var reference = await Reference();
        (await reference.GetOutput("text").Read()).ShouldBe("t");
        (await reference.GetOutput("number").Read()).ShouldBe(3.0);
        (await reference.GetOutput("list").Read()).ShouldBeOfType<ImmutableArray<object>>().ShouldBe(["x"]);
        var map = (await reference.GetOutput("map").Read()).ShouldBeAssignableTo<ImmutableDictionary<string, object>>();
        map.ShouldNotBeNull()["k"].ShouldBe(true);
    }

    [Fact]
    public async Task GetOutput_of_a_missing_output_is_a_known_null() =>
        await (await Reference()).GetOutput("missing").ShouldBeKnown(null);

    [Fact]
    public async Task Only_the_outputs_named_as_secret_are_secret()
    {
        var reference = await Reference();
        await reference.GetOutput("password").ShouldBeSecret();
        await reference.GetOutput("text").ShouldNotBeSecret();
        await reference.RequireOutput("password").ShouldBeSecret();
    }

    [Fact]
    public async Task RequireOutput_gives_the_value() => (await (await Reference()).RequireOutput("text").Read()).ShouldBe("t");

    [Fact]
    public async Task RequireOutput_of_a_missing_output_fails_the_run()
    {
        var failure = await Run.Failure(Answering(), () => { _ = new StackReference(Name).RequireOutput("missing"); });
        failure.ToString().ShouldContain("KeyNotFoundException");
        failure.ToString().ShouldContain($"Required output 'missing' does not exist on stack '{Name}'.");
    }

    [Fact]
    public async Task GetValueAsync_and_RequireValueAsync_give_values_that_are_not_secret()
    {
        var values = new List<object?>();
        await Run.Up(Answering(), async () =>
        {
            var reference = new StackReference(Name);
            values.Add(await reference.GetValueAsync("text"));
            values.Add(await reference.RequireValueAsync("text"));
        });
        values.ShouldBe(["t", "t"]);
    }

    [Fact]
    public async Task GetValueAsync_and_RequireValueAsync_refuse_secrets()
    {
        var exceptions = new List<Exception?>();
        await Record.ExceptionAsync(() => Run.Up(Answering(), async () =>
        {
            var reference = new StackReference(Name);
            exceptions.Add(await Record.ExceptionAsync(() => reference.GetValueAsync("password")));
            exceptions.Add(await Record.ExceptionAsync(() => reference.RequireValueAsync("password")));
        }));
        exceptions.Count.ShouldBe(2);
        exceptions.ShouldAllBe(exception => exception is InvalidOperationException);
    }

    [Fact]
    public async Task GetOutputDetailsAsync_tells_secrets_from_other_values()
    {
        var details = new List<StackReferenceOutputDetails>();
        await Run.Up(Answering(), async () =>
        {
            var reference = new StackReference(Name);
            details.Add(await reference.GetOutputDetailsAsync("text"));
            details.Add(await reference.GetOutputDetailsAsync("password"));
        });
        (details[0].Value, details[0].SecretValue).ShouldBe(("t", null));
        (details[1].Value, details[1].SecretValue).ShouldBe((null, "p"));
    }

    [Fact]
    public async Task Outputs_are_unknown_in_a_preview_when_the_mock_gives_none()
    {
        var mocks = new RecordingMocks { State = _ => new Dictionary<string, object>() };
        var output = await Run.PreviewOf(mocks, () => new StackReference(Name).GetOutput("text"));
        await output.ShouldBeUnknown();
    }

    private static Task<StackReference> Reference() => Run.UpOf(Answering(), () => new StackReference(Name));

    private static RecordingMocks Answering() => new()
    {
        State = _ => new Dictionary<string, object>
        {
            ["name"] = Name,
            ["outputs"] = Outputs,
            ["secretOutputNames"] = new List<object> { "password" },
        },
    };
}
