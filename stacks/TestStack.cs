using EcsPlatform.Stacks.Parts;
using EcsPlatform.Stacks.Services;

namespace EcsPlatform.Stacks;

/// <summary>Test: the services that readers use, made on demand to try versions of them together, stopped each evening and destroyed each night.</summary>
internal static class TestStack
{
    /// <summary>What it is made of.</summary>
    public static StackProgram Program { get; } = new()
    {
        Lifetime = Lifetime.Ephemeral,
        Services = [new Viewer(), new ItemServices(), new Search()],
        Parts = [new EveningStop()],
    };
}
