using System.Text.Json.Nodes;
using EcsPlatform.Cli.Configuration;
using EcsPlatform.Tests;

namespace EcsPlatform.Cli.Tests.Configuration;

/// <summary>What editors say of stacks' files.</summary>
public class StackSchemaTests
{
    private const string Config = ".config.ecs-platform";
    private const string Providers = ".config.pulumi:disable-default-providers";

    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Path, StackSchema.File)))!;

    private static readonly string Staging = File.ReadAllText(Path.Combine(RepositoryFolder.Path, TestProject.StagingFile));

    public static TheoryData<string> StackFiles =>
        [.. Directory.EnumerateFiles(RepositoryFolder.Path, "Pulumi.*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(StackFiles))]
    public void Every_stack_s_file_is_right_and_names_the_schema_in_its_first_line(string file)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Path, file));
        text.Split('\n')[0].ShouldBe(StackSchema.Line);
        Problems(text).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("    id: \"111111111111\"", "    id: 111111111111", $"{Config}:account.id: type string")]
    [InlineData("    id: \"111111111111\"", "    id: \"1111\"", $"{Config}:account.id: pattern")]
    [InlineData("    id: \"111111111111\"", "    id: { secure: AAABA }", $"{Config}:account.id: type string")]
    [InlineData("    region: eu-west-1\n", "", $"{Config}:account.region: required")]
    [InlineData("    region: eu-west-1\n", "    region: \"\"\n", $"{Config}:account.region: minLength")]
    [InlineData("nat: single", "nat: one", $"{Config}:network.nat: enum")]
    [InlineData("cidr: 10.88.0.0/22", "cidr: 10.88.0.0", $"{Config}:network.cidr: pattern")]
    [InlineData("    nat: single", "    nat: none\n    interfaceEndpoints: [ecr]", $"{Config}:network.interfaceEndpoints[0]: enum")]
    [InlineData("zones: [eu-west-1a, eu-west-1b]", "zones: eu-west-1a", $"{Config}:network.zones: type array")]
    [InlineData("cpu: 2048", "cpu: \"2048\"", $"{Config}:viewer.cpu: type integer")]
    [InlineData("cpu: 2048", "cpu: 20.5", $"{Config}:viewer.cpu: type integer")]
    [InlineData("cpu: 2048", "furtherEnvironment: { THEME: dark, LEVEL: 1 }", $"{Config}:viewer.furtherEnvironment.LEVEL: type string")]
    [InlineData("cpu: 2048", "furtherEnvironment: { THEME: '' }", $"{Config}:viewer.furtherEnvironment.THEME: minLength")]
    [InlineData("cpu: 2048", "furtherEnvironment: [THEME]", $"{Config}:viewer.furtherEnvironment: type object")]
    [InlineData("cpu: 2048", "cpus: 2048", $"{Config}:viewer.cpus: not allowed")]
    [InlineData("enableArkWorkflow: true", "enableArkWorkflow: yes", $"{Config}:processing.enableArkWorkflow: type boolean")]
    [InlineData("      id: ami-0b6d9f4e2c81a7350", "      id: latest", $"{Config}:cluster.image.id: pattern")]
    [InlineData("/collections/correspondence /collections/letters 301", "/collections/correspondence", $"{Config}:viewer.redirects[0]: pattern")]
    [InlineData("viewer: library/viewer@sha256:", "viewer: library/viewer:1.0@", $"{Config}:images.viewer: pattern")]
    [InlineData("viewer: library/viewer@", "veiwer: library/viewer@", $"{Config}:images.veiwer: not allowed")]
    [InlineData("    sha256: f8b3c94eb1df76e40b0ad890d05808166b608432d75feb743f35ce2b53bfb01b", "    sha256: f8b3", $"{Config}:jars.html-translate-urls.sha256: pattern")]
    [InlineData("DATABASE_USER: services", "DATABASE_OWNER: services",
        $"{Config}:services.environment.DATABASE_OWNER: not allowed", $"{Config}:services.environment.DATABASE_USER: required")]
    [InlineData("parameter/library/staging/viewer/password", "parameter/x\n      extra: x", $"{Config}:viewer.basicAuth.extra: not allowed")]
    [InlineData("  ecs-platform:cluster:", "  ecs-platform:clutser:", $"{Config}:cluster: required", $"{Config}:clutser: not allowed")]
    [InlineData("  ecs-platform:content-loader:", "  content-loader:", ".config.content-loader: not allowed")]
    [InlineData("config:\n", "config:\n  ecs-platform:unpinnedImages: sometimes\n", $"{Config}:unpinnedImages: enum")]
    [InlineData("  pulumi:disable-default-providers: [aws]\n", "", $"{Providers}: required")]
    [InlineData("disable-default-providers: [aws]", "disable-default-providers: []", $"{Providers}: contains")]
    [InlineData("disable-default-providers: [aws]", "disable-default-providers: [kubernetes]", $"{Providers}: contains")]
    [InlineData("disable-default-providers: [aws]", "disable-default-providers: aws", $"{Providers}: type array")]
    [InlineData("disable-default-providers: [aws]", "disable-default-providers: [aws, 1]", $"{Providers}[1]: type string")]
    [InlineData("config:\n", "confg:\n", ".config: required")]
    public void A_wrong_file_is_found_out(string old, string with, params string[] problems)
    {
        Staging.ShouldContain(old);
        Problems(Staging.Replace(old, with, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(problems);
    }

    [Theory]
    [InlineData("config:\n", "encryptionsalt: v1:x\nsecretsprovider: awskms://x\nencryptedkey: x\nenvironment: [aws-oidc]\nconfig:\n")]
    [InlineData("config:\n", "config:\n  aws:profile: library\n  aws:secretKey:\n    secure: AAABA\n  other:list: [{secure: AAABA}]\n")]
    [InlineData("config:\n", "config:\n  ecs-platform:unpinnedImages: allowed\n")]
    [InlineData("cpu: 2048", "furtherEnvironment: { THEME: dark }")]
    [InlineData("disable-default-providers: [aws]", "disable-default-providers: [aws, kubernetes]")]
    [InlineData("disable-default-providers: [aws]", "disable-default-providers: [\"*\"]")]
    [InlineData("    nat: single", "    nat: none\n    interfaceEndpoints: [ecr.api, ecr.dkr]")]
    [InlineData("viewer: library/viewer@", "viewer: 111111111111.dkr.ecr.eu-west-1.amazonaws.com/library/viewer@")]
    [InlineData("viewer: library/viewer@", "viewer: localhost:5000/library/sub.name__of/the-viewer@")]
    [InlineData("/collections/correspondence /collections/letters 301", "/collections/correspondence  /collections/letters")]
    public void A_right_file_is_let_through(string old, string with)
    {
        Staging.ShouldContain(old);
        Problems(Staging.Replace(old, with, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_value_is_described() => Descriptions(Schema["properties"]!["config"]!["properties"]!).ShouldAllBe(text => text!.EndsWith('.'));

    [Fact]
    public void Defaults_and_what_else_it_means_to_leave_something_out_are_shown()
    {
        var viewer = Schema["properties"]!["config"]!["properties"]!["ecs-platform:viewer"]!["properties"]!;
        viewer["desiredCount"]!["default"]!.GetValue<int>().ShouldBe(1);
        viewer["host"]!["default"].ShouldBeNull();
        viewer["host"]!["description"]!.GetValue<string>().ShouldBe("The host name, without the zone. Left out: the environment's name and -viewer.");
    }

    private static IEnumerable<string> Problems(string text) => SchemaCheck.Problems(Schema, YamlFile.Parse(text));

    private static IEnumerable<string?> Descriptions(JsonNode properties) => properties.AsObject().SelectMany(property =>
        (property.Value!["properties"] is { } fields ? Descriptions(fields) : []).Prepend((string?)property.Value["description"]));
}
