using Pulumi;

namespace ContractTests.Samples;

/// <summary>A stack that runs a program given from outside, with options of its own.</summary>
public sealed class HostStack : Stack
{
    public HostStack(HostProgram program)
        : base(program.Options) => program.Body(this);
}

public sealed record HostProgram(Action<HostStack> Body, StackOptions? Options = null);

/// <summary>Makes the host stack when a run asks for it.</summary>
public sealed class HostServices(HostProgram program) : IServiceProvider
{
    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceType == typeof(HostStack) ? new HostStack(program)
            : serviceType == typeof(HostProgram) ? program
            : null;
    }
}
