using System.Collections.Immutable;

namespace Pulumi;

public sealed partial class InputList<T>
{
    public static implicit operator InputList<T>(T value) => new([Wrap(value)]);

    public static implicit operator InputList<T>(Output<T> value) => new([Wrap(value)]);

    public static implicit operator InputList<T>(Input<T> value) => new([OrDefault(value)]);

    public static implicit operator InputList<T>(T[] values) => new(values.Select(Wrap));

    public static implicit operator InputList<T>(Output<T>[] values) => new(values.Select(Wrap));

    public static implicit operator InputList<T>(Input<T>[] values) => new(values.Select(OrDefault));

    public static implicit operator InputList<T>(List<T> values) => new(values.Select(Wrap));

    public static implicit operator InputList<T>(List<Output<T>> values) => new(values.Select(Wrap));

    public static implicit operator InputList<T>(List<Input<T>> values) => new(values.Select(OrDefault));

    public static implicit operator InputList<T>(ImmutableArray<T> values) => new(values.Select(Wrap));

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => new(values.Select(Wrap));

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(values.Select(OrDefault));

    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(Inputs));

    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(Inputs));

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => new(values.Apply(Inputs));

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values.Apply(array => Inputs(array)));

    private static Input<T> Wrap(T value) => value;

    private static Input<T> Wrap(Output<T> value) => value;

    private static Input<T> OrDefault(Input<T>? value) => value ?? Wrap(default(T)!);

    private static ImmutableArray<Input<T>> Inputs(IEnumerable<T> values) => [.. values.Select(Wrap)];
}
