using System.Collections.Immutable;
using EcsPlatform.Stacks;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Cli.Configuration;

/// <summary>The settings that any stack's program asks for, as one list.</summary>
internal static class EverySetting
{
    private const string Differing = "differs between stacks";

    /// <summary>The settings of all stacks, sorted by name.</summary>
    public static ImmutableArray<Setting> All { get; } = Of([.. StackPrograms.Names.Select(stack => StackPrograms.Settings(stack, StackConfig.Empty))]);

    /// <summary>Makes one list of several.</summary>
    /// <param name="lists">The lists.</param>
    /// <returns>Every setting that is in one of them, sorted by name; what is not in all of them may be left out.</returns>
    public static ImmutableArray<Setting> Of(ImmutableArray<ImmutableArray<Setting>> lists) =>
    [
        .. lists.SelectMany(list => list)
            .GroupBy(setting => setting.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => One([.. group], lists.Length)),
    ];

    private static Setting One(ImmutableArray<Setting> same, int lists)
    {
        var first = same[0];
        var differs = same.Any(setting => setting.Default != first.Default);
        return first with
        {
            Required = same.Length == lists && same.All(setting => setting.Required),
            // What some stacks do not have need not be there.
            Absent = same.Length < lists || same.Any(setting => setting.Absent),
            Default = differs ? null : first.Default,
            Otherwise = differs ? first.Otherwise ?? Differing : first.Otherwise,
            Words = [.. same.SelectMany(setting => setting.Words).Distinct(StringComparer.Ordinal)],
            Fields = Of([.. same.Select(setting => setting.Fields)]),
        };
    }
}
