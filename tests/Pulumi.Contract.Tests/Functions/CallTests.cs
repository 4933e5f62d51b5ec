using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;

namespace ContractTests.Functions;

public sealed class CallTests
{
    private const string Token = "demo:index:Thing/resize";

    [Fact]
    public async Task Call_gives_the_mocks_answer()
    {
        var mocks = new RecordingMocks { Answer = _ => new Dictionary<string, object> { ["arn"] = "arn:a", ["size"] = 4 } };
        Output<GetThingResult>? output = null;
        await Run.Up(mocks, () =>
        {
            output = Deployment.Instance.Call<GetThingResult>(Token, new ResizeArgs { Size = 4 }, new Thing("a"));
        });
        (await output!.Read()).Size.ShouldBe(4);
    }

    [Fact]
    public async Task Call_shows_token_arguments_and_the_resource_itself_to_the_mock()
    {
        var mocks = new RecordingMocks { Answer = _ => new Dictionary<string, object>() };
        await Run.Up(mocks, () => Deployment.Instance.Call(Token, new ResizeArgs { Size = 4 }, new Thing("a")));
        var seen = mocks.Calls.ShouldHaveSingleItem();
        seen.Token.ShouldBe(Token);
        seen.Args["size"].ShouldBe(4.0);
        var self = seen.Args["__self__"].ShouldBeAssignableTo<Resource>();
        (await self!.Urn.Read()).ShouldEndWith("::a");
    }

    [Fact]
    public async Task Call_without_a_resource_has_only_its_arguments()
    {
        var mocks = new RecordingMocks { Answer = _ => new Dictionary<string, object>() };
        await Run.Up(mocks, () => Deployment.Instance.Call(Token, new ResizeArgs { Size = 4 }));
        mocks.Calls.ShouldHaveSingleItem().Args.Keys.ShouldBe(["size"]);
    }
}
