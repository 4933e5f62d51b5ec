using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace EcsPlatform.Plans.Tests.Differences;

/// <summary>A generated stack: things that refer to earlier things, by id, inside texts and inside JSON.</summary>
/// <param name="Things">The things, by their numbers.</param>
internal sealed record World(ImmutableSortedDictionary<int, Thing> Things)
{
    private const string Type = "test:index:Thing";

    private static readonly Gen<Thing> AnyThing =
        from kind in Gen.Choose(0, 2)
        from size in Gen.Choose(0, 2)
        from labels in Gen.SubListOf(new[] { "a", "b", "c" })
        from of in Gen.Choose(-3, 9)
        from uses in Gen.Choose(-3, 9)
        from flags in Gen.Choose(0, 15)
        select new Thing(kind, size, [.. labels.Order()], of, uses, flags == 0, flags == 1, flags is 2 or 3);

    private static readonly Gen<World> Any =
        from count in Gen.Choose(0, 10)
        from things in Gen.CollectToList(Enumerable.Range(0, count), _ => AnyThing)
        select new World(things.Select((thing, i) => KeyValuePair.Create(i, thing)).ToImmutableSortedDictionary());

    /// <summary>A world, and what became of it: things changed, gone, new and renamed.</summary>
    public static Arbitrary<(World Old, World New)> Changed { get; } = Arb.From(
        from old in Any
        from other in Any
        from choices in Gen.Choose(0, 5).ListOf(12)
        select (old, new World(Enumerable.Range(0, 12).SelectMany(i => Became(i, old, other, choices[i])).ToImmutableSortedDictionary())));

    /// <summary>The plan that a preview makes, or the state of the real stack.</summary>
    public Plan ToPlan(bool real = false)
    {
        var ids = new Dictionary<int, string>();
        var resources = new List<PlannedResource>();
        foreach (var (number, thing) in Things)
        {
            var needed = new[] { thing.Of, thing.Uses }.Where(ids.ContainsKey).Distinct().ToList();
            var of = ids.GetValueOrDefault(thing.Of, "none");
            var arn = ids.TryGetValue(thing.Uses, out var used) ? $"arn:thing/{used}" : "arn:none";
            var identity = Hash($"{number} {thing.Kind} {of} {real}");
            ids[number] = $"id-{identity}";
            resources.Add(new PlannedResource
            {
                Urn = UrnOf(number, thing),
                Type = Type,
                Name = $"{number}",
                Id = ids[number],
                Protect = thing.Protect,
                RetainOnDelete = thing.Retain,
                DeleteBeforeReplace = thing.DeleteFirst,
                Aliases = thing.Renamed ? [UrnOf(number, thing with { Renamed = false })] : [],
                Dependencies = [.. needed.Select(other => UrnOf(other, Things[other])).Order(StringComparer.Ordinal)],
                PropertyDependencies = new[] { ("of", thing.Of), ("policy", thing.Uses) }.Where(reference => needed.Contains(reference.Item2))
                    .ToImmutableSortedDictionary(
                        reference => reference.Item1, reference => ImmutableArray.Create(UrnOf(reference.Item2, Things[reference.Item2])), StringComparer.Ordinal),
                Inputs = Map(
                    ("kind", new PropertyValue.Number(thing.Kind)),
                    ("size", real ? new PropertyValue.Text($"{thing.Size}") : new PropertyValue.Number(thing.Size)),
                    ("of", new PropertyValue.Text(of)),
                    ("labels", Map([.. thing.Labels.Select(label => (label, (PropertyValue)new PropertyValue.Text(label)))])),
                    ("policy", new PropertyValue.Text($$"""{"Statement":[{"Action":"x:Get","Resource":["{{arn}}/*"]},{"Sid":"{{string.Concat(thing.Labels)}}"}]}"""))),
                Outputs = Map(
                    ("arn", new PropertyValue.Text($"arn:thing/{ids[number]}")),
                    ("size", new PropertyValue.Number(thing.Size)),
                    ("version", new PropertyValue.Number(real ? 7 : 100_000 + thing.Size))),
            });
        }

        return Plan.Of("project", "stack", resources);
    }

    private static IEnumerable<KeyValuePair<int, Thing>> Became(int number, World old, World other, int choice)
    {
        var before = old.Things.GetValueOrDefault(number);
        var after = (choice, other.Things.GetValueOrDefault(number)) switch
        {
            (0, var thing) => thing,
            (1, { } thing) when before is not null => before with { Size = thing.Size, Labels = thing.Labels },
            (2, _) when before is not null => before with { Renamed = true },
            _ => before,
        };
        return after is null ? [] : [KeyValuePair.Create(number, after)];
    }

    private static string UrnOf(int number, Thing thing) => $"urn:pulumi:stack::project::{Type}::{(thing.Renamed ? "renamed-" : "")}{number}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private static PropertyValue.Map Map(params (string, PropertyValue)[] entries) =>
        PropertyValue.Map.Of(entries.Select(entry => KeyValuePair.Create(entry.Item1, entry.Item2)));
}

/// <summary>A thing of a generated stack.</summary>
internal sealed record Thing(int Kind, int Size, ImmutableArray<string> Labels, int Of, int Uses, bool Protect, bool Retain, bool DeleteFirst, bool Renamed = false);
