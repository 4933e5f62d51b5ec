using System.Net;
using System.Net.Sockets;

namespace EcsPlatform.Build.Tests;

public class PulumiPackagesTests
{
    private const string Answer = "artifacts/pulumi-packages.props";
    private const string Probe = "artifacts/pulumi-probe.log";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("build Test.sln")]
    [InlineData("build src/App/App.csproj")]
    public void A_registry_without_the_packages_falls_to_the_stand_in_and_says_so_once(string build)
    {
        using var sandbox = new Sandbox();
        var (code, output, _) = sandbox.Dotnet(build);
        code.ShouldBe(0, output);
        output.Split('\n').Count(line => line.Contains(
            "Pulumi packages: standin, the official ones do not restore (artifacts/pulumi-probe.log says why). " +
            "Kept in artifacts/pulumi-packages.props; to force the other: -p:PulumiPackages=official", StringComparison.Ordinal)).ShouldBe(1, output);
        sandbox.Read(Answer).ShouldContain("<PulumiPackages>standin</PulumiPackages>");
        sandbox.Read(Probe).ShouldContain("NU1101");
        sandbox.Has("artifacts/standin/bin/App").ShouldBeTrue();
        sandbox.Has("artifacts/official/bin").ShouldBeFalse();

        File.Delete(sandbox.At(Probe));
        var (again, silence, _) = sandbox.Dotnet(build);
        again.ShouldBe(0, silence);
        silence.ShouldNotContain("Pulumi packages:");
        sandbox.Has(Probe).ShouldBeFalse();
    }

    [Theory]
    [InlineData("build Test.sln")]
    [InlineData("build src/App/App.csproj")]
    public void A_registry_with_the_packages_is_taken(string build)
    {
        using var sandbox = new Sandbox();
        PackageFeed.Fill(sandbox.Feed, PackageFeed.Official);
        var (code, output, _) = sandbox.Dotnet(build);
        code.ShouldBe(0, output);
        output.ShouldContain("Pulumi packages: official, they restore from the configured registries.");
        output.ShouldContain("to force the other: -p:PulumiPackages=standin");
        sandbox.Read(Answer).ShouldContain("<PulumiPackages>official</PulumiPackages>");
        sandbox.Has("artifacts/official/bin/App").ShouldBeTrue();
        sandbox.Has("artifacts/standin/bin/App").ShouldBeFalse();
    }

    [Fact]
    public void Both_choices_keep_their_outputs_apart()
    {
        using var sandbox = new Sandbox();
        PackageFeed.Fill(sandbox.Feed, PackageFeed.Official);
        sandbox.Dotnet("build Test.sln -p:PulumiPackages=official").ExitCode.ShouldBe(0);
        sandbox.Dotnet("build Test.sln -p:PulumiPackages=standin").ExitCode.ShouldBe(0);
        sandbox.Has("artifacts/official/bin/App/debug/App.dll").ShouldBeTrue();
        sandbox.Has("artifacts/official/bin/App/debug/Pulumi.dll").ShouldBeFalse();
        sandbox.Has("artifacts/standin/bin/App/debug/Pulumi.dll").ShouldBeTrue();
        sandbox.Has(Answer).ShouldBeFalse();
    }

    [Fact]
    public void Three_of_the_four_packages_are_not_enough()
    {
        using var sandbox = new Sandbox();
        PackageFeed.Fill(sandbox.Feed, PackageFeed.Official.Where(package => package.Key != "Pulumi.Awsx"));
        sandbox.Dotnet("restore Test.sln").Output.ShouldContain("Pulumi packages: standin");
    }

    [Fact]
    public void Another_version_is_not_enough()
    {
        using var sandbox = new Sandbox();
        PackageFeed.Fill(sandbox.Feed, PackageFeed.Official.Select(package => KeyValuePair.Create(package.Key, package.Key == "Pulumi.Aws" ? "7.99.0" : package.Value)));
        sandbox.Dotnet("restore Test.sln").Output.ShouldContain("Pulumi packages: standin");
    }

    [Theory]
    [InlineData("build Test.sln -p:PulumiPackages=standin", null)]
    [InlineData("build Test.sln", "standin")]
    public void The_stand_in_can_be_forced_without_asking_a_registry(string build, string? variable)
    {
        using var sandbox = new Sandbox();
        PackageFeed.Fill(sandbox.Feed, PackageFeed.Official);
        var (code, output, _) = sandbox.Dotnet(build, variable);
        code.ShouldBe(0, output);
        output.ShouldNotContain("Pulumi packages:");
        sandbox.Has("artifacts/standin/bin/App").ShouldBeTrue();
        sandbox.Has(Answer).ShouldBeFalse();
        sandbox.Has(Probe).ShouldBeFalse();
    }

    [Theory]
    [InlineData("build Test.sln -p:PulumiPackages=official", null)]
    [InlineData("build src/App/App.csproj", "official")]
    public void Forcing_what_is_missing_fails_and_says_how_to_build_all_the_same(string build, string? variable)
    {
        using var sandbox = new Sandbox();
        var (code, output, _) = sandbox.Dotnet(build, variable);
        code.ShouldNotBe(0);
        output.ShouldContain("To build with the stand-in instead: dotnet build -p:PulumiPackages=standin");
    }

    [Fact]
    public void Any_other_word_is_refused()
    {
        using var sandbox = new Sandbox();
        var (code, output, _) = sandbox.Dotnet("build Test.sln", "offical");
        code.ShouldNotBe(0);
        output.ShouldContain("PulumiPackages is 'offical'. Allowed: official, standin; leave it unset to let the first restore decide.");
    }

    [Fact]
    public void A_registry_that_never_answers_does_not_keep_anybody_waiting()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var sandbox = new Sandbox($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/index.json");
        var (_, output, time) = sandbox.Dotnet("msbuild Test.sln -t:ChoosePulumiPackages -v:minimal");
        output.ShouldContain("Pulumi packages: standin, no registry answered in time.");
        time.ShouldBeLessThan(Limit);
    }

    [Fact]
    public void Without_any_network_the_stand_in_is_taken_at_once()
    {
        using var sandbox = new Sandbox("http://127.0.0.1:9/index.json");
        var (_, output, time) = sandbox.Dotnet("restore Test.sln");
        output.ShouldContain("Pulumi packages: standin");
        time.ShouldBeLessThan(Limit);
    }
}
