using System.Collections.Immutable;

namespace Pulumi;

public sealed partial class InputMap<TValue>
{
    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => new(values);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => new(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => new(values.Apply(Inputs));

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => new(values.Apply(Inputs));

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => new(values.Apply(Inputs));

    private static ImmutableDictionary<string, Input<TValue>> Inputs(IEnumerable<KeyValuePair<string, TValue>> values) =>
        values.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value);
}
