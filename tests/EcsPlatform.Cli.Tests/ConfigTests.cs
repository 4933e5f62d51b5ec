using System.Text.Json;

namespace EcsPlatform.Cli.Tests;

/// <summary>The command that shows every setting and where it comes from.</summary>
public sealed class ConfigTests : IDisposable
{
    private readonly TestProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Every_setting_has_its_value_and_its_line_or_is_a_default()
    {
        var lines = Lines();
        lines.ShouldContain(("ecs-platform:viewer.cpu", _project.Place("cpu: 2048"), "2048"));
        lines.ShouldContain(("ecs-platform:viewer.desiredCount", _project.Place("desiredCount: 1"), "1"));
        lines.ShouldContain(("ecs-platform:network.zones[1]", _project.Place("zones: ["), "eu-west-1b"));
        lines.ShouldContain(("ecs-platform:viewer.redirects[0]", _project.Place("- /collections/"), "/collections/correspondence /collections/letters 301"));
        lines.ShouldContain(("ecs-platform:search.desiredCount", "default", "1"));
        lines.ShouldContain(("ecs-platform:search.host", "default", "staging-search"));
        lines.ShouldContain(("ecs-platform:services.cpu", "default", "0"));
        lines.ShouldContain(("ecs-platform:unpinnedImages", "default", "refused"));
        lines.ShouldContain(("ecs-platform:image-server.host", "default", "rti-images"));
        lines.ShouldContain(("ecs-platform:search.basicAuth", "default", "(none)"));
        lines.ShouldContain(("ecs-platform:network.interfaceEndpoints", "default", "(none)"));
        lines[0].ShouldBe(("key", "from", "value"));
    }

    [Fact]
    public void Texts_by_name_are_shown_one_by_one()
    {
        _project.Replace("    cpu: 2048\n", "    cpu: 2048\n    furtherEnvironment:\n      THEME: dark\n      BANNER: closed\n");
        var lines = Lines();
        lines.ShouldContain(("ecs-platform:viewer.furtherEnvironment.BANNER", _project.Place("BANNER:"), "closed"));
        lines.ShouldContain(("ecs-platform:viewer.furtherEnvironment.THEME", _project.Place("THEME: dark"), "dark"));
        lines.ShouldContain(("ecs-platform:search.solr.furtherEnvironment", "default", "(none)"));
    }

    [Fact]
    public void A_default_that_follows_from_another_value_is_the_value_that_it_has()
    {
        _project.Replace("    memory: 1024\n    containerMemory: 1024\n    containerMemoryReservation: 512\n", "    containerMemory: 768\n");
        var lines = Lines();
        lines.ShouldContain(("ecs-platform:services.memory", "default", "768"));
        lines.ShouldContain(("ecs-platform:services.containerMemoryReservation", "default", "768"));
    }

    [Fact]
    public void What_is_left_out_without_a_value_says_what_that_means()
    {
        _project.Replace("    topic: arn:aws:sns:eu-west-1:111111111111:library-operators\n", "    topic:\n")
            .Replace("    publicSubnets: [10.88.0.0/26, 10.88.0.64/26]\n    privateSubnets: [10.88.0.128/26, 10.88.0.192/26]\n", "");
        var lines = Lines();
        lines.ShouldContain(("ecs-platform:alarms.topic", "default", "(there are no alarms)"));
        lines.ShouldContain(("ecs-platform:network.publicSubnets", "default", "(computed from the VPC's range, for both tiers)"));
    }

    [Fact]
    public void Settings_are_sorted_by_key_and_no_line_ends_in_a_space()
    {
        var output = Config("staging").ShouldSucceed().Output;
        output.Split('\n').ShouldAllBe(line => line.TrimEnd() == line);
        var keys = Lines().Skip(1).Select(line => line.Key.Split('[')[0]).ToList();
        keys.ShouldBe(keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Secrets_stay_hidden_and_keys_of_others_are_shown()
    {
        _project.Replace("config:\n", "config:\n  aws:profile: library\n  aws:secretKey:\n    secure: AAABAHidden\n  other:list: [{secure: AAABAHidden}]\n");
        var lines = Lines();
        lines.ShouldContain(("aws:profile", _project.Place("aws:profile"), "library"));
        lines.ShouldContain(("aws:secretKey", _project.Place("aws:secretKey"), "[secret]"));
        lines.ShouldContain(("other:list", _project.Place("other:list"), "[secret]"));
        Config("staging").Output.ShouldNotContain("Hidden");
        Config("staging", "--format", "json").Output.ShouldNotContain("Hidden");
    }

    [Fact]
    public void As_JSON_values_have_their_types()
    {
        using var json = JsonDocument.Parse(Config("staging", "--format", "json").ShouldSucceed().Output);
        json.RootElement.GetProperty("stack").GetString().ShouldBe("staging");
        var settings = json.RootElement.GetProperty("settings").EnumerateArray().ToDictionary(setting => setting.GetProperty("key").GetString()!);
        settings["ecs-platform:viewer.cpu"].GetProperty("value").GetInt32().ShouldBe(2048);
        settings["ecs-platform:viewer.cpu"].GetProperty("from").GetString().ShouldBe(_project.Place("cpu: 2048"));
        settings["ecs-platform:services.cpu"].GetProperty("value").GetInt32().ShouldBe(0);
        settings["ecs-platform:services.cpu"].GetProperty("from").GetString().ShouldBe("default");
        settings["ecs-platform:processing.enableArkWorkflow"].GetProperty("value").GetBoolean().ShouldBeTrue();
        settings["ecs-platform:account.id"].GetProperty("value").GetString().ShouldBe("111111111111");
        settings["ecs-platform:search.basicAuth"].GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        settings.Keys.ShouldBe(Lines().Skip(1).Select(line => line.Key));
    }

    [Fact]
    public void A_wrong_file_is_refused_with_every_problem()
    {
        _project.Replace("nat: single", "nat: one").Replace("cpu: 2048", "cpus: 2048");
        Config("staging").ShouldBeRefused(
            $"{_project.Place("nat: one")}: ecs-platform:network.nat: 'one'. Allowed: none, perZone, single. Correct the value.",
            $"{_project.Place("cpus: 2048")}: ecs-platform:viewer.cpus: an unknown key. Allowed: analytics, apex, basicAuth, containerMemory, " +
            "containerMemoryReservation, cors, cpu, desiredCount, environment, furtherEnvironment, host, mail, memory, methods, readTimeout, " +
            "readTimeoutQuota, recaptcha, redirects, servicesApi, " +
            "webAcl. Did you mean 'cpu'?");
    }

    [Fact]
    public void JSON_of_two_stacks_is_refused() => Config("staging", "live", "--format", "json").ShouldBeRefused(
        "--format json prints the settings of one stack, and 2 stacks were named. Name one stack.");

    private Outcome Config(params string[] arguments) => TestProject.Run(_project.Folder, ["config", .. arguments]);

    private List<(string Key, string From, string Value)> Lines() =>
    [
        .. Config("staging").ShouldSucceed().Output.TrimEnd('\n').Split('\n')
            .Select(line => line.Split("  ", 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(cells => (cells[0], cells[1], cells[2])),
    ];
}
