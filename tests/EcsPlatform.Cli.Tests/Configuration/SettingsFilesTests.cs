using EcsPlatform.Cli.Configuration;
using EcsPlatform.Stacks;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Tests;

namespace EcsPlatform.Cli.Tests.Configuration;

/// <summary>The committed files that follow from the settings, and the command that writes them.</summary>
public sealed class SettingsFilesTests : IDisposable
{
    private const string Why =
        "  # Only what every stack requires: a key that stands here without a value Pulumi wants in every stack's file, read or not\n" +
        "  # (https://github.com/pulumi/pulumi/issues/21797). All keys: schemas/stack.schema.json and docs/configuration.md.\n";

    private readonly TestProject _project = new();

    public static TheoryData<string> Names => [.. SettingsFiles.Of(RepositoryFolder.Path).Select(file => file.File)];

    public void Dispose() => _project.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_committed_file_is_what_the_settings_give(string name) =>
        File.ReadAllText(Path.Combine(RepositoryFolder.Path, name)).ShouldBe(
            SettingsFiles.Of(RepositoryFolder.Path).Single(file => file.File == name).Text, $"{name} is stale: run the command schema, and commit it.");

    [Fact]
    public void The_command_writes_what_is_missing_or_stale_and_nothing_twice()
    {
        File.AppendAllText(_project.At("Pulumi.yaml"), "  nobody:\n    type: object\n");
        Run().ShouldBe("schemas/stack.schema.json: written.\nPulumi.yaml: written.\ndocs/configuration.md: written.\n");
        foreach (var name in new[] { "schemas/stack.schema.json", "Pulumi.yaml", "docs/configuration.md" })
        {
            File.ReadAllText(_project.At(name)).ShouldBe(File.ReadAllText(Path.Combine(RepositoryFolder.Path, name)));
        }

        Run().ShouldBe("schemas/stack.schema.json: as it was.\nPulumi.yaml: as it was.\ndocs/configuration.md: as it was.\n");
    }

    [Fact]
    public void A_dry_run_tells_what_would_be_written_and_writes_nothing()
    {
        const string Stale = "name: ecs-platform\n";
        _project.Write("Pulumi.yaml", Stale);
        Run("--dry-run").ShouldBe(
            "schemas/stack.schema.json: would be written.\nPulumi.yaml: would be written.\ndocs/configuration.md: would be written.\n" +
            "Nothing was written: --dry-run.\n");
        File.ReadAllText(_project.At("Pulumi.yaml")).ShouldBe(Stale);
        Directory.EnumerateFileSystemEntries(_project.Folder).Count().ShouldBe(2);

        Run();
        Run("--dry-run").ShouldBe(
            "schemas/stack.schema.json: as it was.\nPulumi.yaml: as it was.\ndocs/configuration.md: as it was.\nNothing was written: --dry-run.\n");
    }

    [Fact]
    public void Pulumi_s_schema_has_the_keys_of_every_stack_with_type_and_description_and_nothing_else()
    {
        var config = YamlFile.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Path, ProjectSchema.File)))!["config"]!.AsObject();
        config.Select(key => $"{key.Key}: {string.Join(", ", key.Value!.AsObject().Select(field => $"{field.Key} {field.Value}"))}").ShouldBe(
            EverySetting.All.Where(setting => StackPrograms.Names.All(stack => StackPrograms.Settings(stack, StackConfig.Empty).Any(own => own.Name == setting.Name && own.Required)))
                .Select(setting => $"{setting.Name}: type {(setting.Kind == SettingKind.Fields ? "object" : "string")}, description {setting.Description}"));
    }

    [Fact]
    public void A_key_that_a_stack_may_leave_out_is_not_declared()
    {
        Setting[] settings = [new("one", SettingKind.Fields, "One") { Required = true }, new("two", SettingKind.Text, "Two")];
        ProjectSchema.Write([.. settings], "name: a\n").ShouldBe($"name: a\nconfig:\n{Why}  one:\n    type: object\n    description: One\n");
    }

    [Fact]
    public void Pulumi_finds_every_declared_key_in_every_stack_s_file()
    {
        File.ReadAllText(Path.Combine(RepositoryFolder.Path, ProjectSchema.File)).ShouldContain("  account:\n    type: object\n");
        DeclaredKeys.Missing(RepositoryFolder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("    type: object\n", "Pulumi.staging.yaml: no ecs-platform:image-server, which Pulumi.yaml declares without a value")]
    [InlineData("    type: string\n    default: iiif\n")]
    public void A_declared_key_that_a_stack_s_file_lacks_is_found(string declaration, params string[] missing)
    {
        File.AppendAllText(_project.At("Pulumi.yaml"), $"  image-server:\n{declaration}");
        DeclaredKeys.Missing(_project.Folder).ShouldBe(missing);
    }

    [Theory]
    [InlineData("name: a\n", "name: a\nconfig:\n" + Why + "  one:\n    type: object\n    description: \"It says: \\\"yes\\\"\"\n")]
    [InlineData("name: a\n# Why.\nconfig:\n  two:\n\n    type: object\nmain: b\n",
        "name: a\n# Why.\nconfig:\n" + Why + "  one:\n    type: object\n    description: \"It says: \\\"yes\\\"\"\nmain: b\n")]
    public void Pulumi_s_schema_takes_the_place_of_the_one_before_and_leaves_the_rest(string before, string after)
    {
        ProjectSchema.Write([new Setting("one", SettingKind.Fields, "It says: \"yes\"") { Required = true }], before).ShouldBe(after);
        YamlFile.Parse(after)!["config"]!["one"]!["description"]!.GetValue<string>().ShouldBe("It says: \"yes\"");
    }

    [Fact]
    public void The_page_has_a_row_for_every_setting()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFolder.Path, SettingsReference.File)).Split('\n');
        page.ShouldContain("| `containerMemoryReservation` | whole number | the container's limit |  | Memory set aside for the container, in MiB |");
        page.ShouldContain("| `image.id` | text | required | ami- and 8 or 17 hexadecimal digits | Its id |");
        page.ShouldContain("| `nat` | text | required | `none`, `perZone`, `single` | How many NAT gateways lead from private subnets to the internet |");
        page.Count(line => line.StartsWith("| `", StringComparison.Ordinal) || line.StartsWith("| [`", StringComparison.Ordinal)).ShouldBe(Count(EverySetting.All));
    }

    private static int Count(IEnumerable<Setting> settings) => settings.Sum(setting => 1 + Count(setting.Fields));

    private string Run(params string[] options) => TestProject.Run(_project.Folder, ["schema", .. options]).ShouldSucceed().Output;
}
