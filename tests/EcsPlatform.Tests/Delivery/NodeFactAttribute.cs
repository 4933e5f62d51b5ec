namespace EcsPlatform.Tests.Delivery;

/// <summary>A test that runs JavaScript; it is left out where there is no Node.js.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        Skip = NodeJs.Missing;
    }
}

/// <summary>Like <see cref="NodeFactAttribute"/>, with cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute()
    {
        Skip = NodeJs.Missing;
    }
}

/// <summary>Whether there is Node.js.</summary>
internal static class NodeJs
{
    private static readonly string[] Names = ["node", "node.exe"];

    /// <summary>Why tests are left out; null when they run.</summary>
    public static string? Missing { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => Names.Any(name => File.Exists(Path.Combine(folder, name))))
            ? null
            : "There is no Node.js on the path, with which the functions' code is tried.";
}
