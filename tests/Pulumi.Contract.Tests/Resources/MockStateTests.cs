using System.Collections.Immutable;
using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace ContractTests.Resources;

public sealed class MockStateTests
{
    public static TheoryData<object> Dictionaries =>
    [
        new Dictionary<string, object> { ["arn"] = "arn:a" },
        new Dictionary<string, string> { ["arn"] = "arn:a" },
        new SortedDictionary<string, object> { ["arn"] = "arn:a" },
        ImmutableDictionary<string, object>.Empty.Add("arn", "arn:a"),
    ];

    [Theory]
    [MemberData(nameof(Dictionaries), DisableDiscoveryEnumeration = true)]
    public async Task A_state_may_be_any_dictionary(object state)
    {
        var thing = await UpWith(state);
        await thing.Arn.ShouldBeKnown("arn:a");
    }

    [Fact]
    public async Task A_state_may_be_an_arguments_object() =>
        await (await UpWith(new ThingState { Arn = "arn:a" })).Arn.ShouldBeKnown("arn:a");

    [Fact]
    public async Task A_state_may_be_a_result_object()
    {
        var thing = await UpWith(ThingAnswer.Of("arn:a", 3));
        await thing.Arn.ShouldBeKnown("arn:a");
        await thing.Size.ShouldBeKnown(3);
    }

    [Fact]
    public Task A_state_may_not_be_an_anonymous_object() => Run.Failure(With(new { arn = "arn:a" }), Create);

    [Fact]
    public async Task A_null_state_fails_the_run()
    {
        var failure = await Run.Failure(With(null!), Create);
        failure.ToString().ShouldContain(nameof(NullReferenceException));
    }

    [Fact]
    public async Task A_long_in_the_state_fails_the_run()
    {
        var failure = await Run.Failure(RecordingMocks.Answering(("size", 3L)), Create);
        failure.ToString().ShouldContain("System.Int64 is not a supported argument type");
    }

    [Fact]
    public async Task A_secret_in_the_state_makes_its_property_secret()
    {
        var thing = await Run.UpOf(
            RecordingMocks.Answering(("arn", Output.CreateSecret("arn:a")), ("size", 3)),
            () => new Thing("a"));
        await thing.Arn.ShouldBeKnown("arn:a");
        await thing.Arn.ShouldBeSecret();
        await thing.Size.ShouldNotBeSecret();
    }

    [Fact]
    public async Task An_unknown_in_the_state_makes_its_property_unknown()
    {
        var thing = await Run.PreviewOf(
            RecordingMocks.Answering(("arn", OutputUtilities.CreateUnknown("arn:a"))),
            () => new Thing("a"));
        await thing.Arn.ShouldBeUnknown();
    }

    [Fact]
    public async Task A_mock_that_throws_fails_the_run()
    {
        var mocks = new RecordingMocks { State = _ => throw new InvalidOperationException("from the mock") };
        var failure = await Run.Failure(mocks, Create);
        failure.ToString().ShouldContain("from the mock");
    }

    private static void Create() => _ = new Thing("a");

    private static RecordingMocks With(object state) => new() { State = _ => state };

    private static Task<Thing> UpWith(object state) => Run.UpOf(With(state), () => new Thing("a"));
}
