using Pulumi;
using Pulumi.Utilities;

namespace ContractTests.Support;

internal static class OutputReading
{
    public static Task<T> Read<T>(this Output<T> output) => OutputUtilities.GetValueAsync(output).WithinTenSeconds();

    public static Task<bool> IsKnown<T>(this Output<T> output) => OutputUtilities.GetIsKnownAsync(output).WithinTenSeconds();

    public static Task<bool> IsSecret<T>(this Output<T> output) => Output.IsSecretAsync(output).WithinTenSeconds();

    public static async Task ShouldBeKnown<T>(this Output<T> output, T expected)
    {
        (await output.IsKnown()).ShouldBeTrue("the output should be known");
        (await output.Read()).ShouldBe(expected);
    }

    public static async Task ShouldBeUnknown<T>(this Output<T> output) =>
        (await output.IsKnown()).ShouldBeFalse("the output should be unknown");

    public static async Task ShouldBeSecret<T>(this Output<T> output) =>
        (await output.IsSecret()).ShouldBeTrue("the output should be secret");

    public static async Task ShouldNotBeSecret<T>(this Output<T> output) =>
        (await output.IsSecret()).ShouldBeFalse("the output should not be secret");
}
