using System.Collections.Immutable;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks.Tests;

/// <summary>What is known of settings from the program's asking for them.</summary>
public class SettingTests
{
    private static readonly StackConfig Staging = ConfigOf.Stack("staging");
    private static readonly ImmutableArray<Setting> Asked = StackPrograms.Settings("staging", StackConfig.Empty);

    [Fact]
    public void A_program_asks_an_empty_config_for_all_that_it_asks_any_for() =>
        Names("", StackPrograms.Settings("staging", Staging)).ShouldBe(Names("", Asked));

    [Fact]
    public void A_setting_says_whether_it_may_be_left_out_and_what_it_is_then()
    {
        Find("account").Required.ShouldBeTrue();
        Find("logs").Required.ShouldBeFalse();
        Find("viewer", "desiredCount").ShouldBe(
            new Setting("desiredCount", SettingKind.WholeNumber, "How many tasks run, as long as all images are pinned") { Default = "1" });
        (Find("viewer", "host").Default, Find("viewer", "host").Otherwise).ShouldBe(("staging-viewer", "the environment's name and -viewer"));
        (Find("search", "memory").Default, Find("search", "memory").Otherwise).ShouldBe(("1024", "the sum of its containers' limits"));
        (Find("processing", "enableArkWorkflow").Kind, Find("processing", "enableArkWorkflow").Default).ShouldBe((SettingKind.Flag, "false"));
        Find("processing", "functions", "tei-processing", "maximumConcurrency").Default.ShouldNotBeNull();
        (Find("alarms", "topic").Default, Find("alarms", "topic").Otherwise).ShouldBe((null, "there are no alarms"));
        Find("unpinnedImages").Default.ShouldBe("refused");
    }

    [Fact]
    public void A_setting_says_what_is_allowed()
    {
        Find("unpinnedImages").Words.ShouldBe(["allowed", "refused"]);
        Find("network", "nat").Words.ShouldBe(["none", "perZone", "single"]);
        Find("network", "interfaceEndpoints").Words.ShouldContain("ecr.api");
        Find("network", "zones").Kind.ShouldBe(SettingKind.Texts);
        Find("images", "viewer").Pattern.ShouldBe("^[a-z0-9][a-z0-9._/:-]*@sha256:[0-9a-f]{64}$");
        Find("jars", "copy-file-to-efs").Fields.Select(field => field.Name).ShouldBe(["key", "sha256", "version"]);
    }

    [Fact]
    public void A_setting_says_what_the_config_says()
    {
        var given = StackPrograms.Settings("staging", Staging);
        Find(given, "viewer", "cpu").Given!.Value.GetInt32().ShouldBe(2048);
        Find(given, "network", "zones").Given!.Value.GetArrayLength().ShouldBe(2);
        Find(given, "account").Given.ShouldNotBeNull();
        Find(given, "services", "cpu").Given.ShouldBeNull();
        Find(given, "image-server").Given.ShouldBeNull();
        Find(given, "unpinnedImages").Given.ShouldBeNull();
        var allowed = StackPrograms.Settings("staging", Staging.With("unpinnedImages", "allowed"));
        Find(allowed, "unpinnedImages").Given!.Value.GetString().ShouldBe("allowed");
    }

    [Fact]
    public void An_object_that_is_absent_has_fields_without_values()
    {
        var fields = Find("viewer", "basicAuth");
        (fields.Absent, fields.Required, fields.Fields.Length).ShouldBe((true, false, 2));
        Find(StackPrograms.Settings("staging", Staging), "viewer", "basicAuth").Absent.ShouldBeFalse();
        Find("viewer", "basicAuth", "password").Required.ShouldBeTrue();
    }

    [Fact]
    public void Every_setting_is_described_by_a_sentence_without_a_full_stop() =>
        All(Asked).Where(setting => setting.Description.Length < 6 || !char.IsUpper(setting.Description[0]) || setting.Description[^1] is '.')
            .Select(setting => setting.Name).ShouldBeEmpty();

    private static Setting Find(params string[] path) => Find(Asked, path);

    private static Setting Find(ImmutableArray<Setting> settings, params string[] path)
    {
        var setting = settings.Single(setting => setting.Name == path[0]);
        return path.Length == 1 ? setting : Find(setting.Fields, path[1..]);
    }

    private static IEnumerable<Setting> All(ImmutableArray<Setting> settings) => settings.SelectMany(setting => All(setting.Fields).Prepend(setting));

    private static IEnumerable<string> Names(string path, ImmutableArray<Setting> settings) => settings.SelectMany(setting =>
        Names($"{path}{setting.Name}.", setting.Fields)
            .Prepend($"{path}{setting.Name}: {setting.Kind}, {setting.Required}, {setting.Allowed}, {setting.Pattern}, {setting.Description}"));
}
