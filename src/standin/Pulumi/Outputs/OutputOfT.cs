namespace Pulumi;

public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> dataTask)
    {
        DataTask = dataTask;
        if (!dataTask.IsCompletedSuccessfully)
        {
            Deployment.TryRegisterTask(dataTask);
        }
    }

    internal Output(OutputData<T> data)
        : this(Task.FromResult(data))
    {
    }

    internal Task<OutputData<T>> DataTask { get; }

    public static Output<T> Create(Task<T> value) => Output.Create(value);

    public Output<ValueTuple> Apply(Func<T, Task> func) => new(ApplyAsync<ValueTuple>(async value =>
    {
        await func(value).ConfigureAwait(false);
        return default;
    }));

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => new(ApplyAsync(func));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => new(ApplyAsync(func));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => new(ApplyAsync(value => func(value)?.ToOutput()));

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => new(ApplyAsync(func));

    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func) =>
        new(ApplyAsync<TResult>(value => func(value)));

    public override string ToString() => OutputText.Refuse();

    // A value that is there already, as most are, is handed on without a state machine, which the runtime would make for each type.
    Task<OutputData<object?>> IOutput.GetDataAsync() => DataTask.IsCompletedSuccessfully ? Task.FromResult(Untyped(DataTask.Result)) : UntypedAsync();

    private async Task<OutputData<object?>> UntypedAsync() => Untyped(await DataTask.ConfigureAwait(false));

    private static OutputData<object?> Untyped(OutputData<T> data) => new(data.Resources, data.Value, data.IsKnown, data.IsSecret);

    private async Task<OutputData<TResult>> ApplyAsync<TResult>(Func<T, TResult> func)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.IsKnown
            ? new(data.Resources, func(data.Value), true, data.IsSecret)
            : Unknown<TResult>(data);
    }

    private async Task<OutputData<TResult>> ApplyAsync<TResult>(Func<T, Task<TResult>> func)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.IsKnown
            ? new(data.Resources, await func(data.Value).ConfigureAwait(false), true, data.IsSecret)
            : Unknown<TResult>(data);
    }

    private async Task<OutputData<TResult>> ApplyAsync<TResult>(Func<T, Output<TResult>?> func)
    {
        var data = await DataTask.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return Unknown<TResult>(data);
        }

        var inner = func(data.Value);
        if (inner is null)
        {
            return new(data.Resources, default!, true, data.IsSecret);
        }

        var result = await inner.DataTask.ConfigureAwait(false);
        return result with
        {
            Resources = OutputMarks.Union(data.Resources, result.Resources),
            IsSecret = data.IsSecret || result.IsSecret,
        };
    }

    private static OutputData<TResult> Unknown<TResult>(OutputData<T> source) => new(source.Resources, default!, false, source.IsSecret);
}
