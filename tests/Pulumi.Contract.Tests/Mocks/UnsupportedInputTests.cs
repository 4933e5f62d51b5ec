using ContractTests.Samples;
using ContractTests.Support;

namespace ContractTests.Mocks;

public sealed class UnsupportedInputTests
{
    public static TheoryData<object> NamedTypes =>
        [5L, 1.5f, 1.5m, DateTime.UnixEpoch, Guid.Empty, new Uri("https://example.org"), (byte)1];

    public static TheoryData<object> OtherTypes =>
    [
        new HashSet<string> { "a" },
        new { Text = "a" },
        new Version(1, 0),
        Task.FromResult("a"),
        new Queue<string>(["a"]),
        new Dictionary<int, string> { [1] = "a" },
    ];

    [Theory]
    [MemberData(nameof(NamedTypes), DisableDiscoveryEnumeration = true)]
    public async Task An_unsupported_value_fails_the_run_and_its_type_is_named(object value)
    {
        var text = await FailureOf(value);
        text.ShouldContain($"error serializing property \"raw\": {value.GetType().FullName} is not a supported argument type.");
        text.ShouldContain("resource:a[demo:index:Raw].raw");
    }

    [Theory]
    [MemberData(nameof(OtherTypes), DisableDiscoveryEnumeration = true)]
    public async Task A_value_of_an_unsupported_shape_fails_the_run(object value) =>
        (await FailureOf(value)).ShouldContain("error serializing property \"raw\"");

    [Fact]
    public async Task An_unsupported_value_inside_a_list_fails_the_run() =>
        (await FailureOf(new List<object> { "a", 5L })).ShouldContain("System.Int64 is not a supported argument type.");

    [Fact]
    public async Task An_unsupported_value_inside_a_map_fails_the_run() =>
        (await FailureOf(new Dictionary<string, object> { ["a"] = 5L })).ShouldContain("System.Int64 is not a supported argument type.");

    private static async Task<string> FailureOf(object value)
    {
        var mocks = new RecordingMocks { State = _ => new Dictionary<string, object>() };
        return (await Run.Failure(mocks, () => { _ = new Raw("a", value); })).ToString();
    }
}
