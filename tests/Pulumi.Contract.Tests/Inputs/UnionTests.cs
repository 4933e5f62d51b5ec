using Pulumi;

namespace ContractTests.Inputs;

public sealed class UnionTests
{
    private static readonly Union<string, int> Text = "a";
    private static readonly Union<string, int> Number = 1;

    [Fact]
    public void Union_tells_its_case_and_gives_its_value()
    {
        (Text.IsT0, Text.IsT1, Text.AsT0, Text.Value).ShouldBe((true, false, "a", "a"));
        (Number.IsT0, Number.IsT1, Number.AsT1, Number.Value).ShouldBe((false, true, 1, 1));
    }

    [Fact]
    public void Union_match_runs_the_function_of_its_case()
    {
        Text.Match(text => text + "!", number => $"{number}?").ShouldBe("a!");
        Number.Match(text => text + "!", number => $"{number}?").ShouldBe("1?");
    }

    [Fact]
    public void Union_switch_runs_the_action_of_its_case()
    {
        var seen = "";
        Number.Switch(_ => seen = "text", _ => seen = "number");
        seen.ShouldBe("number");
    }

    [Fact]
    public void Union_maps_one_or_both_cases()
    {
        Text.MapT0(text => text.Length).AsT0.ShouldBe(1);
        Number.MapT1(number => number * 2.5).AsT1.ShouldBe(2.5);
        Number.Bimap(text => text.Length, number => $"{number}").AsT1.ShouldBe("1");
    }

    [Fact]
    public void Union_picks_the_value_of_its_case()
    {
        Text.TryPickT0(out var text, out _).ShouldBeTrue();
        text.ShouldBe("a");
        Text.TryPickT1(out _, out var rest).ShouldBeFalse();
        rest.ShouldBe("a");
    }

    [Fact]
    public void Unions_are_equal_when_case_and_value_are()
    {
        (Text == Union<string, int>.FromT0("a")).ShouldBeTrue();
        (Text != Union<string, int>.FromT0("b")).ShouldBeTrue();
        Text.Equals(Number).ShouldBeFalse();
        Text.GetHashCode().ShouldBe(Union<string, int>.FromT0("a").GetHashCode());
    }
}
