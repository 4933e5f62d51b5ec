using EcsPlatform.StandIn.Tests.Surface;

namespace EcsPlatform.StandIn.Tests;

public sealed class AssemblySurfaceTests
{
    private const string Key = "EcsPlatform.StandIn.Tests.AssemblySurfaceTests.Sample<T>";

    [Fact]
    public void Dump_shows_each_visible_member_as_it_is_declared() => AssemblySurface.Of(typeof(Sample<>)).ShouldBe(
    [
        $"{Key} = public abstract class : IComparable<string>",
        $"{Key} :: protected Sample(T value, string? note = null)",
        $"{Key} :: protected internal void Stop(CancellationToken cancellationToken = default)",
        $"{Key} :: public Dictionary<string, object?>? Notes {{ get; protected set; }}",
        $"{Key} :: public Task<(int? Count, IList<string?> Names)> Measure(params string[] names)",
        $"{Key} :: public abstract bool TryTake(out T value)",
        $"{Key} :: public int CompareTo(string? other)",
        $"{Key} :: public int this[string key] {{ get; }}",
        $"{Key} :: public override string ToString()",
        $"{Key} :: public static TMade Make<TMade>() where TMade : Exception, new()",
        $"{Key} :: public static implicit operator string(AssemblySurfaceTests.Sample<T> sample)",
        $"{Key} :: public static readonly string? Text",
        $"{Key} :: public string Title {{ get; init; }}",
    ]);

    [Fact]
    public void Dump_shows_a_delegate_in_one_line() => AssemblySurface.Of(typeof(Visit)).ShouldBe(
        ["EcsPlatform.StandIn.Tests.AssemblySurfaceTests.Visit = public delegate Task<bool> (string? name, bool deep = false)"]);

    [Fact]
    public void Dump_shows_what_an_attribute_may_stand_on() => AssemblySurface.Of(typeof(NoteAttribute)).First().ShouldBe(
        "EcsPlatform.StandIn.Tests.AssemblySurfaceTests.NoteAttribute = public sealed class : Attribute [AttributeUsage(Property, Field)]");

    public delegate Task<bool> Visit(string? name, bool deep = false);

    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
    public sealed class NoteAttribute : Attribute;

#pragma warning disable CA1000, CA1024, CA1036, CA1051, CA1822, CA2211, CA2225 // The sample shows every kind of member.
    public abstract class Sample<T> : IComparable<string>
    {
        public static readonly string? Text = "text";

        protected Sample(T value, string? note = null) => Notes = new() { ["value"] = value, ["note"] = note };

        public Dictionary<string, object?>? Notes { get; protected set; }

        public string Title { get; init; } = "";

        internal int Hidden { get; set; }

        public int this[string key] => key.Length;

        public static implicit operator string(Sample<T> sample) => sample.Title;

        public static TMade Make<TMade>()
            where TMade : Exception, new() => new();

        public Task<(int? Count, IList<string?> Names)> Measure(params string[] names) =>
            Task.FromResult<(int?, IList<string?>)>((names.Length, names));

        public abstract bool TryTake(out T value);

        public int CompareTo(string? other) => string.CompareOrdinal(Title, other);

        public override string ToString() => Title;

        protected internal void Stop(CancellationToken cancellationToken = default) => cancellationToken.ThrowIfCancellationRequested();
    }
#pragma warning restore CA1000, CA1024, CA1036, CA1051, CA1822, CA2211, CA2225
}
