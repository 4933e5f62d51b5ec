using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace EcsPlatform.Plans.Tests.Files;

/// <summary>Plans of every shape that the export format can say.</summary>
internal static class GeneratedPlans
{
    private static readonly ImmutableArray<string> NastyTexts =
    [
        "", " ", "a", "\"", "\\", "\n", "\r\n", "\t", "\0", "\u007f", "<>&'+`/", "ü", "😀", "\u2028", "\ufeff", "null", "1", "json", "value",
        "[secret]", "{", "[", "[]", "{}", "{\"a\":1}", "{ \"a\": 1 }", "[1,2]", "[1,2", "{\"a\":1,\"a\":2}", "[1.0,1e5,-0,12345678901234567890]",
        "[\"<\"]", "[\"\\u003c\"]", "[\"\\ud800\"]", "{\"\\ud800\":1}", "[\"😀\"]", "[\"\\uD83D\\uDE00\"]", "{\"a\":\"{\\\"b\\\":[1]}\"}", "[true,null]\n",
        "{\"4dabf18193072939515e22adb298388d\":\"json\",\"value\":[]}", "4dabf18193072939515e22adb298388d", new('[', 80), new string('[', 80) + new string(']', 80),
        new string('[', 63) + new string(']', 63),
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements<string>(NastyTexts),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get).Where(IsUnicode));

    private static readonly Gen<string> Names = Texts.Where(text => text != "4dabf18193072939515e22adb298388d");

    private static readonly Gen<PropertyValue> Leaves = Gen.OneOf(
        Texts.Select(text => (PropertyValue)new PropertyValue.Text(text)),
        Gen.Elements(0, -0.0, 1, 80, 0.1, 1e300, -1e-300, double.Epsilon, double.MaxValue, 9007199254740993).Select(number => (PropertyValue)new PropertyValue.Number(number)),
        ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => (PropertyValue)new PropertyValue.Number(number.Get)),
        Gen.Elements<PropertyValue>(
            PropertyValue.Null.Value,
            PropertyValue.Unknown.Value,
            new PropertyValue.Boolean(true),
            new PropertyValue.Boolean(false),
            new PropertyValue.Secret("[secret]"),
            new PropertyValue.Secret("[secret 0123abcd]"),
            new PropertyValue.Asset("FileArchive"),
            new PropertyValue.Asset("StringAsset")));

    private static readonly Gen<PropertyValue.Map> Maps = Gen.Sized(size => MapOf(Math.Min(size / 10, 3)));

    private static readonly Gen<ImmutableArray<string>> Sorted = Texts.ListOf().Select(list => list.Order(StringComparer.Ordinal).ToImmutableArray());

    private static readonly Gen<string?> Optional = Gen.OneOf(Gen.Constant<string?>(null), Texts.Select(text => (string?)text));

    private static readonly Gen<bool> Flags = Gen.Elements(true, false);

    private static readonly Gen<TimeSpan?> Durations = Gen.OneOf(
        Gen.Constant<TimeSpan?>(null), Gen.Choose(0, int.MaxValue).Select(ticks => (TimeSpan?)TimeSpan.FromTicks(ticks * 12_347L)));

    public static Arbitrary<Plan> All { get; } = Arb.From(
        from count in Gen.Choose(1, 4)
        from resources in Gen.CollectToList(Enumerable.Range(0, count), Resource)
        from pending in Gen.Choose(0, 2)
        select Plan.Of("project", "stack", resources) with
        {
            PendingOperations = [.. Enumerable.Range(0, pending).Select(i => new PendingOperation(i == 0 ? "creating" : "deleting", resources[0].Urn))],
        });

    private static Gen<PlannedResource> Resource(int index) =>
        from name in Texts
        from custom in Flags
        from external in Flags
        from protect in Flags
        from retain in Flags
        from deleteFirst in Flags
        from id in Optional
        from parent in Optional
        from provider in Optional
        from deletedWith in Optional
        from import in Optional
        from inputs in Maps
        from outputs in Maps
        from dependencies in Sorted
        from aliases in Sorted
        from ignored in Sorted
        from replacing in Sorted
        from secret in Sorted
        from property in Names
        from create in Durations
        from delete in Durations
        select new PlannedResource
        {
            Urn = $"urn:pulumi:stack::project::a:b:C::{index}{name}",
            Type = "a:b:C",
            Name = $"{index}{name}",
            Custom = custom,
            External = external,
            Protect = protect,
            RetainOnDelete = retain,
            DeleteBeforeReplace = deleteFirst,
            Id = id,
            Parent = parent,
            Provider = provider,
            DeletedWith = deletedWith,
            ImportId = import,
            Inputs = inputs,
            Outputs = outputs,
            Dependencies = dependencies,
            PropertyDependencies = dependencies.IsEmpty ? None : None.Add(property, dependencies),
            Aliases = aliases,
            IgnoreChanges = ignored,
            ReplaceOnChanges = replacing,
            AdditionalSecretOutputs = secret,
            CustomTimeouts = custom ? new PlannedTimeouts(create, null, delete) : null,
        };

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> None { get; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    private static Gen<PropertyValue> ValueOf(int depth) => depth == 0 ? Leaves : Gen.OneOf(
        Leaves,
        ValueOf(depth - 1).ListOf().Select(items => (PropertyValue)new PropertyValue.List([.. items.Take(4)])),
        MapOf(depth - 1).Select(map => (PropertyValue)map));

    private static Gen<PropertyValue.Map> MapOf(int depth) =>
        from names in Names.ListOf()
        from values in ValueOf(depth).ListOf()
        select PropertyValue.Map.Of(names.Distinct().Take(4).Zip(values, KeyValuePair.Create));

    // JSON cannot carry half a character.
    private static bool IsUnicode(string text) => !text.EnumerateRunes().Any(rune => rune == System.Text.Rune.ReplacementChar);
}
