using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Preview;

namespace EcsPlatform.Testing;

/// <summary>Makes plans of small programs.</summary>
public static class TestPlan
{
    /// <summary>The project's name in these plans.</summary>
    public const string Project = "ecs-platform";

    /// <summary>The stack's name in these plans.</summary>
    public const string Stack = "test";

    private static readonly ImmutableSortedDictionary<string, ConfigValue> DefaultProvider =
        ImmutableSortedDictionary.Create<string, ConfigValue>(StringComparer.Ordinal)
            .Add("aws:region", new ConfigValue("eu-west-1"))
            .Add("aws:allowedAccountIds", new ConfigValue("[\"111111111111\"]"));

    /// <summary>The plan of a program without outputs.</summary>
    /// <param name="program">Registers resources.</param>
    /// <returns>The plan.</returns>
    public static Task<Plan> OfAsync(Action program) => OfAsync(() =>
    {
        program();
        return new Dictionary<string, object?>();
    });

    /// <summary>The plan of a program.</summary>
    /// <param name="program">Registers resources and returns outputs.</param>
    /// <returns>The plan.</returns>
    public static Task<Plan> OfAsync(Func<IDictionary<string, object?>> program) => PreviewRun.RunAsync(new PreviewRequest
    {
        Project = Project,
        Stack = Stack,
        Program = program,
        Config = DefaultProvider,
        Timeout = TimeSpan.FromSeconds(20),
    });
}
