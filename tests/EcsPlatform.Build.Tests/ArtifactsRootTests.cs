namespace EcsPlatform.Build.Tests;

/// <summary>Where outputs go when the folder for them is named.</summary>
public sealed class ArtifactsRootTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData($"restore {Sandbox.UsingProject} -p:ArtifactsRoot=out")]
    [InlineData($"restore {Sandbox.Solution} -p:ArtifactsRoot=out/")]
    public void A_relative_folder_lies_in_the_repository_with_or_without_a_slash_at_its_end(string command)
    {
        _sandbox.Dotnet(command).ShouldSucceed();
        _sandbox.FoldersNamed("out*").ShouldBe(["out"]);
        _sandbox.Has("out/pulumi-packages.props").ShouldBeTrue();
        _sandbox.Has("out/standin/obj/App/project.assets.json").ShouldBeTrue();
        _sandbox.Has("artifacts").ShouldBeFalse();
    }

    [Fact]
    public void Messages_name_the_files_where_they_are()
    {
        var root = _sandbox.At("all outputs");
        _sandbox.Dotnet($"restore {Sandbox.Solution}", artifactsRoot: root).ShouldSucceed().Announcements.ShouldBe([
            $"Pulumi packages: standin, the official ones do not restore ({Path.Combine(root, "pulumi-probe.log")} says why). " +
            $"Kept in {Path.Combine(root, "pulumi-packages.props")}; to force the other: -p:PulumiPackages=official",
        ]);
        _sandbox.Dotnet($"restore {Sandbox.UsingProject}", "official", root).ShouldFailWith(
            "PulumiPackages is 'official', but the packages of src/build/Packages.props do not restore from the configured registries " +
            $"({Path.Combine(root, "pulumi-probe.log")} says why). To build with the stand-in instead: dotnet build -p:PulumiPackages=standin");
        _sandbox.FoldersNamed("all*").ShouldBe(["all outputs"]);
        _sandbox.Has("artifacts").ShouldBeFalse();
    }
}
