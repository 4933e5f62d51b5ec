namespace Pulumi.Testing;

public class EmptyMocks : IMocks
{
    public EmptyMocks()
    {
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
        Task.FromResult<(string?, object)>((null, args.Inputs));
}
