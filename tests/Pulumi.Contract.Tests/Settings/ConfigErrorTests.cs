using ContractTests.Support;
using Pulumi;

namespace ContractTests.Settings;

[Collection(ProcessState.Name)]
public sealed class ConfigErrorTests
{
    private const string Values = """{"project:key":"v","project:capital":"True"}""";

    [Fact]
    public async Task Require_of_a_missing_key_says_how_to_set_it()
    {
        var message = await MessageOf(config => config.Require("missing"));
        message.ShouldStartWith(
            "Missing Required configuration variable 'project:missing'\n\t" +
            "please set a value using the command `pulumi config set project:missing <value>`");
    }

    [Fact]
    public async Task Every_required_form_names_the_missing_key()
    {
        const string Expected = "Missing Required configuration variable 'project:missing'";
        (await MessageOf(config => config.RequireBoolean("missing"))).ShouldStartWith(Expected);
        (await MessageOf(config => config.RequireInt32("missing"))).ShouldStartWith(Expected);
        (await MessageOf(config => config.RequireDouble("missing"))).ShouldStartWith(Expected);
        (await MessageOf(config => config.RequireObject<List<string>>("missing"))).ShouldStartWith(Expected);
        (await MessageOf(config => config.RequireSecret("missing"))).ShouldStartWith(Expected);
        (await MessageOf(config => config.RequireSecretInt32("missing"))).ShouldStartWith(Expected);
    }

    [Fact]
    public async Task A_missing_key_fails_the_run_with_its_bare_message()
    {
        using var variable = new EnvironmentVariable("PULUMI_CONFIG", Values);
        var failure = await Run.Failure(new RecordingMocks(), () => { _ = new Config().Require("missing"); });
        failure.ShouldBeOfType<RunException>().Message.ShouldStartWith("Missing Required configuration variable 'project:missing'");
    }

    [Fact]
    public async Task A_value_of_another_type_is_named_with_its_key()
    {
        (await MessageOf(config => config.GetInt32("key"))).ShouldBe("Configuration 'project:key' value 'v' is not a valid Int32");
        (await MessageOf(config => config.GetBoolean("key"))).ShouldBe("Configuration 'project:key' value 'v' is not a valid Boolean");
        (await MessageOf(config => config.GetDouble("key"))).ShouldBe("Configuration 'project:key' value 'v' is not a valid Double");
        (await MessageOf(config => config.RequireInt32("key"))).ShouldBe("Configuration 'project:key' value 'v' is not a valid Int32");
    }

    [Fact]
    public async Task An_object_of_another_shape_is_named_with_the_type()
    {
        var message = await MessageOf(config => config.GetObject<Uri>("key"));
        message.ShouldBe("Configuration 'project:key' value 'v' is not a valid System.Uri");
    }

    [Fact]
    public async Task Only_small_letters_make_a_boolean() => (await MessageOf(config => config.GetBoolean("capital")))
        .ShouldBe("Configuration 'project:capital' value 'True' is not a valid Boolean");

    private static async Task<string> MessageOf<T>(Func<Config, T> read) =>
        (await ConfigReading.ErrorOf(Values, read)).ShouldBeAssignableTo<RunException>()!.Message;
}
