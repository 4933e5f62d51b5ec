namespace EcsPlatform.Workflows.Tests;

public class NightlyTests
{
    private static readonly Workflow Nightly = Workflow.All.Single(workflow => workflow.Name == "nightly.yml");

    [ProgramsTheory("bash", "/usr/share/zoneinfo/Europe/London")]
    [InlineData("2026-07-01", "0 19 * * *", true)]
    [InlineData("2026-07-01", "0 20 * * *", false)]
    [InlineData("2026-12-01", "0 19 * * *", false)]
    [InlineData("2026-12-01", "0 20 * * *", true)]
    [InlineData("2026-03-29", "0 19 * * *", true)]
    [InlineData("2026-10-25", "0 20 * * *", true)]
    [InlineData("2026-12-01", "", true)]
    public void It_is_time_at_20_00_in_London_and_by_hand(string day, string schedule, bool due)
    {
        using var bash = new Bash().With("SCHEDULE", schedule).With("ZONE", Zone).WithProgram("date", $$"""
            if [ "$*" = "--utc +%F" ]; then echo {{day}}; else exec /usr/bin/env --ignore-environment TZ="$TZ" /bin/date "$@"; fi
            """);

        bash.Run(Nightly.Job("due").Step("Compare with the local hour").Script!).ShouldBe((0, ""));

        bash.Read("GITHUB_OUTPUT").ShouldBe(due ? "due=true\n" : "");
    }

    [Fact]
    public void It_starts_at_each_hour_that_may_be_20_00()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zone);
        var hours = Enumerable.Range(0, 366)
            .Select(day => new DateTime(2028, 1, 1, 20, 0, 0, DateTimeKind.Unspecified).AddDays(day))
            .Select(evening => TimeZoneInfo.ConvertTimeToUtc(evening, zone).Hour).Distinct().Order();

        Nightly.Root.At("on").At("schedule").Scalars().Select(scalar => scalar.Value.Text()).ShouldBe(hours.Select(hour => $"0 {hour} * * *"));
    }

    [ProgramsTheory("bash", "jq")]
    [InlineData("[]", "{}", "There is no stack test")]
    [InlineData("""[{"name": "staging"}]""", "{}", "There is no stack test")]
    [InlineData("""[{"name": "test"}]""", """{"deployment": {}}""", "has no resources")]
    [InlineData("""[{"name": "organization/ecs-platform/test"}]""", """{"deployment": {"resources": []}}""", "has no resources")]
    [InlineData("""[{"name": "staging"}, {"name": "test"}]""", """{"deployment": {"resources": [{}]}}""", null)]
    public void What_is_not_there_is_not_destroyed(string stacks, string export, string? notice)
    {
        using var bash = new Bash().With("STACK", "test").WithProgram("pulumi", $$"""
            case "$*" in
              "stack ls --json") echo '{{stacks}}' ;;
              "stack export --stack test") echo '{{export}}' ;;
            esac
            """);

        var (code, output) = bash.Run(Nightly.Job("destroy").Step("Destroy what there is").Script!);

        code.ShouldBe(0);
        output.ShouldContain(notice ?? "");
        bash.Calls.Contains("pulumi destroy --stack test --yes --non-interactive --color never --message Nightly destroy of test").ShouldBe(notice is null);
    }

    [ProgramsFact("bash", "jq")]
    public void A_lock_fails_the_step_and_says_where_to_read()
    {
        using var bash = new Bash().With("STACK", "test").WithProgram("pulumi", """
            case "$*" in
              "stack ls --json") echo '[{"name": "test"}]' ;;
              "stack export --stack test") echo '{"deployment": {"resources": [{}]}}' ;;
              *) echo 'error: the stack is currently locked by 1 lock(s).' >&2; exit 255 ;;
            esac
            """);

        bash.Run(Nightly.Job("destroy").Step("Destroy what there is").Script!)
            .ShouldBe((255, $"error: the stack is currently locked by 1 lock(s).\n{DeployTests.Locked("test")}"));
    }

    private static string Zone => Nightly.Job("due").Step("Compare with the local hour").Node.At("env").At("ZONE").Text();
}
