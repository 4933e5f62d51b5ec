using EcsPlatform.Preview.Configuration;

namespace EcsPlatform.Preview.Tests.Configuration;

public sealed class StackFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Values_become_what_programs_get()
    {
        var config = Read("""
            config:
              aws:region: eu-west-1
              ecs-platform:flag: true
              short: 3
              ecs-platform:network:
                zones: [a, "1", 2, 0.5, true, ~]
                nested: { text: "true" }
            """).Config;
        config.Keys.ShouldBe(["aws:region", "ecs-platform:flag", "ecs-platform:network", "ecs-platform:short"]);
        config["aws:region"].ShouldBe(new ConfigValue("eu-west-1"));
        config["ecs-platform:flag"].ShouldBe(new ConfigValue("true"));
        config["ecs-platform:short"].ShouldBe(new ConfigValue("3"));
        config["ecs-platform:network"].ShouldBe(new ConfigValue("""{"zones":["a","1",2,0.5,true,null],"nested":{"text":"true"}}"""));
    }

    [Fact]
    public void Secrets_become_placeholders_at_any_depth()
    {
        var file = Read("""
            encryptionsalt: v1:abc
            config:
              ecs-platform:password:
                secure: v1:ciphertext
              ecs-platform:database: { user: u, password: { secure: v1:ciphertext } }
            """);
        file.Config["ecs-platform:password"].ShouldBe(new ConfigValue("[secret]", Secret: true));
        file.Config["ecs-platform:database"].ShouldBe(new ConfigValue("""{"user":"u","password":"[secret]"}""", Secret: true));
    }

    [Fact]
    public void Every_key_and_value_knows_its_line()
    {
        var file = Read("""
            config:
              ecs-platform:network:
                cidr: 10.0.0.0/16
                zones:
                  - a
                  - b
            """);
        file.LineOf("ecs-platform:network").ShouldBe(2);
        file.LineOf("ecs-platform:network.cidr").ShouldBe(3);
        file.LineOf("ecs-platform:network.zones[1]").ShouldBe(6);
        file.LineOf("ecs-platform:network.nat").ShouldBe(2);
        file.LineOf("ecs-platform:cluster").ShouldBeNull();
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("config:", 0)]
    [InlineData("config: {}", 0)]
    public void A_file_without_config_is_empty(string text, int count) => Read(text).Config.Count.ShouldBe(count);

    [Theory]
    [InlineData("config:\n  a: [1, 2\n", "Pulumi.test.yaml:3: this is not valid YAML: ")]
    [InlineData("config:\n\ta: 1\n", "Pulumi.test.yaml:2: a tab indents this line, and YAML knows only spaces there. Replace it.")]
    [InlineData("config:\n  a: 1\n  a: 2\n", "Pulumi.test.yaml:3: this is not valid YAML: ")]
    [InlineData("- a\n", "Pulumi.test.yaml:1: the file must hold one mapping of keys to values.")]
    [InlineData("config: text\n", "Pulumi.test.yaml:1: 'config' must be a mapping of keys to values.")]
    [InlineData("confg:\n  a: 1\n", "Pulumi.test.yaml:1: unknown key 'confg'. Allowed: backend, config, encryptedkey, encryptionsalt, environment, secretsprovider.")]
    public void A_wrong_file_is_refused_with_its_line(string text, string message) =>
        Should.Throw<PreviewException>(() => Read(text)).Message.ShouldStartWith(message);

    [Fact]
    public void A_stack_without_a_file_names_those_that_have_one()
    {
        Read("config:");
        Should.Throw<PreviewException>(() => StackFile.Read(ProjectFile.Find(_folder.FullName), "live")).Message
            .ShouldBe("Stack 'live' has no file Pulumi.live.yaml. Stacks with a file: test.");
        Should.Throw<PreviewException>(() => StackFile.Read(ProjectFile.Find(_folder.FullName), "tset")).Message
            .ShouldBe("Stack 'tset' has no file Pulumi.tset.yaml. Stacks with a file: test. Did you mean 'test'?");
    }

    [Fact]
    public void A_project_without_a_name_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.yaml"), "runtime: dotnet\n");
        Should.Throw<PreviewException>(() => ProjectFile.Find(_folder.FullName)).Message
            .ShouldBe("Pulumi.yaml: there is no name. Give the project's name, for example: name: ecs-platform");
    }

    private StackFile Read(string text)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.yaml"), "name: ecs-platform\n");
        File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.test.yaml"), text);
        return StackFile.Read(ProjectFile.Find(_folder.FullName), "test");
    }
}
