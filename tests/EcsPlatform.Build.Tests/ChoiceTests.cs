namespace EcsPlatform.Build.Tests;

/// <summary>What the first restore decides, by what the registry has.</summary>
public sealed class ChoiceTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData($"build {Sandbox.Solution}")]
    [InlineData($"restore {Sandbox.UsingProject}")]
    public void A_registry_without_the_packages_falls_to_the_stand_in_and_says_so_once(string command)
    {
        _sandbox.Dotnet(command).ShouldSucceed().Announcements.ShouldBe([
            "Pulumi packages: standin, the official ones do not restore (artifacts/pulumi-probe.log says why). " +
            "Kept in artifacts/pulumi-packages.props; to force the other: -p:PulumiPackages=official",
        ]);
        _sandbox.Read(Sandbox.Answer).ShouldContain("<PulumiPackages>standin</PulumiPackages>");
        foreach (var id in PackageFeed.Official.Keys)
        {
            _sandbox.Read(Sandbox.ProbeLog).ShouldContain($"error NU1101: Unable to find package {id}.");
        }

        _sandbox.Has("artifacts/standin/bin/App/debug/Pulumi.dll").ShouldBe(command.StartsWith("build", StringComparison.Ordinal));
        _sandbox.Assets("standin").ShouldContain("\"StandIn/1.0.0\"");
        _sandbox.Has("artifacts/official/obj/App").ShouldBeFalse();
        _sandbox.Has("artifacts/undecided").ShouldBeFalse();

        AnotherShouldBeSilent(command);
    }

    [Theory]
    [InlineData($"restore {Sandbox.Solution}")]
    [InlineData($"build {Sandbox.UsingProject}")]
    public void A_registry_with_the_packages_is_taken(string command)
    {
        PackageFeed.Fill(_sandbox.Feed, PackageFeed.Official);
        _sandbox.Dotnet(command).ShouldSucceed().Announcements.ShouldBe([
            "Pulumi packages: official, they restore from the configured registries. " +
            "Kept in artifacts/pulumi-packages.props; to force the other: -p:PulumiPackages=standin",
        ]);
        _sandbox.Read(Sandbox.Answer).ShouldContain("<PulumiPackages>official</PulumiPackages>");
        _sandbox.Has("artifacts/official/bin/App/debug/App.dll").ShouldBe(command.StartsWith("build", StringComparison.Ordinal));
        _sandbox.Assets("official").ShouldContain($"\"Pulumi/{PackageFeed.Official["Pulumi"]}\"");
        _sandbox.Has("artifacts/standin/obj/App").ShouldBeFalse();
        _sandbox.Has("artifacts/undecided").ShouldBeFalse();

        AnotherShouldBeSilent(command);
    }

    [Fact]
    public void Three_of_the_four_packages_are_not_enough()
    {
        PackageFeed.Fill(_sandbox.Feed, PackageFeed.Official.Where(package => package.Key != "Pulumi.Awsx"));
        ShouldTakeTheStandIn();
    }

    [Theory]
    [InlineData("7.47.0")]
    [InlineData("7.99.0")]
    public void Another_version_is_not_enough(string version)
    {
        PackageFeed.Fill(_sandbox.Feed, PackageFeed.Official.Select(package =>
            KeyValuePair.Create(package.Key, package.Key == "Pulumi.Aws" ? version : package.Value)));
        ShouldTakeTheStandIn();
    }

    private void ShouldTakeTheStandIn()
    {
        var announcement = _sandbox.Dotnet($"restore {Sandbox.Solution}").ShouldSucceed().Announcements.ShouldHaveSingleItem();
        announcement.ShouldStartWith("Pulumi packages: standin, the official ones do not restore");
        _sandbox.Read(Sandbox.Answer).ShouldContain("<PulumiPackages>standin</PulumiPackages>");
    }

    private void AnotherShouldBeSilent(string command)
    {
        File.Delete(_sandbox.At(Sandbox.ProbeLog));
        _sandbox.Dotnet(command.Replace("build", "restore", StringComparison.Ordinal)).ShouldSucceed().Announcements.ShouldBeEmpty();
        _sandbox.Has(Sandbox.ProbeLog).ShouldBeFalse();
    }
}
