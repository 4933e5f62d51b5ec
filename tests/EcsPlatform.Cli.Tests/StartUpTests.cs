using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace EcsPlatform.Cli.Tests;

/// <summary>What keeps a run short: most of its time would be the runtime's, which compiles what is called.</summary>
public sealed class StartUpTests : IDisposable
{
    private readonly TestProject _project = new();

    // Where no registry has the compiler the build left this file, and nothing is compiled ahead.
    private static bool CompilesAhead => !File.Exists(Path.Combine(TestProject.ProgramFolder, "../../../../crossgen2-missing.log"));

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("System.Globalization.Invariant", true)]
    [InlineData("System.Runtime.TieredPGO", false)]
    [InlineData("Switch.System.Reflection.ForceInterpretedInvoke", true)]
    public void The_program_tells_the_runtime_what_it_does_not_need(string name, bool value)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestProject.ProgramFolder, "ecs-platform.runtimeconfig.json")));
        file.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").GetProperty(name).GetBoolean().ShouldBe(value);
    }

    [Theory]
    [InlineData("ecs-platform.dll")]
    [InlineData("EcsPlatform.dll")]
    [InlineData("EcsPlatform.Plans.dll")]
    [InlineData("EcsPlatform.Preview.dll")]
    [InlineData("EcsPlatform.Stacks.dll")]
    [InlineData("Pulumi.dll")]
    [InlineData("System.CommandLine.dll")]
    [InlineData("YamlDotNet.dll")]
    public void The_build_compiles_assemblies_ahead(string name)
    {
        using var assembly = new PEReader(File.OpenRead(Path.Combine(TestProject.ProgramFolder, name)));
        (assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0).ShouldBe(CompilesAhead);
    }

    // 15,870 without compiling ahead. Of the rest, most is the framework's generic code for our types.
    [Fact]
    public void A_preview_leaves_the_runtime_little_to_compile()
    {
        var list = _project.At("compiled.txt");
        var environment = new Dictionary<string, string> { ["DOTNET_JitStdOutFile"] = list, ["DOTNET_JitDisasmSummary"] = "1" };
        TestProject.Run(_project.Folder, environment, "preview", "staging").ExitCode.ShouldBe(0);
        if (CompilesAhead)
        {
            File.ReadLines(list).Count().ShouldBeInRange(1, 4000);
        }
    }
}
