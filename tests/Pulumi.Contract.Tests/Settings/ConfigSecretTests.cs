using ContractTests.Support;
using Pulumi;

namespace ContractTests.Settings;

[Collection(ProcessState.Name)]
public sealed class ConfigSecretTests
{
    private const string Values =
        """{"project:text":"t","project:yes":"true","project:number":"42","project:fraction":"2.5","project:list":"[\"x\"]"}""";

    [Fact]
    public Task GetSecret_is_secret() => ShouldBeSecret(config => config.GetSecret("text"), "t");

    [Fact]
    public Task GetSecretBoolean_is_secret() => ShouldBeSecret(config => config.GetSecretBoolean("yes"), true);

    [Fact]
    public Task GetSecretInt32_is_secret() => ShouldBeSecret(config => config.GetSecretInt32("number"), 42);

    [Fact]
    public Task GetSecretDouble_is_secret() => ShouldBeSecret(config => config.GetSecretDouble("fraction"), 2.5);

    [Fact]
    public async Task GetSecretObject_is_secret()
    {
        var output = await ConfigReading.Read(Values, config => config.GetSecretObject<List<string>>("list"));
        await output.ShouldNotBeNull().ShouldBeSecret();
        (await output.Read()).ShouldBe(["x"]);
    }

    [Fact]
    public Task RequireSecret_is_secret() => ShouldBeSecret(config => config.RequireSecret("text"), "t");

    [Fact]
    public Task RequireSecretBoolean_is_secret() => ShouldBeSecret(config => config.RequireSecretBoolean("yes"), true);

    [Fact]
    public Task RequireSecretInt32_is_secret() => ShouldBeSecret(config => config.RequireSecretInt32("number"), 42);

    [Fact]
    public Task RequireSecretDouble_is_secret() => ShouldBeSecret(config => config.RequireSecretDouble("fraction"), 2.5);

    [Fact]
    public async Task RequireSecretObject_is_secret()
    {
        var output = await ConfigReading.Read(Values, config => config.RequireSecretObject<List<string>>("list"));
        await output.ShouldBeSecret();
        (await output.Read()).ShouldBe(["x"]);
    }

    [Fact]
    public async Task A_missing_secret_is_null()
    {
        (await ConfigReading.Read(Values, config => config.GetSecret("missing"))).ShouldBeNull();
        (await ConfigReading.Read(Values, config => config.GetSecretBoolean("missing"))).ShouldBeNull();
        (await ConfigReading.Read(Values, config => config.GetSecretInt32("missing"))).ShouldBeNull();
        (await ConfigReading.Read(Values, config => config.GetSecretDouble("missing"))).ShouldBeNull();
        (await ConfigReading.Read(Values, config => config.GetSecretObject<List<string>>("missing"))).ShouldBeNull();
    }

    private static async Task ShouldBeSecret<T>(Func<Config, Output<T>?> read, T expected)
    {
        var output = await ConfigReading.Read(Values, read);
        await output.ShouldNotBeNull().ShouldBeKnown(expected);
        await output.ShouldBeSecret();
    }
}
