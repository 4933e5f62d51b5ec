using System.Net;
using System.Net.Sockets;

namespace EcsPlatform.Build.Tests;

/// <summary>What the first restore decides when no registry answers.</summary>
public class UnreachableRegistryTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_registry_that_never_answers_is_given_up_within_20_seconds()
    {
        using var registry = new SilentRegistry();
        using var sandbox = new Sandbox(registry.Address);
        var outcome = sandbox.Dotnet($"restore {Sandbox.Solution}").ShouldSucceed();
        outcome.Announcements.ShouldHaveSingleItem().ShouldStartWith("Pulumi packages: standin, no registry answered in time.");
        outcome.Output.ShouldNotContain("warning MSB");
        outcome.TimeOfChoice.ShouldBeLessThan(Limit);
        registry.WasCalled.ShouldBeTrue();
        (await registry.IsLeftAloneAsync()).ShouldBeTrue("The probe still runs.");
        sandbox.Assets("standin").ShouldContain("\"StandIn/1.0.0\"");
    }

    [Fact]
    public void Without_any_registry_the_stand_in_is_taken_within_20_seconds()
    {
        using var sandbox = new Sandbox(ClosedAddress());
        var outcome = sandbox.Dotnet($"restore {Sandbox.Solution}").ShouldSucceed();
        outcome.Announcements.ShouldHaveSingleItem().ShouldStartWith("Pulumi packages: standin, ");
        outcome.TimeOfChoice.ShouldBeLessThan(Limit);
        sandbox.Read(Sandbox.ProbeLog).ShouldContain("NU1301");
        sandbox.Assets("standin").ShouldContain("\"StandIn/1.0.0\"");
    }

    [Fact]
    public void Forcing_the_official_packages_without_any_registry_fails_within_20_seconds()
    {
        using var sandbox = new Sandbox(ClosedAddress());
        var outcome = sandbox.Dotnet($"restore {Sandbox.Solution} -p:PulumiPackages=official");
        outcome.ShouldFailWith("PulumiPackages is 'official', but the packages of src/build/Packages.props do not restore");
        outcome.Lines[^1].Time.ShouldBeLessThan(Limit);
    }

    // A port that was free a moment ago, and that nobody listens on.
    private static string ClosedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/index.json";
    }
}
