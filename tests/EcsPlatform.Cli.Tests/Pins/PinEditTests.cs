using EcsPlatform.Cli.Pins;
using EcsPlatform.Cli.Pins.Yaml;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;

namespace EcsPlatform.Cli.Tests.Pins;

/// <summary>What changes in a text, to the byte.</summary>
public class PinEditTests
{
    private const string Before = "config:\n  ecs-platform:network: { nat: single } # as it is\n";
    private static readonly string A = $"library/viewer@sha256:{new string('a', 64)}";
    private static readonly string B = $"library/viewer@sha256:{new string('b', 64)}";
    private static readonly PinEdit SetB = new PinEdit.Set("viewer", Image(B));
    private static readonly PinEdit RemoveViewer = new PinEdit.Remove(new PinName(PinMap.Images, "viewer"));
    private static readonly PinEdit SetJar = new PinEdit.Set("copy", Jar("copy/copy-1.0.jar", "v2", 'c'));

    [Theory]
    [InlineData("    viewer: A\n")]
    [InlineData("    viewer: 'A' # quoted\n    # after\n")]
    [InlineData("    # before\n\n    \"viewer\" : \"A\"\n")]
    [InlineData("    services: x\n    viewer:   A   # why\n    other: y")]
    [InlineData("    viewer: &pin A\n")]
    [InlineData("    viewer: !!str A\n")]
    [InlineData("    viewer: >-\n      A\n    other: y\n")]
    [InlineData("    viewer:\n      A\n    other: y\n")]
    public void A_digest_takes_the_place_of_another_and_nothing_else_changes(string map)
    {
        var text = $"{Before}  ecs-platform:images:\n{map}".Replace("A", A, StringComparison.Ordinal);
        PinEdit.Apply(text, SetB).ShouldBe(text.Replace(A, B, StringComparison.Ordinal));
        var windows = text.Replace("\n", "\r\n", StringComparison.Ordinal);
        PinEdit.Apply(windows, SetB).ShouldBe(windows.Replace(A, B, StringComparison.Ordinal));
        PinEdit.Apply(text, new PinEdit.Set("viewer", Image(A))).ShouldBe(text);
    }

    [Theory]
    [InlineData("{viewer: A}")]
    [InlineData("{ other: x, viewer: A, more: y } # comment")]
    [InlineData("{\"viewer\":\"A\"}")]
    [InlineData("{\n    viewer: A, # comment\n  }")]
    public void A_map_in_braces_stays_in_braces(string map)
    {
        var text = $"{Before}  ecs-platform:images: {map}\n".Replace("A", A, StringComparison.Ordinal);
        PinEdit.Apply(text, SetB).ShouldBe(text.Replace(A, B, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("    other: x\n", "    other: x\n    viewer: B\n")]
    [InlineData("    other: x # comment\n    # after\n  ecs-platform:dns: {}\n", "    other: x # comment\n    viewer: B\n    # after\n  ecs-platform:dns: {}\n")]
    [InlineData("    other: x", "    other: x\n    viewer: B")]
    [InlineData("      'other': \"x\"\n", "      'other': \"x\"\n      'viewer': \"B\"\n")]
    [InlineData("    other: |\n      x\n\n  a: 1\n", "    other: |\n      x\n\n    viewer: B\n  a: 1\n")]
    public void A_new_pin_follows_the_others_and_looks_like_them(string map, string expected)
    {
        var text = $"{Before}  ecs-platform:images:\n{map}";
        PinEdit.Apply(text, SetB).ShouldBe($"{Before}  ecs-platform:images:\n{expected}".Replace("B", B, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ other: x }", "{ other: x, viewer: B }")]
    [InlineData("{other: x}", "{other: x, viewer: B}")]
    [InlineData("{\n    other: x, # c\n  }", "{\n    other: x, # c\n    viewer: B,\n  }")]
    [InlineData("{\n    other: x # c\n  }", "{\n    other: x, # c\n    viewer: B\n  }")]
    [InlineData("{\n    other: x }", "{\n    other: x,\n    viewer: B }")]
    [InlineData("{} # none yet", "# none yet\n    viewer: B")]
    [InlineData("~", "\n    viewer: B")]
    [InlineData("{\n  }", "{\n  viewer: B}")]
    public void A_new_pin_goes_into_braces_unless_they_are_empty(string map, string expected)
    {
        var text = $"{Before}  ecs-platform:images: {map}\n  a: 1\n";
        PinEdit.Apply(text, SetB).ShouldBe($"{Before}  ecs-platform:images: {expected}\n  a: 1\n"
            .Replace("B", B, StringComparison.Ordinal).Replace("images: \n", "images:\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("    viewer: x\n    other: y\n", "    other: y\n")]
    [InlineData("    other: y # c\n    # before\n    viewer: x # gone\n    # after\n", "    other: y # c\n    # before\n    # after\n")]
    [InlineData("    other: y\n    viewer: x", "    other: y\n")]
    [InlineData("    other: y\n    viewer: >-\n      x\n\n    more: z\n", "    other: y\n    more: z\n")]
    public void A_pin_goes_with_its_line(string map, string expected) =>
        PinEdit.Apply($"{Before}  ecs-platform:images:\n{map}", RemoveViewer).ShouldBe($"{Before}  ecs-platform:images:\n{expected}");

    [Theory]
    [InlineData("{ viewer: x, other: y }", "{ other: y }")]
    [InlineData("{ other: y, viewer: x }", "{ other: y }")]
    [InlineData("{ other: y, viewer: x, more: z }", "{ other: y, more: z }")]
    [InlineData("{viewer: x}", "{}")]
    [InlineData("{\n    viewer: x, # gone\n    other: y\n  }", "{\n    other: y\n  }")]
    [InlineData("{\n    other: y, # kept\n    viewer: x # gone\n  }", "{\n    other: y, # kept\n  }")]
    [InlineData("{\n    other: y, # kept\n    viewer: x }", "{\n    other: y, # kept\n     }")]
    public void A_pin_goes_out_of_braces(string map, string expected) =>
        PinEdit.Apply($"{Before}  ecs-platform:images: {map}\n", RemoveViewer).ShouldBe($"{Before}  ecs-platform:images: {expected}\n");

    [Fact]
    public void The_last_pin_leaves_an_empty_map_and_the_next_one_restores_it()
    {
        var text = $"{Before}  ecs-platform:images: # of viewers\n    viewer: {B}\n  a: 1\n";
        var empty = PinEdit.Apply(text, RemoveViewer);
        empty.ShouldBe($"{Before}  ecs-platform:images: {{}} # of viewers\n  a: 1\n");
        PinEdit.Apply(empty, SetB).ShouldBe(text);
    }

    [Fact]
    public void A_missing_map_is_added_at_the_end_of_the_config() =>
        PinEdit.Apply($"{Before}# end of config\nencryptionsalt: v1:x\n", SetB, SetJar).ShouldBe(
            $"{Before}  ecs-platform:images:\n    viewer: {B}\n  ecs-platform:jars:\n    copy:\n      key: copy/copy-1.0.jar\n      version: v2\n" +
            $"      sha256: {new string('c', 64)}\n# end of config\nencryptionsalt: v1:x\n");

    [Fact]
    public void A_key_without_a_namespace_is_the_map() =>
        PinEdit.Apply($"config:\n  images:\n    viewer: {A}\n", SetB).ShouldBe($"config:\n  images:\n    viewer: {B}\n");

    [Fact]
    public void A_JAR_is_replaced_field_by_field()
    {
        const string Text = "config:\n  ecs-platform:jars:\n    copy: # why\n      sha256: 'C'\n      key:  copy/copy-1.0.jar\n      # the version\n      version: v1 # old\n";
        var old = Text.Replace("C", new string('0', 64), StringComparison.Ordinal);
        PinEdit.Apply(old, SetJar).ShouldBe(Text.Replace("C", new string('c', 64), StringComparison.Ordinal).Replace("v1", "v2", StringComparison.Ordinal));
        PinEdit.Apply(old, new PinEdit.Remove(new PinName(PinMap.Jars, "copy"))).ShouldBe("config:\n  ecs-platform:jars: {}\n");
    }

    [Fact]
    public void A_JAR_in_braces_gets_neighbours_in_braces() =>
        PinEdit.Apply("config:\n  ecs-platform:jars:\n    other: { key: o, version: \"1\", sha256: 'x' }\n", SetJar).ShouldBe(
            "config:\n  ecs-platform:jars:\n    other: { key: o, version: \"1\", sha256: 'x' }\n" +
            $"    copy: {{ key: copy/copy-1.0.jar, version: \"v2\", sha256: '{new string('c', 64)}' }}\n");

    [Theory]
    [InlineData("123", "\"123\"")]
    [InlineData("1e5", "\"1e5\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("a b: #c", "\"a b: #c\"")]
    [InlineData("giRy8Jm9GM6I5QblF_m3tIIkcvCZvRjO", "giRy8Jm9GM6I5QblF_m3tIIkcvCZvRjO")]
    public void What_would_not_be_text_is_quoted(string version, string written) =>
        PinEdit.Apply("config:\n  ecs-platform:jars: {}\n", new PinEdit.Set("copy", Jar("k", version, 'c'))).ShouldContain($"      version: {written}\n");

    [Theory]
    [InlineData("config:\n  x: &map {}\n  ecs-platform:images: *map\n", 3, "'ecs-platform:images' is an alias. Write its mapping out")]
    [InlineData("config:\n  ecs-platform:images: [viewer]\n", 2, "'ecs-platform:images' is no mapping of keys to values. Write one")]
    [InlineData("encryptionsalt: v1\n", 1, "there is no 'config'. Write the stack's settings first")]
    public void What_cannot_be_changed_in_one_place_is_refused(string text, int line, string reason)
    {
        var exception = Should.Throw<YamlEditException>(() => PinEdit.Apply(text, SetB));
        exception.Message.ShouldBe(reason);
        exception.Line.ShouldBe(line);
    }

    private static Pin.Image Image(string text) => new Pin.Image(ImageReference.Parse(text));

    private static Pin.Jar Jar(string key, string version, char digit) => new Pin.Jar(new JarPin(key, version, new string(digit, 64)));
}
