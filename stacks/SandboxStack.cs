using EcsPlatform.Stacks.Functions;
using EcsPlatform.Stacks.Parts;
using EcsPlatform.Stacks.Services;

namespace EcsPlatform.Stacks;

/// <summary>A sandbox: somebody's own environment with all that staging has but the image server, for few clients. There can be any number of them.</summary>
internal static class SandboxStack
{
    /// <summary>What it is made of.</summary>
    public static StackProgram Program { get; } = new()
    {
        Lifetime = Lifetime.Ephemeral,
        HasOwner = true,
        Services = [new Viewer(), new ItemServices(), new Search(), new ContentLoader()],
        Functions = DataFunctions.All,
        Parts = [new EveningStop()],
    };
}
