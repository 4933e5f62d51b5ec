using System.Text.Json;

namespace EcsPlatform.Cli.Tests;

/// <summary>What keeps a run short: most of its time is the runtime's, which compiles what is called.</summary>
public sealed class StartUpTests
{
    [Theory]
    [InlineData("System.Globalization.Invariant", true)]
    [InlineData("System.Runtime.TieredPGO", false)]
    [InlineData("Switch.System.Reflection.ForceInterpretedInvoke", true)]
    public void The_program_tells_the_runtime_what_it_does_not_need(string name, bool value)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "ecs-platform.runtimeconfig.json");
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        file.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").GetProperty(name).GetBoolean().ShouldBe(value);
    }
}
