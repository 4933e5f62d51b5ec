using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

public sealed partial class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private ImmutableArray<Input<T>> _known;

    // Set once a part whose length only an output knows has been added; it then stands for the whole list.
    private Output<ImmutableArray<Input<T>>>? _deferred;

    public InputList()
    {
        _known = [];
    }

    private InputList(IEnumerable<Input<T>> known)
    {
        _known = [.. known];
    }

    private InputList(Output<ImmutableArray<Input<T>>> deferred)
    {
        _deferred = deferred;
    }

    private protected override object Elements => (object?)_deferred ?? _known;

    public void Add(params Input<T>[] inputs) => Append(inputs);

    public void Add(InputList<T> inputs) => Append(inputs);

    public void AddRange(InputList<T> inputs) => Append(inputs);

    public InputList<T> Concat(InputList<T> other)
    {
        var result = new InputList<T> { _known = _known, _deferred = _deferred };
        result.Append(other);
        return result;
    }

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var elements = _known;
        if (_deferred is not null)
        {
            var data = await _deferred.DataTask.ConfigureAwait(false);
            elements = data.IsKnown ? data.Value : [];
        }

        foreach (var element in elements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return element;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"{GetType().FullName} cannot be enumerated synchronously, only with await foreach.");

    internal override Output<ImmutableArray<T>> AsOutput() =>
        _deferred is null ? Output.All<T>(_known) : _deferred.Apply(elements => Output.All<T>(elements));

    private void Append(InputList<T> other)
    {
        var (mine, theirs) = (_known, other._known);
        if (_deferred is null && other._deferred is null)
        {
            _known = mine.AddRange(theirs);
        }
        else if (_deferred is null)
        {
            _deferred = other._deferred!.Apply(elements => mine.AddRange(elements));
        }
        else if (other._deferred is null)
        {
            _deferred = _deferred.Apply(elements => elements.AddRange(theirs));
        }
        else
        {
            _deferred = Output.Tuple(_deferred, other._deferred).Apply(lists => lists.Item1.AddRange(lists.Item2));
        }
    }
}
