using System.Collections.Immutable;
using EcsPlatform.Cli.Pins;
using EcsPlatform.Preview;
using EcsPlatform.Preview.Configuration;
using FsCheck;
using FsCheck.Fluent;

namespace EcsPlatform.Cli.Tests.Pins;

/// <summary>Changes to files of any look: the file that comes out is the one that somebody would have written with the new pins.</summary>
public class PinEditPropertyTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261121, 7);
    private static readonly ProjectFile Project = new("/project", "ecs-platform");

    [Fact]
    public void Only_pins_change_and_they_change_as_intended() =>
        Prop.ForAll(Cases, change =>
        {
            var before = change.File.Text();
            var after = PinEdit.Apply(before, change.Edits);
            after.ShouldBe(change.File.With(change.Edits).Text());
            PinnedConfig.IsResult(Read(before), change.Edits, Read(after)).ShouldBeTrue();
            PinEdit.Apply(after, change.Edits).ShouldBe(after);
        }).Check(Fixed);

    [Fact]
    public void Taking_back_what_was_changed_gives_the_same_bytes() =>
        Prop.ForAll(Cases, change =>
        {
            var before = change.File.Text();
            ImmutableArray<PinEdit> sets = [.. change.Edits.OfType<PinEdit.Set>().Where(set => change.File.Find(set.Name) is not null)];
            var back = sets.OfType<PinEdit.Set>().Select(set => new PinEdit.Set(set.Which, change.File.Find(set.Name)!.Pin));
            PinEdit.Apply(PinEdit.Apply(before, sets), back).ShouldBe(before);
        }).Check(Fixed);

    private static Arbitrary<Change> Cases { get; } = Arb.From(
        from file in PinnedFiles.All
        from count in Gen.Choose(1, 6)
        from edits in Gen.CollectToList(Enumerable.Range(0, count), _ => Edit)
        select new Change(file, [.. edits.DistinctBy(edit => edit.Name)]));

    private static Gen<PinEdit> Edit =>
        from pin in PinnedFiles.Pin
        from name in PinnedFiles.Name
        from removes in Gen.Elements(true, false, false)
        select removes ? (PinEdit)new PinEdit.Remove(new PinName(pin.Map, name)) : new PinEdit.Set(name, pin);

    private static ImmutableSortedDictionary<string, ConfigValue> Read(string text) => StackFile.Parse(Project, "test", text).Config;

    private sealed record Change(PinnedFile File, ImmutableArray<PinEdit> Edits);
}
