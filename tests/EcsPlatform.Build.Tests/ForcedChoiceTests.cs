namespace EcsPlatform.Build.Tests;

/// <summary>What a property or an environment variable forces.</summary>
public sealed class ForcedChoiceTests : IDisposable
{
    private const string BuildSolution = $"build {Sandbox.Solution}";
    private const string BuildProject = $"build {Sandbox.UsingProject}";
    private const string RestoreSolution = $"restore {Sandbox.Solution}";
    private const string RestoreProject = $"restore {Sandbox.UsingProject}";
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData($"{RestoreSolution} -p:PulumiPackages=standin", null)]
    [InlineData(RestoreProject, "standin")]
    public void The_stand_in_is_taken_without_asking_a_registry(string restore, string? variable)
    {
        PackageFeed.Fill(_sandbox.Feed, PackageFeed.Official);
        _sandbox.Dotnet(restore, variable).ShouldSucceed().Announcements.ShouldBeEmpty();
        _sandbox.Assets("standin").ShouldContain("\"StandIn/1.0.0\"");
        _sandbox.Has(Sandbox.Answer).ShouldBeFalse();
        _sandbox.Has(Sandbox.ProbeLog).ShouldBeFalse();
    }

    [Theory]
    [InlineData($"{BuildSolution} -p:PulumiPackages=official", null)]
    [InlineData(BuildProject, "official")]
    public void Official_packages_that_are_missing_fail_the_build_which_says_how_to_build_all_the_same(string build, string? variable)
    {
        _sandbox.Dotnet(build, variable).ShouldFailWith(
            "PulumiPackages is 'official', but the packages of src/build/Packages.props do not restore from the configured registries " +
            "(artifacts/pulumi-probe.log says why). To build with the stand-in instead: dotnet build -p:PulumiPackages=standin");
        _sandbox.Read(Sandbox.ProbeLog).ShouldContain("NU1101");
        _sandbox.Has(Sandbox.Answer).ShouldBeFalse();
    }

    [Fact]
    public void Both_choices_keep_their_outputs_apart_and_the_official_packages_are_looked_for_once()
    {
        PackageFeed.Fill(_sandbox.Feed, PackageFeed.Official);
        _sandbox.Dotnet($"{BuildSolution} -p:PulumiPackages=official").ShouldSucceed();
        _sandbox.Has("artifacts/official/bin/App/debug/App.dll").ShouldBeTrue();
        _sandbox.Has("artifacts/official/bin/App/debug/Pulumi.dll").ShouldBeFalse();

        File.Delete(_sandbox.At(Sandbox.ProbeLog));
        _sandbox.Dotnet(BuildSolution, "standin").ShouldSucceed();
        _sandbox.Dotnet(RestoreSolution, "official").ShouldSucceed();
        _sandbox.Has(Sandbox.ProbeLog).ShouldBeFalse();
        _sandbox.Has("artifacts/standin/bin/App/debug/Pulumi.dll").ShouldBeTrue();
        _sandbox.Has("artifacts/official/bin/App/debug/Pulumi.dll").ShouldBeFalse();
        _sandbox.Has(Sandbox.Answer).ShouldBeFalse();
    }

    [Fact]
    public void What_was_found_out_gives_way_to_what_is_forced_and_stays()
    {
        _sandbox.Dotnet(RestoreSolution).ShouldSucceed();
        var answer = _sandbox.Read(Sandbox.Answer);
        PackageFeed.Fill(_sandbox.Feed, PackageFeed.Official);

        _sandbox.Dotnet(RestoreProject, "official").ShouldSucceed();
        _sandbox.Assets("official").ShouldContain($"\"Pulumi/{PackageFeed.Official["Pulumi"]}\"");
        _sandbox.Read(Sandbox.Answer).ShouldBe(answer);
    }

    [Theory]
    [InlineData("offical")]
    [InlineData("stand-in")]
    [InlineData("Official")]
    [InlineData("STANDIN")]
    public void Any_other_word_or_spelling_is_refused_with_the_two_that_are_allowed_before_anything_is_written(string word)
    {
        var message = $"PulumiPackages is '{word}'. Allowed: official, standin; leave it unset to let the first restore decide.";
        _sandbox.Dotnet($"{BuildProject} -p:PulumiPackages={word}").ShouldFailWith(message);
        _sandbox.Dotnet(RestoreSolution, word).ShouldFailWith(message);
        _sandbox.Has("artifacts").ShouldBeFalse();
    }
}
