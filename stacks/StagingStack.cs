using EcsPlatform.Stacks.Functions;
using EcsPlatform.Stacks.Parts;
using EcsPlatform.Stacks.Services;

namespace EcsPlatform.Stacks;

/// <summary>Staging: where editors put content in, functions make of it what readers see, and new versions are tried.</summary>
internal static class StagingStack
{
    /// <summary>What it is made of.</summary>
    public static StackProgram Program { get; } = new()
    {
        Lifetime = Lifetime.Lasting,
        Services = [new Viewer(), new ItemServices(), new Search(), new ContentLoader()],
        Functions = DataFunctions.All,
        Parts = [new ImageServer()],
    };
}
