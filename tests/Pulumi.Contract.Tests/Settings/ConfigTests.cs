using System.Text.Json;
using ContractTests.Support;
using Pulumi;

namespace ContractTests.Settings;

[Collection(ProcessState.Name)]
public sealed class ConfigTests
{
    private const string Values = """
        {
          "project:text": "t", "project:empty": "", "project:yes": "true", "project:no": "false", "project:capital": "True",
          "project:number": "42", "project:fraction": "2.5", "project:object": "{\"Name\":\"n\"}", "aws:region": "eu-west-1"
        }
        """;

    private static readonly JsonSerializerOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    [Fact]
    public async Task Get_reads_the_keys_of_the_project() => (await Read(config => config.Get("text"))).ShouldBe("t");

    [Fact]
    public async Task Get_of_a_missing_key_is_null() => (await Read(config => config.Get("missing"))).ShouldBeNull();

    [Fact]
    public async Task An_empty_value_is_present()
    {
        (await Read(config => config.Get("empty"))).ShouldBe("");
        (await Read(config => config.Require("empty"))).ShouldBe("");
    }

    [Fact]
    public async Task A_name_chooses_other_keys() =>
        (await ConfigReading.Read(Values, config => config.Require("region"), "aws")).ShouldBe("eu-west-1");

    [Fact]
    public async Task A_name_that_ends_in_config_is_cut() =>
        (await ConfigReading.Read(Values, config => config.Require("region"), "aws:config")).ShouldBe("eu-west-1");

    [Fact]
    public async Task GetBoolean_reads_true_and_false()
    {
        (await Read(config => config.GetBoolean("yes"))).ShouldBe(true);
        (await Read(config => config.GetBoolean("no"))).ShouldBe(false);
        (await Read(config => config.GetBoolean("missing"))).ShouldBeNull();
    }

    [Fact]
    public async Task GetInt32_reads_a_number()
    {
        (await Read(config => config.GetInt32("number"))).ShouldBe(42);
        (await Read(config => config.GetInt32("missing"))).ShouldBeNull();
    }

    [Fact]
    public async Task GetDouble_reads_a_number()
    {
        (await Read(config => config.GetDouble("fraction"))).ShouldBe(2.5);
        (await Read(config => config.GetDouble("missing"))).ShouldBeNull();
    }

    [Fact]
    public async Task GetObject_reads_json_with_case_sensitive_names()
    {
        (await Read(config => config.GetObject<Upper>("object")))!.Name.ShouldBe("n");
        (await Read(config => config.GetObject<Lower>("object")))!.name.ShouldBeNull();
        (await Read(config => config.GetObject<Upper>("missing"))).ShouldBeNull();
    }

    [Fact]
    public async Task GetObject_follows_the_options()
    {
        (await Read(config => config.GetObject<Lower>("object", AnyCase)))!.name.ShouldBe("n");
        (await Read(config => config.RequireObject<Lower>("object", AnyCase))).name.ShouldBe("n");
    }

    [Fact]
    public async Task Require_reads_every_type()
    {
        (await Read(config => config.Require("text"))).ShouldBe("t");
        (await Read(config => config.RequireBoolean("yes"))).ShouldBeTrue();
        (await Read(config => config.RequireInt32("number"))).ShouldBe(42);
        (await Read(config => config.RequireDouble("fraction"))).ShouldBe(2.5);
        (await Read(config => config.RequireObject<Upper>("object"))).Name.ShouldBe("n");
    }

    [Fact]
    public async Task Old_keys_are_read_as_new_ones() =>
        (await ConfigReading.Read("""{"project:config:key":"v"}""", config => config.Get("key"))).ShouldBe("v");

    [Fact]
    public async Task A_value_that_is_not_text_is_taken_by_its_text()
    {
        const string Json = """{"project:flag":true,"project:number":42,"project:object":{"Name":"n"}}""";
        (await ConfigReading.Read(Json, config => config.Get("flag"))).ShouldBe("True");
        (await ConfigReading.Read(Json, config => config.GetInt32("number"))).ShouldBe(42);
        (await ConfigReading.Read(Json, config => config.RequireObject<Upper>("object"))).Name.ShouldBe("n");
        (await ConfigReading.ErrorOf(Json, config => config.GetBoolean("flag"))).ShouldBeAssignableTo<RunException>();
    }

    [Fact]
    public async Task Each_run_reads_the_environment_anew()
    {
        (await ConfigReading.Read("""{"project:key":"first"}""", config => config.Get("key"))).ShouldBe("first");
        (await ConfigReading.Read("""{"project:key":"second"}""", config => config.Get("key"))).ShouldBe("second");
    }

    private static Task<T> Read<T>(Func<Config, T> read) => ConfigReading.Read(Values, read);

    private sealed record Upper(string? Name);

#pragma warning disable IDE1006, CA1812 // The name is the point: it differs in case from the key.
    private sealed record Lower(string? name);
#pragma warning restore IDE1006, CA1812
}
