using EcsPlatform.Plans.Files;

namespace EcsPlatform.Plans.Tests.Files;

/// <summary>Exports of one small stack, and the preview that they are compared with.</summary>
internal static class Exports
{
    public static Plan Load(string name) => PlanFile.Load(PathOf(name));

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Exports", $"{name}.json");
}
