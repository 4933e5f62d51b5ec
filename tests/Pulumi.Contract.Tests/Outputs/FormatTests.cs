using System.Globalization;
using ContractTests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace ContractTests.Outputs;

public sealed class FormatTests
{
    [Fact]
    public Task Format_takes_plain_values_outputs_and_inputs()
    {
        Input<int> port = 443;
        return Output.Format($"{"https"}://{Output.Create("host")}:{port}/").ShouldBeKnown("https://host:443/");
    }

    [Fact]
    public async Task Format_does_not_follow_the_current_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = culture;
            await Output.Format($"{Output.Create(1.5)}").ShouldBeKnown("1.5");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public Task Format_renders_null_as_nothing()
    {
        string? nothing = null;
        return Output.Format($"[{Output.Create(nothing)}]").ShouldBeKnown("[]");
    }

    [Fact]
    public Task Format_with_an_unknown_part_is_unknown() =>
        Output.Format($"a{OutputUtilities.CreateUnknown("x")}").ShouldBeUnknown();

    [Fact]
    public async Task Format_with_a_secret_part_is_secret()
    {
        var output = Output.Format($"a{Output.CreateSecret("x")}");
        await output.ShouldBeKnown("ax");
        await output.ShouldBeSecret();
    }

    [Fact]
    public async Task Format_without_secrets_is_not_secret() =>
        await Output.Format($"a{Output.Create("x")}").ShouldNotBeSecret();
}
