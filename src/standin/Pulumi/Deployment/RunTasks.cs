namespace Pulumi;

/// <summary>The asynchronous work of a run. The run ends when all of it is done, or when the first failure is seen.</summary>
internal sealed class RunTasks
{
    private readonly TaskCompletionSource<Exception?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _pending = 1;

    public void Add(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        Interlocked.Increment(ref _pending);
        _ = task.ContinueWith(Done, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits for the work that the program, which has returned, has started.</summary>
    /// <returns>The first failure, or null when all work is done.</returns>
    public Task<Exception?> EndAsync()
    {
        Finish();
        return _end.Task;
    }

    private void Done(Task task)
    {
        // A cancelled task is no failure.
        if (task.Exception is { } exception)
        {
            _end.TrySetResult(exception);
        }

        Finish();
    }

    private void Finish()
    {
        if (Interlocked.Decrement(ref _pending) == 0)
        {
            _end.TrySetResult(null);
        }
    }
}
