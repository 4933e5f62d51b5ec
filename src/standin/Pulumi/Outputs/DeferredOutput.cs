namespace Pulumi;

public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<OutputData<T>> _data = new();
    private int _resolved;

    public DeferredOutput()
    {
        Output = new Output<T>(_data.Task);
    }

    public Output<T> Output { get; }

    public void Resolve(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Interlocked.Exchange(ref _resolved, 1) == 1)
        {
            throw new InvalidOperationException("The deferred output has been resolved already.");
        }

        if (output.DataTask.IsCompleted)
        {
            _data.SetFromTask(output.DataTask);
            return;
        }

        _ = output.DataTask.ContinueWith(
            static (task, data) => ((TaskCompletionSource<OutputData<T>>)data!).SetFromTask(task),
            _data,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
