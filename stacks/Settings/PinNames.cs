using System.Collections.Immutable;
using EcsPlatform.Stacks.Functions;

namespace EcsPlatform.Stacks.Settings;

/// <summary>The names that a stack's config pins: those that its program uses, and no others.</summary>
/// <param name="Images">Under <c>ecs-platform:images</c>: of containers, then of functions.</param>
/// <param name="Jars">Under <c>ecs-platform:jars</c>.</param>
public sealed record PinNames(ImmutableArray<string> Images, ImmutableArray<string> Jars)
{
    /// <summary>The names that a program uses.</summary>
    internal static PinNames Of(StackProgram program) => new(
        [
            .. program.Services.SelectMany(service => service.Containers).Select(container => container.Image).Distinct(StringComparer.Ordinal),
            .. Names<FunctionKind.Image>(program.Functions),
        ],
        [.. Names<FunctionKind.Jar>(program.Functions)]);

    private static IEnumerable<string> Names<TKind>(ImmutableArray<DataFunction> functions) =>
        functions.Where(function => function.Kind is TKind).Select(function => function.Name);
}
