using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

public sealed partial class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private ImmutableDictionary<string, Input<TValue>> _known = ImmutableDictionary<string, Input<TValue>>.Empty;

    // Set once a part whose keys only an output knows has been added; it then stands for the whole map.
    private Output<ImmutableDictionary<string, Input<TValue>>>? _deferred;

    public InputMap()
    {
    }

    private InputMap(IEnumerable<KeyValuePair<string, TValue>> known)
    {
        _known = Inputs(known);
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> deferred)
    {
        _deferred = deferred;
    }

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    private protected override object Elements => (object?)_deferred ?? _known;

    public void Add(string key, Input<TValue> value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_deferred is null)
        {
            _known = With(_known, key, value);
        }
        else
        {
            _deferred = _deferred.Apply(entries => With(entries, key, value));
        }
    }

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values) => Combine(values, (mine, theirs) =>
        theirs.Aggregate(mine, (entries, entry) => With(entries, entry.Key, entry.Value)));

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
    {
        var result = new InputMap<TValue> { _known = first._known, _deferred = first._deferred };
        result.Combine(second, (mine, theirs) => mine.SetItems(theirs));
        return result;
    }

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var entries = _known;
        if (_deferred is not null)
        {
            var data = await _deferred.DataTask.ConfigureAwait(false);
            entries = data.IsKnown ? data.Value : ImmutableDictionary<string, Input<TValue>>.Empty;
        }

        foreach (var (key, input) in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return input.Apply(value => KeyValuePair.Create(key, value));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"{GetType().FullName} cannot be enumerated synchronously, only with await foreach.");

    internal override Output<ImmutableDictionary<string, TValue>> AsOutput() =>
        _deferred is null ? Flatten(_known) : _deferred.Apply(Flatten);

    private static Output<ImmutableDictionary<string, TValue>> Flatten(ImmutableDictionary<string, Input<TValue>> entries)
    {
        var keys = entries.Keys.ToImmutableArray();
        return Output.All(keys.Select(key => entries[key]))
            .Apply(values => ImmutableDictionary.CreateRange(keys.Zip(values, KeyValuePair.Create)));
    }

    /// <summary>A key may come twice with an equal value. Values may be pending: it is their output that refuses another one.</summary>
    private static ImmutableDictionary<string, Input<TValue>> With(
        ImmutableDictionary<string, Input<TValue>> entries, string key, Input<TValue> value)
    {
        if (entries.TryGetValue(key, out var present) && !ReferenceEquals(present, value))
        {
            value = Output.Tuple(present, value).Apply(pair => EqualityComparer<TValue>.Default.Equals(pair.Item1, pair.Item2)
                ? pair.Item1
                : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));
        }

        return entries.SetItem(key, value ?? default(TValue)!);
    }

    private void Combine(
        InputMap<TValue> other,
        Func<ImmutableDictionary<string, Input<TValue>>, ImmutableDictionary<string, Input<TValue>>,
            ImmutableDictionary<string, Input<TValue>>> combine)
    {
        var (mine, theirs) = (_known, other._known);
        if (_deferred is null && other._deferred is null)
        {
            _known = combine(mine, theirs);
        }
        else
        {
            _deferred = Output.Tuple(_deferred ?? Output.Create(mine), other._deferred ?? Output.Create(theirs))
                .Apply(maps => combine(maps.Item1, maps.Item2));
        }
    }
}
