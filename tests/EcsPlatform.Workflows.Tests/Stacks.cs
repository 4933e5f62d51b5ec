using EcsPlatform.Tests;
using YamlDotNet.RepresentationModel;

namespace EcsPlatform.Workflows.Tests;

/// <summary>The files of the repository's stacks.</summary>
internal static class Stacks
{
    /// <summary>What a stack's file says under <c>config</c>.</summary>
    public static YamlNode Config(string stack)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(RepositoryFolder.Path, $"Pulumi.{stack}.yaml"))));
        return yaml.Documents[0].RootNode.At("config")!;
    }

    /// <summary>What names of a stack's resources begin with: its own, after its owner's where the config says one.</summary>
    public static string EnvironmentOf(string stack) => Config(stack).At("ecs-platform:owner") is { } owner ? $"{owner.Text()}-{stack}" : stack;
}
